import { answerInvitation } from '@coaching-pairs/bot/workflows/answer-invitation';
import { answerProposal } from '@coaching-pairs/bot/workflows/answer-proposal';
import { draftMatches } from '@coaching-pairs/bot/workflows/draft-matches';
import { announceToAll, callToKickOff, inviteEverybody } from '@coaching-pairs/bot/workflows/invite';
import { recordKickOff } from '@coaching-pairs/bot/workflows/kick-off';
import { openNewRound } from '@coaching-pairs/bot/workflows/open-round';
import { chooseAudience } from '@coaching-pairs/bot/workflows/read-directory';
import { rememberNamed } from '@coaching-pairs/bot/workflows/remember-named';
import { approveAndSend } from '@coaching-pairs/bot/workflows/send-proposals';
import { disclosureVersion } from '@coaching-pairs/shared/disclosure/who-sees-what';
import { type PersonId, plainDate, type RoundId } from '@coaching-pairs/shared/ids';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import type { RoundPlan } from '@coaching-pairs/shared/round/round';
import { actor, newOp, type Process, plan, priya, value } from './world.js';

/** What organisers and leaders do in a round, one verb each, through the use cases that cards and pages call. */
export const stepsOf = (process: Process, roundId: RoundId) => {
  const { deps, through } = process;
  const asked = (opId = newOp()) => ({ roundId, opId, actor: priya });
  const content = async () => (await deps.rounds.everything(roundId)) ?? Promise.reject(new Error('no round'));
  const proposals = async (state: Proposal['state']): Promise<readonly Proposal[]> =>
    (await content()).content.proposals.filter((proposal) => proposal.state === state);
  const proposalOf = async (person: PersonId): Promise<Proposal | undefined> =>
    (await proposals('sent')).find((proposal) => proposal.memberIds.includes(person));
  const answer = async (name: string, said: 'accept' | 'decline', proposal?: Proposal) => {
    const open = proposal ?? (await proposalOf(actor(name).personId));
    if (open === undefined) throw new Error(`${name} has no open proposal`);
    return answerProposal(deps, { roundId, proposalId: open.id, opId: newOp(), actor: actor(name), answer: said });
  };
  return {
    asked,
    content,
    proposals,
    proposalOf,
    invite: (opId = newOp()) => inviteEverybody(deps, asked(opId)).then(through),
    draft: (opId = newOp()) => draftMatches(deps, asked(opId)).then(through),
    send: (opId = newOp()) => approveAndSend(deps, asked(opId)).then(through),
    announce: (withoutPartner: readonly PersonId[] = [], opId = newOp()) =>
      announceToAll(deps, { ...asked(opId), withoutPartner }).then(through),
    join: (name: string) => answerInvitation(deps, { roundId, opId: newOp(), actor: actor(name), answer: 'joined', disclosureVersion }),
    sitOut: (name: string) => answerInvitation(deps, { roundId, opId: newOp(), actor: actor(name), answer: 'sitting-out' }),
    accept: (name: string, proposal?: Proposal) => answer(name, 'accept', proposal),
    decline: (name: string, proposal?: Proposal) => answer(name, 'decline', proposal),
    /** Everybody before an open proposal says yes. */
    allAccept: async () => {
      for (const proposal of await proposals('sent'))
        for (const personId of proposal.memberIds) {
          const said = { roundId, proposalId: proposal.id, opId: newOp(), actor: { personId, name: personId, opener: false } };
          value(await answerProposal(deps, { ...said, answer: 'accept' }));
        }
    },
  };
};

/** A round for these people, up to the day on which its kick-off was held. */
export const kickedOff = async (process: Process, audience: readonly PersonId[], own: Partial<RoundPlan> = {}): Promise<RoundId> => {
  const { deps, through } = process;
  const wanted = { ...plan, ...own };
  value(await rememberNamed(deps, [wanted.leaderId, wanted.peoplePartnerId, ...wanted.administratorIds]));
  const roundId = value(await openNewRound(deps, { opId: newOp(), actor: priya, plan: wanted }));
  const asked = () => ({ roundId, opId: newOp(), actor: priya });
  await through(await chooseAudience(deps, { ...asked(), audience: { kind: 'list', entries: [...audience] } }));
  await through(await callToKickOff(deps, { ...asked(), on: plainDate('2026-11-27') }));
  value(await recordKickOff(deps, { ...asked(), commonApproach: 'We ask before we advise.' }));
  return roundId;
};

/** The same, with the invitations out and everybody in. */
export const allJoined = async (process: Process, audience: readonly PersonId[], own: Partial<RoundPlan> = {}): Promise<RoundId> => {
  const roundId = await kickedOff(process, audience, own);
  const steps = stepsOf(process, roundId);
  await steps.invite();
  for (const person of audience) value(await steps.join(person));
  return roundId;
};
