import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { terminal } from './words/terminal.js';

export type Options = {
  readonly port: number;
  readonly dataFolder: string;
  readonly fresh: boolean;
  readonly openBrowser: boolean;
  readonly peopleFile?: string;
};

/** What the surroundings say: the folder where the command was given, and whether somebody sits in front of it. */
export type Surroundings = { readonly folder: string; readonly interactive: boolean };

export const defaultPort = 3980;

const described = [
  ['--port N', terminal.t('usage.port', { port: String(defaultPort) })],
  ['--data DIR', terminal.t('usage.data')],
  ['--fresh', terminal.t('usage.fresh')],
  ['--people FILE.csv', terminal.t('usage.people')],
  ['--no-open', terminal.t('usage.noOpen')],
  ['--help', terminal.t('usage.help')],
] as const;

export const usage = `${terminal.t('usage.title')}

  npm start -- [${terminal.t('usage.options')}]

${described.map(([option, meaning]) => `  ${option.padEnd(19)}${meaning}\n`).join('')}`;

const flags = {
  port: { type: 'string' },
  data: { type: 'string' },
  fresh: { type: 'boolean' },
  people: { type: 'string' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

const isFlag = (name: string): name is keyof typeof flags => Object.hasOwn(flags, name);

/** What is wrong with one piece of the command line, as a sentence; undefined where nothing is. */
const faultOf = (token: Token): string | undefined => {
  if (token.kind === 'positional') return terminal.t('options.unexpected', { argument: token.value });
  if (token.kind !== 'option') return undefined;
  if (!isFlag(token.name)) return terminal.t('options.unknown', { option: token.rawName });
  const takesText = flags[token.name].type === 'string';
  const isMissing = token.value === undefined || (token.inlineValue === false && token.value.startsWith('-'));
  if (takesText) return isMissing ? terminal.t('options.valueMissing', { option: token.rawName }) : undefined;
  return token.value === undefined ? undefined : terminal.t('options.valueTooMany', { option: token.rawName });
};

const parsed = (args: readonly string[]) => {
  const given = [...args];
  const { tokens } = parseArgs({ args: given, options: flags, strict: false, allowPositionals: true, tokens: true });
  const fault = tokens.map(faultOf).find((sentence) => sentence !== undefined);
  return fault === undefined ? ok(parseArgs({ args: given, options: flags }).values) : err(fault);
};

const portOf = (text: string | undefined): number | undefined => {
  if (text === undefined) {
    return defaultPort;
  }
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port >= 0 && port <= 65_535 ? port : undefined;
};

/** Reads the command line; the refusal is one sentence. Paths are meant from the folder where the command was given. Port 0 takes a free one. */
export const parseOptions = (args: readonly string[], { folder, interactive }: Surroundings): Result<Options | 'help', string> => {
  const values = parsed(args);
  if (!values.ok) {
    return values;
  }
  const { port: portText, data = '.data', fresh = false, people, 'no-open': noOpen = false, help = false } = values.value;
  if (help) {
    return ok('help');
  }
  const port = portOf(portText);
  if (port === undefined) {
    return err(terminal.t('options.port', { value: portText ?? '' }));
  }
  if (data.trim() === '' || people?.trim() === '') {
    return err(terminal.t(data.trim() === '' ? 'options.data' : 'options.people'));
  }
  return ok({
    port,
    dataFolder: resolve(folder, data),
    fresh,
    openBrowser: interactive && !noOpen,
    ...(people === undefined ? {} : { peopleFile: resolve(folder, people) }),
  });
};
