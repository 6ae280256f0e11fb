import { createApp } from '@coaching-pairs/bot/bolt/app';
import type { Request, Turn } from '@coaching-pairs/bot/bolt/turn';
import { actorOf, type ListenerContext } from '@coaching-pairs/bot/listeners/context';
import { listen } from '@coaching-pairs/bot/listeners/index';
import { endRound } from '@coaching-pairs/bot/workflows/close-round';
import { withdrawMatch } from '@coaching-pairs/bot/workflows/withdraw-match';
import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import { dayOf } from '@coaching-pairs/shared/time';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { personNamed } from '../../shared/organisation/company.js';
import { textsOf } from '../cards/every-card.js';
import { paperVault } from '../notes/paper-vault.js';
import { recordedLog } from '../sign-in/recorded-log.js';
import { memoryTable } from '../workflows/memory-table.js';
import { kickedOff, stepsOf } from '../workflows/steps.js';
import { id, ids, newOp, type Process, plainDirectory, priya, startProcess, value } from '../workflows/world.js';

const tenantId = '3f0d6f7e-6a55-4d0b-9a7e-5b1d2c3e4f50';
const names = ['Maya', 'Priya', 'Omar', 'Sam', 'Tom', 'Lena', 'Aisha', 'Jonas', 'Nora'] as const;
export const people = [personNamed('Ruth'), ...names.map((name) => personNamed(name, { under: 'Ruth', jobTitle: `Chief of ${name}` }))];

export const states = ['kick-off', 'inviting', 'proposed', 'withdrawn', 'active', 'closed'] as const;
export type Scene = (typeof states)[number];

/** The bot with all its listeners over a process; people write and click as themselves. */
export const botOf = ({ deps }: Pick<Process, 'deps'>) => {
  const app = createApp<ListenerContext>({
    logger: recordedLog(),
    contextOf: (turn) => {
      const words = wordsFor(turn.locale);
      return { deps, words, maker: { words, teamsAppId: 'app', today: dayOf(deps.clock.now()) }, actor: actorOf(turn) };
    },
    texts: { notUnderstood: () => 'not understood', failed: (_locale, number) => `failed ${number}` },
  });
  listen(app);
  const turnOf = (who: PersonId, request: Request): Turn => ({
    activityId: crypto.randomUUID(),
    actor: { personId: who, tenantId, name: who },
    conversation: { tenantId, personId: who, conversationId: `a:${who}`, serviceUrl: 'https://smba.example/', botId: '28:bot' },
    locale: 'en-GB',
    request,
  });
  const click = (who: PersonId, verb: string, data: unknown) =>
    app.handle(turnOf(who, { kind: 'action', verb, data, trigger: 'manual', asMessage: false }));
  /** What the bot answers to a text: the sentence, or all that stands on the card. */
  const say = async (name: string, text: string): Promise<string> => {
    const { writings } = await app.handle(turnOf(id(name), { kind: 'command', text }));
    return writings.map(({ message }) => (message.kind === 'text' ? message.text : textsOf(message.card).join(' | '))).join(' || ');
  };
  return { app, click, say, turnOf };
};

const play = async (state: Scene) => {
  const [table, keys] = [memoryTable(), paperVault()];
  const process = startProcess(table, plainDirectory([...people]), undefined, undefined, undefined, keys);
  const round: RoundId = await kickedOff(process, ids('Sam', 'Tom', 'Lena', 'Aisha', 'Jonas'));
  const steps = stepsOf(process, round);
  let proposal: Proposal | undefined;
  let other: Proposal | undefined;
  if (state !== 'kick-off') await steps.invite();
  if (state === 'inviting') for (const name of ['Sam', 'Tom', 'Lena', 'Aisha']) value(await steps.join(name));
  if (state !== 'kick-off' && state !== 'inviting') {
    for (const name of ['Sam', 'Tom', 'Lena', 'Aisha']) value(await steps.join(name));
    await steps.draft();
    await steps.send();
    const sent = await steps.proposals('sent');
    proposal = sent.find((one) => one.memberIds.includes(id('Sam')));
    other = sent.find((one) => one !== proposal);
    for (const member of other?.memberIds ?? []) value(await steps.accept(member, other));
  }
  if (state === 'withdrawn' && proposal !== undefined) {
    value(await steps.accept(proposal.memberIds.find((one) => one !== id('Sam')) ?? '', proposal));
    value(await withdrawMatch(process.deps, { ...steps.asked(), proposalId: proposal.id }));
  }
  if (state === 'active' || state === 'closed') {
    await steps.allAccept();
    await steps.announce();
  }
  if (state === 'closed') value(await endRound(process.deps, { roundId: round, opId: newOp(), actor: priya }));
  return { table, keys, round, proposal, other };
};

/** Each state is played once; whoever wants a round in it goes on with a copy. */
const played = new Map<Scene, ReturnType<typeof play>>();

export type Stage = Awaited<ReturnType<typeof stageIn>>;

/**
 * A round in a state. Sam is asked about the match `proposal` with `partner`, `paired` is in a formed pair; Jonas says
 * nothing, Nora is not invited, Priya runs the round and is not in it. Withdrawn is a round that goes on without that match, to which
 * the partner had said yes. Once announced, Sam too is in a pair.
 */
export const stageIn = async (state: Scene) => {
  const playing = played.get(state) ?? play(state);
  played.set(state, playing);
  const { table, keys, round, proposal, other } = await playing;
  const process = startProcess(table.fork(), plainDirectory([...people]), undefined, undefined, undefined, keys);
  const steps = stepsOf(process, round);
  const { rounds } = process.deps;
  /** All that a click could change. */
  const everything = async (): Promise<string> =>
    JSON.stringify([await rounds.everything(round), await rounds.unsent(round), (await rounds.audit(round)).length]);
  const partner = proposal?.memberIds.find((one) => one !== id('Sam')) ?? id('Tom');
  return { ...botOf(process), process, round, steps, proposal, partner, paired: other?.memberIds[0] ?? id('Lena'), everything };
};
