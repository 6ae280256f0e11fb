import { operationId, type PersonId, type ProposalId, type RoundId } from '@coaching-pairs/shared/ids';
import { ok } from '@coaching-pairs/shared/result';
import { askedOf, held, isOpen } from '@coaching-pairs/shared/round/nomination';
import { isBefore, orphansOf } from '@coaching-pairs/shared/round/orphans';
import { endProposal } from '@coaching-pairs/shared/round/proposal';
import { takesAnswers } from '@coaching-pairs/shared/round/round';
import { letGo } from '@coaching-pairs/shared/round/settling';
import type { CommitOutcome, RoundChange } from '../ports/rounds.js';
import { forgetFeedbackNames } from './awayday/nominate.js';
import { decideAndCommit, done } from './change-round.js';
import { takeOutUnwanted } from './close-round.js';
import type { Deps } from './deps.js';
import { forgetEngagements } from './engagement/forget.js';
import { messagesTo } from './messages.js';
import { forgetPairTexts } from './my-data/forget-texts.js';
import { publishRhythms } from './publish-rhythm.js';
import { forgetWishes } from './wishes.js';

/** How many steps that were never ended were mended, over all rounds. */
export type Mended = {
  /** Messages that waited in rounds that are closed. */
  readonly messages: number;
  /** Matches with their people that could never have formed. */
  readonly matches: number;
  /** People before a match that was over. */
  readonly people: number;
  /** Private lists of names in rounds that are closed. */
  readonly wishes: number;
};

/** What is written, and whose own match came to nothing by it. */
type Repair = Pick<RoundChange, 'participants' | 'proposals'> & { readonly freed: readonly PersonId[] };

/** Mends one thing, if it is still as it was seen; answers whether there was anything to mend. */
const mend = async (deps: Deps, roundId: RoundId, what: Readonly<Record<string, string>>, find: () => Promise<Repair | null>) => {
  let outcome: CommitOutcome | null = null;
  const opId = operationId(`repair.${deps.newId()}`);
  const commit = async (change: RoundChange): Promise<CommitOutcome> => {
    outcome = await deps.rounds.commit(change);
    return outcome;
  };
  await decideAndCommit<null>(commit, async () => {
    const repair = await find();
    const { freed = [], ...writes } = repair ?? {};
    const outbox = messagesTo(freed, 'being-reworked', { roundId, opId, at: deps.clock.now(), subject: what });
    const audit = [done(deps, 'product', 'round.repair', { roundId, ...what })];
    return ok({ change: repair === null ? null : { ...writes, roundId, opId, outbox, audit }, answer: null });
  });
  return outcome === 'committed';
};

/** The match ends and its people are free. The rows of all of them go into the batch, so that nothing is mended that was only read half. */
const mendMatch = (deps: Deps, roundId: RoundId, id: ProposalId): Promise<boolean> =>
  mend(deps, roundId, { proposalId: id }, async () => {
    const proposal = await deps.rounds.proposal(roundId, id);
    if (proposal === null || !isOpen(proposal.value)) return null;
    const rows = await Promise.all(askedOf(proposal.value).map((member) => deps.rounds.participant(roundId, member)));
    const there = rows.filter((row) => row !== null);
    if (there.length === rows.length && there.every(({ value }) => isBefore(value, proposal.value))) return null;
    const released = letGo(
      there.map(({ value }) => value),
      [proposal.value],
    );
    const now = new Map(released.people.map((one) => [one.personId, one]));
    const participants = there.map(({ value, etag }) => ({ value: now.get(value.personId) ?? value, etag }));
    return {
      freed: released.freed,
      proposals: [{ value: endProposal(proposal.value, 'withdrawn', deps.clock.now()), etag: proposal.etag }],
      participants,
    };
  });

/** They are free of it. What is over stays over, so their own row is all that must be as it was read. */
const mendPerson = (deps: Deps, roundId: RoundId, personId: PersonId): Promise<boolean> =>
  mend(deps, roundId, {}, async () => {
    const row = await deps.rounds.participant(roundId, personId);
    if (row === null) return null;
    const found = await Promise.all(held(row.value).map(async (id) => ({ id, proposal: await deps.rounds.proposal(roundId, id) })));
    const gone = found.flatMap(({ id, proposal }) =>
      proposal === null || proposal.value.state === 'ended' ? [{ id, onBoard: proposal?.value.onBoard ?? false }] : [],
    );
    const { people, freed } = letGo([row.value], gone);
    const [value] = people;
    return value === undefined ? null : { freed, participants: [{ value, etag: row.etag }] };
  });

const counted = async <T>(things: readonly T[], act: (one: T) => Promise<boolean>): Promise<number> => {
  let count = 0;
  for (const one of things) if (await act(one)) count += 1;
  return count;
};

/**
 * Looks through all rounds for what a step left behind that nobody lived to end, and mends it: each by one batch that finds the rows
 * as they were read, so that it may run beside everything else and be repeated. A second look finds nothing. What ends here
 * reads like any other match that is being reworked (CP-33).
 */
export const reconcile = async (deps: Deps): Promise<Mended> => {
  const mended = { messages: 0, matches: 0, people: 0, wishes: 0 };
  for (const round of await deps.rounds.list()) {
    const { id, state } = round;
    if (state === 'closed') {
      mended.messages += await takeOutUnwanted(deps, id);
      mended.wishes += (await forgetWishes(deps, id)) + (await forgetFeedbackNames(deps, id));
      if (round.insightsWall) await deps.insights.destroy(id);
    }
    // What was shown is written; what it came from goes, should a process have died between the two.
    if (round.pulse !== null && round.pulse.result !== null) await deps.pulse.destroy(id);
    const all = takesAnswers(round) || state === 'matching' ? await deps.rounds.everything(id) : null;
    if (all === null) continue;
    const orphans = orphansOf(all.content);
    mended.matches += await counted(orphans.matches, (one) => mendMatch(deps, id, one));
    mended.people += await counted(orphans.people, (one) => mendPerson(deps, id, one));
  }
  return mended;
};

/** In milliseconds. */
const lookEvery = 3_600_000;

/**
 * The same at most once an hour, however often it is asked, and at once when the clock was set; what it mended is counted for
 * whoever keeps the product running. What pairs may keep no longer is deleted as it looks (C-10), and once a week the share of pairs on their
 * rhythm is worked out. Null when it did not look.
 */
export const reconciler = (deps: Deps): (() => Promise<Mended | null>) => {
  let last: number | undefined;
  return async () => {
    const now = Date.parse(deps.clock.now());
    if (last !== undefined && Math.abs(now - last) < lookEvery) return null;
    const mended = await reconcile(deps);
    await forgetPairTexts(deps);
    await forgetEngagements(deps);
    await publishRhythms(deps);
    await deps.health.noteRepairs(mended.messages + mended.matches + mended.people + mended.wishes);
    last = now;
    return mended;
  };
};
