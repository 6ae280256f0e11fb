import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const Noted = z.union([
  z.object({ setting: z.string(), host: z.string() }),
  z.object({ connected: z.string() }),
  z.object({ asked: z.string(), path: z.string() }),
]);

export type Calls = {
  /** The hosts that the bot's settings name, by the settings. */
  readonly settings: ReadonlyMap<string, string>;
  /** Every host that was connected to. */
  readonly connected: ReadonlySet<string>;
  /** Every host and the first part of every address that was asked for there. */
  readonly asked: ReadonlySet<string>;
};

/** A file for `startSandbox({ callsTo })`, and what stands in it by now. */
export const callsFile = () => {
  const folder = mkdtempSync(join(tmpdir(), 'calls-'));
  const path = join(folder, 'calls.jsonl');
  const read = (): Calls => {
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    const noted = lines.map((line) => Noted.parse(JSON.parse(line)));
    return {
      settings: new Map(noted.flatMap((one) => ('setting' in one ? [[one.setting, one.host] as const] : []))),
      connected: new Set(noted.flatMap((one) => ('connected' in one ? [one.connected] : []))),
      asked: new Set(noted.flatMap((one) => ('asked' in one ? [`${one.asked}/${one.path}`] : []))),
    };
  };
  return { path, read, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
