import { type OperationId, operationId, personId, roundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { confirmMyAgreement, saveMyAgreement } from '../workflows/pair/agree.js';
import { endMyPair } from '../workflows/pair/end-pair.js';
import { houseNotesOf, writeHouseNote } from '../workflows/pair/house-notes.js';
import { clearLeftSessions } from '../workflows/pair/left-sessions.js';
import { myPairSpace } from '../workflows/pair/view.js';
import type { Refusal } from '../workflows/refusal.js';
import type { AboutPair } from '../workflows/sessions/my-pair.js';
import type { Call, Handlers } from './call.js';

type PairRoutes = 'pairSpace' | 'changePair' | 'clearLeftSessions' | 'houseNotes' | 'writeHouseNote';

const aboutPair = ({ actor, param }: Pick<Call<'pairSpace'>, 'actor' | 'param'>): AboutPair => ({
  roundId: roundId(param('roundId')),
  actor,
});

const change = ({ deps, body }: Call<'changePair'>, asked: AboutPair & { readonly opId: OperationId }): Promise<Result<null, Refusal>> => {
  const { change: wanted } = body;
  if (wanted.kind === 'end') return endMyPair(deps, asked);
  if (wanted.kind === 'confirm') return confirmMyAgreement(deps, { ...asked, version: wanted.version });
  const { base, terms, words } = wanted;
  const books = terms.books === 'in-turn' ? terms.books : personId(terms.books);
  return saveMyAgreement(deps, { ...asked, base, terms: { ...terms, books }, words });
};

/** The space of somebody's own pair, and the guidance with the notes of the house. */
export const pairHandlers: Pick<Handlers, PairRoutes> = {
  pairSpace: (call) => myPairSpace(call.deps, aboutPair(call)),
  changePair: async (call) => {
    const done = await change(call, { ...aboutPair(call), opId: operationId(call.body.opId) });
    return done.ok ? ok({}) : done;
  },
  clearLeftSessions: (call) => clearLeftSessions(call.deps, call.calendar(), aboutPair(call)),
  houseNotes: (call) => houseNotesOf(call.deps, aboutPair(call)),
  writeHouseNote: async (call) => {
    const { about, text, opId } = call.body;
    const done = await writeHouseNote(call.deps, { ...aboutPair(call), opId: operationId(opId), about, text });
    return done.ok ? houseNotesOf(call.deps, aboutPair(call)) : done;
  },
};
