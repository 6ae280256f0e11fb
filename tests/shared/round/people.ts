import { disclosureVersion } from '@coaching-pairs/shared/disclosure/who-sees-what';
import { type Instant, instant, operationId, type PersonId, personId, plainDate, proposalId, roundId } from '@coaching-pairs/shared/ids';
import type { Result } from '@coaching-pairs/shared/result';
import { announceKickOff, beginMatching, beginWave, holdKickOff, openInvitations, setAudience } from '@coaching-pairs/shared/round/moves';
import { member, type Participant } from '@coaching-pairs/shared/round/participation';
import { draftProposal, type Proposal, sendProposal } from '@coaching-pairs/shared/round/proposal';
import { openRound, type Round, type RoundPlan } from '@coaching-pairs/shared/round/round';

export const id = (name: string): PersonId => personId(name.toLowerCase());
export const ids = (...names: readonly string[]): readonly PersonId[] => names.map(id);

/** The instant so many minutes after the round was opened. */
export const minute = (minutes: number): Instant => instant(new Date(Date.UTC(2026, 10, 20, 9, minutes)).toISOString());

export const value = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
};
export const refusal = <E>(result: Result<unknown, E>): E => {
  if (result.ok) throw new Error('not refused');
  return result.error;
};

export const plan: RoundPlan = {
  name: 'Leadership team, spring',
  introduction: 'chief-executive',
  leaderId: id('Maya'),
  peoplePartnerId: id('Priya'),
  administratorIds: ids('Omar'),
  answersBy: plainDate('2026-12-04'),
  startsOn: plainDate('2027-01-11'),
  endsOn: plainDate('2027-07-12'),
};

const act = { by: id('Priya'), at: minute(1), opId: operationId('op') };
const made = { id: roundId('spring'), seed: 7, disclosureVersion, by: id('Priya'), at: minute(0) };

/** Maya leads, Priya is the people partner, Omar is an administrator beside her; one round in each state, in order. */
export const roundsFor = (own: Partial<RoundPlan> = {}) => {
  const draft = value(openRound({ ...plan, ...own }, made));
  const withAudience = value(setAudience(draft, { kind: 'list', ids: ids('Maya', 'Sam') }, id('Maya')));
  const kickOff = value(announceKickOff(withAudience, plainDate('2026-11-27')));
  const held = value(holdKickOff(kickOff, '  We ask before we advise.  ', act));
  const inviting = value(openInvitations(held));
  const matching = value(beginMatching(inviting, 2));
  const proposed = value(beginWave(matching, []));
  const later = (state: Round['state']): Round => ({ ...proposed, state });
  return {
    ...{ draft, withAudience, kickOff, held, inviting, matching, proposed },
    ...{ active: later('active'), awayday: later('awayday'), closed: later('closed') },
  };
};

export const joined = (name: string, own: Partial<Participant> = {}): Participant => ({
  ...member(id(name)),
  answer: 'joined',
  disclosureVersion,
  ...own,
});

export const drafted = (...names: readonly string[]): Proposal =>
  draftProposal(proposalId(names.join('-').toLowerCase()), ids(...names), [], { locked: false, byHand: false });
export const sent = (...names: readonly string[]): Proposal => value(sendProposal(drafted(...names), 1, minute(10)));
