import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Bundling = { readonly bundleProcess: (folder: string, changes: readonly object[]) => Promise<unknown> };

/** A stored answer of form 1, `"answer": "joined"`, is `"reply": { "is": "joined" }` in form 2. */
const folding = `
const fold = ({ answer, ...others }) => ({ ...others, reply: { is: answer } });
const unfold = ({ reply, ...others }) => ({ ...others, answer: reply.is });
`;

/** Reads both forms. */
const reading = `
const inFormOne = (row) => (row.fields.version === 2 ? { ...row, fields: { version: 1, body: unfold(row.fields.body) } } : row);
const knownRow = codecOf(participant, 1);
const read = (row) => knownRow.read(inFormOne(row));
`;

const ofRelease = {
  between: {
    rows: `${folding}${reading}export const participantRow = { ...knownRow, read };`,
    form: 'export const form = { reads: 2, writes: 1, needs: 1, steps: [] };',
  },
  after: {
    rows: `${folding}${reading}
const fields = (value) => ({ version: 2, body: fold(value) });
const write = (key, { value, etag }) => (etag === null ? { kind: 'insert', key, fields: fields(value) } : { kind: 'replace', key, fields: fields(value), etag });
export const participantRow = { read, fields, write };`,
    form: `${folding}
const isOld = ({ key, fields }) => key.startsWith('participant~') && fields.version === 1;
const step = { to: 2, name: 'answers-with-room', row: (row) => (isOld(row) ? { version: 2, body: fold(row.fields.body) } : null) };
export const form = { reads: 2, writes: 2, needs: 1, steps: [step] };`,
  },
} as const;

const shipped = 'export const participantRow = codecOf(participant, 1);';

/** This version with another form of stored data: the modules of the product are replaced while it is built, and nothing else is. */
const changed = ({ rows, form }: { readonly rows: string; readonly form: string }) => ({
  name: 'another-form',
  transform: (code: string, id: string): string | null => {
    if (/storage[\\/]migrations[\\/]form\.js$/u.test(id)) return form;
    if (!/storage[\\/]rows[\\/]round-rows\.js$/u.test(id)) return null;
    if (!code.includes(shipped))
      throw new Error('The rows of participants are written otherwise than before: see tests/faults/fleet/builds.ts.');
    return code.replace(shipped, () => rows);
  },
});

/** Three releases as `npm run build` makes them: this one, the next, which reads a new form, and the one after it, which writes it. */
export const buildReleases = async () => {
  const { bundleProcess }: Bundling = await import(new URL('../../../infra/tasks/bundle.mjs', import.meta.url).href);
  const folder = await mkdtemp(join(tmpdir(), 'coaching-pairs-builds-'));
  const built = async (name: string, changes: readonly object[] = []): Promise<string> => {
    await bundleProcess(join(folder, name), changes);
    return join(folder, name, 'main.js');
  };
  return {
    today: await built('today'),
    between: await built('between', [changed(ofRelease.between)]),
    after: await built('after', [changed(ofRelease.after)]),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};

/** What somebody has answered, in whichever form it stands. */
export const answerIn = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null) return undefined;
  if ('answer' in body) return body.answer;
  return 'reply' in body && typeof body.reply === 'object' && body.reply !== null && 'is' in body.reply ? body.reply.is : undefined;
};
