import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import type { BoardEdit } from '@coaching-pairs/shared/round/board-edit';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { Board } from '@coaching-pairs/shared/wire/board';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { lastDraft } from './draft-report.js';
import { namedIn } from './organisation.js';

type Look = { readonly words: Words; readonly viewer: PersonId; readonly round: Round; readonly organisation: Organisation };
type Last = Awaited<ReturnType<typeof lastDraft>>;

/** The drafts of the last drafting that were not among those before it. */
export const freshDrafts = (last: Last): ReadonlySet<string> =>
  new Set(last?.report.changes?.fresh.map((place) => `${last.work.id}-${place}`) ?? []);

/** What the last drafting has changed, while a draft of it is there still. */
export const changesShown = ({ organisation }: Look, last: Last, drafts: readonly Proposal[]): Board['changes'] => {
  const changes = last?.report.changes ?? null;
  if (last === null || changes === null || !drafts.some(({ id }) => id.startsWith(`${last.work.id}-`))) return null;
  const named = namedIn(organisation);
  return {
    kept: changes.kept,
    fresh: changes.fresh.length,
    gone: changes.gone.map((memberIds) => memberIds.map(named)),
    goneInAll: changes.goneInAll,
  };
};

const editText = ({ words, viewer, organisation }: Look, { kind, personIds, by }: BoardEdit): string => {
  const named = namedIn(organisation);
  const args = { names: words.list(personIds.map((id) => named(id).name)), name: named(by).name };
  return by === viewer ? words.t(`board.undo.mine.${kind}`, args) : words.t(`board.undo.${kind}`, args);
};

/** The last change by hand and who made it, which the next press of Undo takes back. */
export const undoShown = (look: Look): Board['undo'] => {
  const last = look.round.boardEdits.at(-1);
  return last === undefined ? null : { id: last.id, text: editText(look, last) };
};
