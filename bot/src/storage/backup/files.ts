import { createHash } from 'node:crypto';
import { createReadStream, promises } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Instant } from '@coaching-pairs/shared/ids';
import * as z from 'zod';
import type { Fields, Row } from '../../ports/store.js';
import { idText } from '../rows/codec.js';

/** A row in a file: without its tag, which only its own table knows. */
export type KeptRow = Pick<Row, 'partition' | 'key' | 'fields'>;

export const rowsFile = 'rows.jsonl';
export const manifestFile = 'manifest.json';
/** Beside the backups, one for all of them, and always the newest. */
export const keysFile = 'keys.json';

const keptRow = z.object({ p: z.string().min(1), k: z.string().min(1), f: z.custom<Fields>((value) => typeof value === 'object') });

export const lineOf = ({ partition, key, fields }: KeptRow): string => `${JSON.stringify({ p: partition, k: key, f: fields })}\n`;

const rowIn = (line: unknown): KeptRow => {
  const { p, k, f } = keptRow.parse(line);
  return { partition: p, key: k, fields: f };
};

const Manifest = z.object({
  product: z.literal('coaching-pairs'),
  madeAt: idText<Instant>(),
  /** The newest form in which a row may stand in it. */
  form: z.int(),
  rows: z.int(),
  partitions: z.int(),
  /** Partitions that were written to all the time while they were read. */
  moving: z.int(),
  sha256: z.string(),
});
export type Manifest = z.infer<typeof Manifest>;

const Keys = z.object({ product: z.literal('coaching-pairs'), madeAt: idText<Instant>(), sha256: z.string(), rows: z.array(keptRow) });
export type Keys = { readonly madeAt: Instant; readonly rows: readonly KeptRow[] };

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const writeWhole = async (file: string, text: string): Promise<void> => {
  const draft = `${file}.${process.pid}.part`;
  await promises.writeFile(draft, text, { mode: 0o600 });
  await promises.rename(draft, file);
};

export const writeManifest = (file: string, manifest: Manifest): Promise<void> =>
  writeWhole(file, `${JSON.stringify(manifest, null, 2)}\n`);

export const writeKeys = (file: string, { madeAt, rows }: Keys): Promise<void> => {
  const kept = rows.map(({ partition: p, key: k, fields: f }) => ({ p, k, f }));
  return writeWhole(file, JSON.stringify({ product: 'coaching-pairs', madeAt, sha256: sha256(JSON.stringify(kept)), rows: kept }));
};

/** A file parsed, or null where it is not there or not what it should be. */
const parsedFile = async <T>(file: string, schema: z.ZodType<T>): Promise<T | null> => {
  try {
    const parsed = schema.safeParse(JSON.parse(await promises.readFile(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

export const readManifest = (file: string): Promise<Manifest | null> => parsedFile(file, Manifest);

/** The keys; null where they are missing or were changed. */
export const readKeys = async (file: string): Promise<Keys | null> => {
  const found = await parsedFile(file, Keys);
  if (found === null || sha256(JSON.stringify(found.rows)) !== found.sha256) return null;
  return { madeAt: found.madeAt, rows: found.rows.map(rowIn) };
};

/** The rows of a file, one after the other. */
export async function* rowsIn(file: string): AsyncGenerator<KeptRow> {
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY }))
    yield rowIn(JSON.parse(line));
}

/** The checksum of a file as it lies there; null where it cannot be read. */
export const checksumOf = async (file: string): Promise<string | null> => {
  const hash = createHash('sha256');
  try {
    for await (const part of createReadStream(file)) hash.update(part);
    return hash.digest('hex');
  } catch {
    return null;
  }
};
