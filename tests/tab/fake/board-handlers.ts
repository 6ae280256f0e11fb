import { draftOf, proofMatchesOf, proofOf, refusalsOf, remember, swap, undoEdit, wholeProofOf } from './board.js';
import { allowRepeats, othersFor, type Pair } from './board-questions.js';
import { changed, proposalOf } from './changed.js';
import { now } from './round.js';
import { type Handler, named, roundOf } from './world.js';

/** What is done on the matching board by hand; `board` shows it. */
export const boardHandlers = (board: Handler) =>
  ({
    proof: (world, asked) => proofOf(roundOf(world, asked)),
    proofMatches: (world, asked) => proofMatchesOf(roundOf(world, asked), asked.queried?.after),
    proofWhole: (world, asked) => wholeProofOf(roundOf(world, asked)),
    lockProposal: changed((round, { params, body }) => {
      remember(round, body.locked ? 'A match was locked' : 'A match was unlocked');
      round.proposals = round.proposals.map((one) => (one.id === params.proposalId ? { ...one, locked: body.locked } : one));
    }, board),
    takeApart: changed((round, { params }) => {
      remember(round, 'A match was taken apart');
      round.proposals = round.proposals.filter((one) => one !== proposalOf(round, params.proposalId));
      round.proof = null;
    }, board),
    checkPeople: (world, { body }) => {
      const reasons = refusalsOf(body.memberIds.map((id: string) => named(world, id)));
      return { allowed: reasons.length === 0, reasons, cost: reasons.length === 0 ? 'Costs nothing.' : null };
    },
    otherPartners: (world, asked) => othersFor(roundOf(world, asked), asked.params.personId ?? ''),
    allowRepeats: changed((round, { viewer, body }, world) => {
      const pairs: Pair[] = body.pairs.map(({ one, other }: { one: string; other: string }) => [named(world, one), named(world, other)]);
      allowRepeats(round, pairs, body.allowed ? { by: named(world, viewer), at: now } : null);
    }, board),
    swapPeople: changed((round, { body }, world) => {
      const [one, other] = [named(world, body.one), named(world, body.other)];
      remember(round, `${one.name} and ${other.name} changed places`);
      swap(round, one, other);
    }, board),
    undoEdit: changed((round, { body }) => undoEdit(round, body.editId), board),
    pairByHand: changed((round, { body }, world) => {
      remember(round, 'A match was made by hand');
      round.proposals.push(
        draftOf(
          body.memberIds.map((id: string) => named(world, id)),
          true,
        ),
      );
    }, board),
  }) satisfies Readonly<Record<string, Handler>>;
