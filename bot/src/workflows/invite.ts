import type { Act } from '@coaching-pairs/shared/audit/acts';
import { operationId, type PersonId, type PlainDate, plainDate, type RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { freezeChoosing } from '@coaching-pairs/shared/round/choosing';
import { announceKickOff, announcePairs, openInvitations } from '@coaching-pairs/shared/round/moves';
import { isPutToPeople } from '@coaching-pairs/shared/round/nomination';
import { type Round, type RoundRefusal, type RoundState, roundStates } from '@coaching-pairs/shared/round/round';
import { type RoundContent, withoutPartner } from '@coaching-pairs/shared/round/standing';
import * as z from 'zod';
import type { VersionedContent } from '../ports/rounds.js';
import type { Work, WorkContext, WorkEnd } from '../ports/works.js';
import { type AskedWork, beginWork } from './begin-work.js';
import { decideAndCommit, done } from './change-round.js';
import type { Deps } from './deps.js';
import { endSuggestions } from './expire-suggestions.js';
import type { MessageKind } from './messages.js';
import type { Refusal } from './refusal.js';
import { refused } from './refused.js';
import { tellPopulation } from './tell-population.js';

/** One move of the whole round that everybody concerned is told of. */
type Announcement<Input> = {
  readonly input: z.ZodType<Input>;
  readonly action: Act;
  readonly message: MessageKind;
  /** Where the move leads. */
  readonly to: RoundState;
  readonly move: (round: Round, content: RoundContent, input: Input) => Result<Round, RoundRefusal>;
  readonly whom: (content: RoundContent) => readonly PersonId[];
  /** What follows at once; may be repeated. */
  readonly after?: (deps: Deps, roundId: RoundId) => Promise<void>;
};

const everybody = (content: RoundContent): readonly PersonId[] => content.participants.map((one) => one.personId);
const unasked = (content: RoundContent): readonly PersonId[] =>
  content.participants.filter((one) => one.answer === 'none').map((one) => one.personId);
const participating = (content: RoundContent): readonly PersonId[] =>
  content.participants.filter((one) => one.answer === 'joined').map((one) => one.personId);

const day = z.custom<PlainDate>((value) => typeof value === 'string');
const people = z.array(z.custom<PersonId>((value) => typeof value === 'string'));

const kickOff: Announcement<{ on: PlainDate }> = {
  input: z.object({ on: day }),
  action: 'kick-off.announce',
  message: 'kick-off',
  to: 'kick-off',
  // An audience that the directory turned out not to know is none: nobody would come.
  move: (round, { participants }, { on }) =>
    round.state === 'draft' && participants.length === 0 ? err({ code: 'audience-missing' }) : announceKickOff(round, plainDate(on)),
  whom: everybody,
};

const invitations: Announcement<object> = {
  input: z.object({}),
  action: 'invitations.open',
  message: 'invitation',
  to: 'inviting',
  move: openInvitations,
  whom: unasked,
};

const pairs: Announcement<{ withoutPartner: PersonId[] }> = {
  input: z.object({ withoutPartner: people }),
  action: 'pairs.announce',
  message: 'pairs-announced',
  to: 'active',
  move: (round, content, input) => {
    // Where partners are chosen in the open this freezes the board, and whoever is left is named nowhere (tension 3).
    if (round.state === 'choosing') return freezeChoosing(round);
    const openProposals = content.proposals.filter(isPutToPeople).length;
    return announcePairs(round, { openProposals, withoutPartner: withoutPartner(content) }, input.withoutPartner);
  },
  whom: participating,
  after: endSuggestions,
};

/** Also where it was given up and the round has gone further since: whoever was not told then still has to hear of it. */
const hasReached = ({ state }: Round, to: RoundState): boolean =>
  state !== 'closed' && roundStates.indexOf(state) >= roundStates.indexOf(to);

const makeMove = <Input>(deps: Deps, announcement: Announcement<Input>, input: Input, context: WorkContext, begun: boolean) =>
  decideAndCommit<VersionedContent>(deps.rounds.commit, async () => {
    const all = await deps.rounds.everything(context.work.roundId);
    if (all === null) return err({ code: 'not-found' });
    if (begun && hasReached(all.round.value, announcement.to)) return ok({ change: null, answer: all });
    const moved = announcement.move(all.round.value, all.content, input);
    if (!moved.ok) return moved;
    const { roundId, by } = context.work;
    const change = {
      roundId,
      opId: operationId(`${context.work.id}.move`),
      round: { value: moved.value, etag: all.round.etag },
      ...(all.round.value.state === 'choosing' ? { board: 'everybody' as const } : {}),
      audit: [done(deps, by, announcement.action, { roundId })],
    };
    return ok({ change, answer: all });
  });

const handlerOf =
  <Input>(deps: Deps, announcement: Announcement<Input>) =>
  async (given: unknown, context: WorkContext): Promise<WorkEnd> => {
    const input = announcement.input.parse(given);
    // Whoever finds the move made by somebody else tells nobody a second time; noted first, so that one's own is known again.
    const begun = context.resume !== null;
    if (!begun) await context.saveResume({ begun: true });
    const moved = await makeMove(deps, announcement, input, context, begun);
    if (!moved.ok) return refused(moved.error);
    const { roundId, by } = context.work;
    await announcement.after?.(deps, roundId);
    const telling = { roundId, opId: operationId(context.work.id), kind: announcement.message, by, context };
    const told = await tellPopulation(deps, telling, announcement.whom(moved.value.content));
    return { kind: 'done', report: { told } };
  };

export const announceKickOffHandler = (deps: Deps) => handlerOf(deps, kickOff);
export const openInvitationsHandler = (deps: Deps) => handlerOf(deps, invitations);
export const announcePairsHandler = (deps: Deps) => handlerOf(deps, pairs);

/** Calls the whole population to the kick-off on a day (CP-10). */
export const callToKickOff = (deps: Deps, asked: AskedWork & { readonly on: PlainDate }): Promise<Result<Work, Refusal>> =>
  beginWork(deps, { ...asked, kind: 'announce-kick-off', input: { on: asked.on } }, ({ round, content }) =>
    kickOff.move(round.value, content, asked),
  );

/** Opens joining time and invites everybody who has not answered (CP-11). */
export const inviteEverybody = (deps: Deps, asked: AskedWork): Promise<Result<Work, Refusal>> =>
  beginWork(deps, { ...asked, kind: 'open-invitations', input: {} }, ({ round, content }) => invitations.move(round.value, content, {}));

/** Makes the pairs known to all participants; whoever stays without a partner is acknowledged by name. */
export const announceToAll = (
  deps: Deps,
  asked: AskedWork & { readonly withoutPartner: readonly PersonId[] },
): Promise<Result<Work, Refusal>> => {
  const input = { withoutPartner: [...asked.withoutPartner] };
  return beginWork(deps, { ...asked, kind: 'announce-pairs', input }, ({ round, content }) => pairs.move(round.value, content, input));
};
