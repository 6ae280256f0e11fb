import { type PersonId, personId, type RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import { matchStates } from '@coaching-pairs/shared/round/round';
import type { DraftNumbers, OddChoice } from '@coaching-pairs/shared/wire/board';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { lastDraft, trio } from './draft-report.js';
import { folded, mostShown } from './found-by-name.js';
import { namedIn, organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';
import { toBeMatched } from './to-be-matched.js';

/**
 * What was chosen when matches were last drafted, until some are sent: then whoever stood by has waited long enough, and is matched
 * with the others.
 */
const remembered = (
  last: Awaited<ReturnType<typeof lastDraft>>,
  proposals: readonly Proposal[],
  people: readonly PersonId[],
): OddChoice => {
  if (last === null) return trio;
  const { work, report } = last;
  if (proposals.some(({ sentAt }) => sentAt !== null && sentAt > work.startedAt)) return trio;
  return report.odd.kind === 'reserve' && !people.includes(personId(report.odd.personId)) ? trio : report.odd;
};

/**
 * How many would be matched if matches were drafted now, what becomes of one too many unless an administrator chooses otherwise, and who may
 * stand by: of many the first whose name holds the text.
 */
export const draftNumbersOf = async (
  deps: Deps,
  asked: { readonly roundId: RoundId; readonly actor: Actor; readonly query: string },
): Promise<Result<DraftNumbers, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const { round, content } = all.value;
  const { state } = round.value;
  // Who could be matched would tell who asks nobody just now, where partners are chosen in the open (tension 3).
  if (state === 'choosing') return err({ code: 'wrong-state', state, needed: matchStates });
  const [organisation, people, last] = await Promise.all([
    organisationOf(deps),
    toBeMatched(deps, all.value),
    lastDraft(deps, asked.roundId),
  ]);
  const named = namedIn(organisation);
  const odd = remembered(last, content.proposals, people);
  // Those who run the round come first: they are asked first to stand by.
  const first = people.filter((id) => id === round.value.leaderId || id === round.value.peoplePartnerId);
  const others = people.filter((id) => !first.includes(id));
  const sought = folded(asked.query.trim());
  const found = [...first, ...others].map(named).filter(({ name }) => folded(name).includes(sought));
  return ok({
    count: people.length,
    people: found.slice(0, mostShown),
    choice: odd.kind,
    reserve: odd.kind === 'reserve' ? named(personId(odd.personId)) : null,
  });
};
