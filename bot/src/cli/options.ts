import { parseArgs } from 'node:util';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Words } from '@coaching-pairs/shared/words/words';

/** What was asked for; files as they were written, to be taken from the caller's folder. */
export type Options = {
  readonly people: string;
  readonly leader: string | null;
  /** The oldest first. */
  readonly history: readonly string[];
  readonly apart: string | null;
  readonly seed: number;
  readonly odd: 'trio' | 'reserve';
  readonly out: string | null;
  readonly dimacs: string | null;
  readonly json: boolean;
};

export const usualSeed = 1;
/** The tie-break takes 32 bits. */
const mostSeed = 2 ** 32 - 1;

const flags = {
  leader: { type: 'string' },
  history: { type: 'string', multiple: true },
  apart: { type: 'string' },
  seed: { type: 'string' },
  odd: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  dimacs: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

const isFlag = (name: string): name is keyof typeof flags => Object.hasOwn(flags, name);

const faultOf = (words: Words, token: Token): string | null => {
  if (token.kind !== 'option') return null;
  const option = token.rawName;
  if (!isFlag(token.name)) return words.t('dryRun.option.unknown', { option });
  if (flags[token.name].type === 'boolean') return token.value === undefined ? null : words.t('dryRun.option.valueTooMany', { option });
  const isAnotherOption = token.inlineValue === false && token.value.startsWith('-');
  const isMissing = token.value === undefined || token.value.trim() === '' || isAnotherOption;
  return isMissing ? words.t('dryRun.option.valueMissing', { option }) : null;
};

const seedOf = (text: string | undefined): number | null => {
  if (text === undefined) return usualSeed;
  const seed = /^\d{1,10}$/u.test(text) ? Number(text) : Number.NaN;
  return seed <= mostSeed ? seed : null;
};

const oddOf = (text: string | undefined): Options['odd'] | null => {
  if (text === undefined) return 'trio';
  return text === 'trio' || text === 'reserve' ? text : null;
};

const fileFaults = (words: Words, files: readonly string[]): readonly string[] => {
  const [first, ...more] = files;
  if (first === undefined || first.trim() === '') return [words.t('dryRun.option.noPeople')];
  return more.map((value) => words.t('dryRun.option.twoPeople', { value }));
};

/** Reads the command line; refused with a sentence for everything that is wrong in it. */
export const parseOptions = (words: Words, args: readonly string[]): Result<Options | 'help', readonly string[]> => {
  const parsed = parseArgs({ args: [...args], options: flags, strict: false, allowPositionals: true, tokens: true });
  const faults = parsed.tokens.map((token) => faultOf(words, token)).filter((fault) => fault !== null);
  if (faults.length > 0) return err(faults);
  const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
  if (values.help === true) return ok('help');
  const [seed, odd] = [seedOf(values.seed), oddOf(values.odd)];
  const wrong = [
    ...fileFaults(words, positionals),
    ...(seed === null ? [words.t('dryRun.option.seed', { most: String(mostSeed), value: values.seed ?? '' })] : []),
    ...(odd === null ? [words.t('dryRun.option.odd', { value: values.odd ?? '' })] : []),
  ];
  const [people] = positionals;
  if (wrong.length > 0 || people === undefined || seed === null || odd === null) return err(wrong);
  const { leader = null, history = [], apart = null, out = null, dimacs = null, json = false } = values;
  return ok({ people, leader, history, apart, seed, odd, out, dimacs, json });
};
