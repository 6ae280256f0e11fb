// Makes the pictures of the guides anew in a real browser, from the sandbox tenant: npm run docs:pictures
import { inRoot, main, program, runNode } from './project.mjs';

await main(async () => {
  const code = await runNode([inRoot('infra/tasks/test.mjs'), '--project', 'nightly', 'browser/guide-pictures'], {
    env: { ...process.env, PICTURES: 'write' },
  });
  await runNode([program('@biomejs/biome', 'biome'), 'format', '--write', inRoot('docs/images/labels.json')]);
  return code;
});
