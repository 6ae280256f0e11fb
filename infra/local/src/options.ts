import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '@coaching-pairs/shared/result';

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

export const usage = `Coaching Pairs, with everything around it, on this machine alone.

  npm start -- [options]

  --port N           where to open the page (default ${defaultPort})
  --data DIR         where everything is kept (default .data)
  --fresh            start empty: clears what an earlier start has kept in that folder
  --people FILE.csv  load this organisation instead of the invented one
  --no-open          do not open the browser
  --help             show this
`;

const flags = {
  port: { type: 'string' },
  data: { type: 'string' },
  fresh: { type: 'boolean' },
  people: { type: 'string' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const parsed = (args: readonly string[]) => {
  try {
    return ok(parseArgs({ args: [...args], options: flags, strict: true, allowPositionals: false }).values);
  } catch (cause) {
    const [reason] = (cause instanceof Error ? cause.message : String(cause)).split(/\.\s/);
    return err(`${reason}. See --help.`);
  }
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
    return err(`--port is a number from 0 to 65535, not ${portText}.`);
  }
  if (data.trim() === '' || people?.trim() === '') {
    return err(`${data.trim() === '' ? '--data needs a folder' : '--people needs a file'}.`);
  }
  return ok({
    port,
    dataFolder: resolve(folder, data),
    fresh,
    openBrowser: interactive && !noOpen,
    ...(people === undefined ? {} : { peopleFile: resolve(folder, people) }),
  });
};
