import type { PersonId, ProposalId, RoundId } from '@coaching-pairs/shared/ids';
import { held } from '@coaching-pairs/shared/round/nomination';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import type { Scene, Settled } from '@coaching-pairs/shared/round/settling';
import type { RoundChange, Versioned, VersionedContent, Written } from '../ports/rounds.js';
import type { Deps } from './deps.js';

/** A scene as it was read, so that what is settled on it is written only if nobody has changed it since. */
export type ReadScene = Scene & {
  readonly personOf: (id: PersonId) => Versioned<Participant> | undefined;
  readonly proposalOf: (id: ProposalId) => Versioned<Proposal> | undefined;
};

/** The rows of these people, as far as there are any. */
export const readPeople = async (deps: Deps, roundId: RoundId, ids: readonly PersonId[]) =>
  (await Promise.all(ids.map((id) => deps.rounds.participant(roundId, id)))).filter((row) => row !== null);

const readProposals = async (deps: Deps, roundId: RoundId, ids: readonly ProposalId[]) =>
  (await Promise.all(ids.map((id) => deps.rounds.proposal(roundId, id)))).filter((row) => row !== null);

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/** These people, every match that lies before one of them, and everybody in those: all that an answer of theirs may touch. */
export const readScene = async (deps: Deps, roundId: RoundId, ids: readonly PersonId[]): Promise<ReadScene> => {
  const near = await readPeople(deps, roundId, unique(ids));
  const proposals = await readProposals(deps, roundId, unique(near.flatMap(({ value }) => held(value))));
  const known = new Set(near.map(({ value }) => value.personId));
  const further = unique(proposals.flatMap(({ value }) => value.memberIds)).filter((id) => !known.has(id));
  const people = [...near, ...(await readPeople(deps, roundId, further))];
  const byPerson = new Map(people.map((row) => [row.value.personId, row]));
  const byId = new Map(proposals.map((row) => [row.value.id, row]));
  return {
    people: people.map(({ value }) => value),
    proposals: proposals.map(({ value }) => value),
    personOf: (id) => byPerson.get(id),
    proposalOf: (id) => byId.get(id),
  };
};

/** The same of a round that was read whole. */
export const sceneFrom = ({ content, participants, proposals }: VersionedContent): ReadScene => {
  const byPerson = new Map(participants.map((row) => [row.value.personId, row]));
  const byId = new Map(proposals.map((row) => [row.value.id, row]));
  return {
    people: content.participants,
    proposals: content.proposals,
    personOf: (id) => byPerson.get(id),
    proposalOf: (id) => byId.get(id),
  };
};

/** What was settled as rows to be written; what was not read before must not exist yet. */
export const writesOf = (scene: ReadScene, settled: Settled): Pick<RoundChange, 'participants' | 'proposals' | 'pairs'> => ({
  participants: settled.people.map((value): Written<Participant> => ({ value, etag: scene.personOf(value.personId)?.etag ?? null })),
  proposals: settled.proposals.map((value): Written<Proposal> => ({ value, etag: scene.proposalOf(value.id)?.etag ?? null })),
  ...(settled.pair === null ? {} : { pairs: [{ value: settled.pair, etag: null }] }),
});
