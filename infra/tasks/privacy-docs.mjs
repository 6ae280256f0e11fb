// Writes docs/privacy-notice.md and docs/dpia.md anew from what the app itself shows: node infra/tasks/privacy-docs.mjs
import { writeFileSync } from 'node:fs';
import { inRoot, isMain, main } from './project.mjs';

/** Both documents as they should be now, by file; needs the compiled domain. */
export const privacyDocs = async () => {
  const compiled = (name) => import(new URL(`../../shared/dist/${name}.js`, import.meta.url));
  const { wordsFor } = await compiled('words/words');
  const { privacyNotice } = await compiled('privacy/notice');
  const { impactAssessment } = await compiled('privacy/assessment');
  const { markdownOf } = await compiled('privacy/markdown');
  const words = wordsFor('en-GB');
  return {
    'docs/privacy-notice.md': markdownOf(privacyNotice(words, 'document')),
    'docs/dpia.md': markdownOf(impactAssessment(words)),
  };
};

if (isMain(import.meta.url))
  await main(async () => {
    const { ensureBuilt } = await import('./compile.mjs');
    await ensureBuilt();
    for (const [file, text] of Object.entries(await privacyDocs())) writeFileSync(inRoot(file), text);
  });
