import { openStore } from '@coaching-pairs/local/store/store';

/** The embedded store in a process of its own: `node store-process.js <folder>`. Says where it listens, and ends when its input does. */
const folder = process.argv[2];
if (folder === undefined) throw new TypeError('The folder of the store is missing.');
const { tableUrl, queueUrl } = await openStore({ folder, say: (sentence) => void process.stderr.write(`${sentence}\n`) });
process.stdin.resume().once('end', () => process.exit());
process.stdout.write(`${JSON.stringify({ tableUrl, queueUrl })}\n`);
