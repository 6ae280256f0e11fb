import type { PersonId } from '../ids.js';
import { isAbove } from '../organisation/chains.js';
import type { Organisation } from '../organisation/organisation.js';
import { accountOf, type Coach, type CoachId } from './coach.js';

export const conflictCodes = ['is-client', 'in-chain', 'same-function'] as const;
export type ConflictCode = (typeof conflictCodes)[number];

/** Why a coach is too near to a client. */
export type Conflict = { readonly code: ConflictCode; readonly clientId: PersonId };

/** A client has said that they are content with a coach who is near to one of them. */
export type ConflictAgreed = { readonly coachId: CoachId; readonly by: PersonId };

const isInChain = (organisation: Organisation, coach: PersonId, client: PersonId): boolean =>
  isAbove(organisation, coach, client) ||
  isAbove(organisation, client, coach) ||
  organisation.dottedOf.get(client) === coach ||
  organisation.dottedOf.get(coach) === client;

const conflictsWith = (organisation: Organisation, coach: PersonId, clientId: PersonId): readonly ConflictCode[] => {
  if (coach === clientId) return ['is-client'];
  const [theirs, ours] = [organisation.functionOf.get(coach), organisation.functionOf.get(clientId)];
  return [
    ...(isInChain(organisation, coach, clientId) ? (['in-chain'] as const) : []),
    ...(theirs !== undefined && theirs === ours ? (['same-function'] as const) : []),
  ];
};

/**
 * What stands between a coach and the clients of one engagement: they are one of them, stand in one line of management with one of
 * them, second managers included, or belong to the same function. External coaches stand in no line and in no function.
 */
export const conflictsOf = (organisation: Organisation, coach: Coach, clientIds: readonly PersonId[]): readonly Conflict[] => {
  const account = accountOf(coach);
  if (account === null) return [];
  const found = (clientId: PersonId): readonly ConflictCode[] => {
    if (coach.from.kind === 'inside') return conflictsWith(organisation, account, clientId);
    return account === clientId ? ['is-client'] : [];
  };
  return clientIds.flatMap((clientId) => found(clientId).map((code) => ({ code, clientId })));
};

/**
 * Those that are left when both clients have said of this coach that they are content; one of the two is not enough, and nobody is
 * coach and client at once.
 */
export const conflictsLeft = (
  conflicts: readonly Conflict[],
  { id }: Coach,
  clientIds: readonly PersonId[],
  agreed: readonly ConflictAgreed[],
): readonly Conflict[] => {
  const bothAgree = clientIds.every((clientId) => agreed.some(({ coachId, by }) => coachId === id && by === clientId));
  return bothAgree ? conflicts.filter(({ code }) => code === 'is-client') : conflicts;
};
