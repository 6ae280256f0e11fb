import { optionalColumns, requiredColumns } from '@coaching-pairs/shared/organisation/people-columns';
import type { Words } from '@coaching-pairs/shared/words/words';
import { mostInDimacs } from './dimacs.js';
import { usualSeed } from './options.js';

/** What the command is for and takes, several lines long. */
export const usageText = (words: Words): string => {
  const described = [
    ['--leader ID', words.t('dryRun.usage.leader')],
    ['--history FILE', words.t('dryRun.usage.history')],
    ['--apart FILE', words.t('dryRun.usage.apart')],
    ['--seed N', words.t('dryRun.usage.seed', { seed: String(usualSeed) })],
    ['--odd trio|reserve', words.t('dryRun.usage.odd')],
    ['--out FILE', words.t('dryRun.usage.out')],
    ['--json', words.t('dryRun.usage.json')],
    ['--dimacs FILE', words.t('dryRun.usage.dimacs', { most: mostInDimacs })],
    ['--help', words.t('dryRun.usage.help')],
  ] as const;
  const columns = { required: requiredColumns.join(','), optional: optionalColumns.join(',') };
  return [
    words.t('dryRun.usage.title'),
    '',
    `  npm run --silent match -- people.csv [${words.t('dryRun.usage.options')}]`,
    '',
    ...described.map(([option, meaning]) => `  ${option.padEnd(20)}${meaning}`),
    '',
    words.t('dryRun.usage.people', columns),
    '',
  ].join('\n');
};
