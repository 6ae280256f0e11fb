import { openStore } from '@coaching-pairs/local/store/store';

// Started by store-kill.test.ts: opens the store named on the command line, says where, and serves until it is killed.
const folder = process.argv[2];
if (folder === undefined) {
  throw new Error('the folder is missing');
}
const store = await openStore({ folder, say: (sentence) => process.stderr.write(`${sentence}\n`) });
process.stdout.write(`${JSON.stringify({ tableUrl: store.tableUrl, queueUrl: store.queueUrl })}\n`);
process.on('SIGTERM', () => {
  void store.stop().then(() => process.exit(0));
});
