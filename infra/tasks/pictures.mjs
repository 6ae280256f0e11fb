// Makes the pictures of the guides anew in a real browser, from the sandbox tenant: npm run docs:pictures
import { inRoot, main, runNode } from './project.mjs';

await main(() =>
  runNode([inRoot('infra/tasks/test.mjs'), '--project', 'nightly', 'browser/guide-pictures'], {
    env: { ...process.env, PICTURES: 'write' },
  }),
);
