import { personId } from '@coaching-pairs/shared/ids';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import type { Work as WorkShown } from '@coaching-pairs/shared/wire/parts';
import type { Words } from '@coaching-pairs/shared/words/words';
import * as z from 'zod';
import type { Work, WorkKind } from '../ports/works.js';
import { namedIn } from './organisation.js';
import type { Refusal } from './refusal.js';
import { refusalText } from './refusal-text.js';

const Report = z.object({ people: z.number(), kept: z.number(), matched: z.number(), told: z.number() }).partial();

const isRefusal = (value: unknown): value is Refusal => typeof value === 'object' && value !== null && 'code' in value;

const runningText = (words: Words, kind: WorkKind, done: number): string => {
  switch (kind) {
    case 'read-directory':
      return words.t('work.reading', { count: done });
    case 'draft-matches':
      return words.t('work.matching');
    case 'send-proposals':
      return words.t('work.sending');
    case 'pair-feedback':
      return words.t('work.pairing');
    default:
      return words.t('work.telling', { count: done });
  }
};

const doneText = (words: Words, { kind, report }: Work): string => {
  const { people = 0, kept = 0, matched = 0, told = 0 } = Report.safeParse(report).data ?? {};
  switch (kind) {
    case 'read-directory':
      return words.t('work.read', { people, above: kept - people });
    case 'draft-matches':
      return words.t('work.matched', { count: matched });
    case 'send-proposals':
      return words.t('work.sent');
    case 'pair-feedback':
      return words.t('work.paired', { count: matched });
    default:
      return words.t('work.told', { count: told });
  }
};

/** Stopped while matches were looked for: nothing of it was written, and the round stands where it stood. */
const isUnwritten = ({ kind, progress }: Work): boolean => kind === 'draft-matches' && progress.phase !== 'writing';

/** Long work of a round as the tab shows it: how far it is, or what came of it, in words; `mayGoOn` where it was given up and can be gone on with. */
export const workView = (words: Words, organisation: Organisation, work: Work, mayGoOn: boolean): WorkShown => {
  const nameOf = (id: string): string => namedIn(organisation)(personId(id)).name;
  const text = (): string => {
    if (work.state === 'done') return doneText(words, work);
    // Cancelled when the matches were found already: all of them were written.
    if (work.kind === 'draft-matches' && work.report !== null) return doneText(words, work);
    if (work.state === 'cancelled') return words.t(isUnwritten(work) ? 'work.cancelledMatching' : 'work.cancelled');
    if (work.state !== 'failed') return runningText(words, work.kind, work.progress.done);
    if (mayGoOn) return words.t('work.toldSome');
    const { refusal } = work;
    return isRefusal(refusal) ? refusalText({ words, nameOf, reader: { kind: 'organiser' } }, refusal) : words.t('work.failed');
  };
  const { id, kind, state, progress } = work;
  return { id, kind, state, done: progress.done, total: progress.total, text: text(), mayGoOn };
};
