import { routes } from '@coaching-pairs/shared/wire/routes';
import { expect } from 'vitest';
import type { Sandbox } from '../sandbox.js';
import { each, newOperation, ProductGone } from './ask.js';
import { type ChatMessage, titleOf } from './chat.js';
import type { Killing } from './killing.js';
import type { Person, Reading } from './person.js';
import type { Round } from './round.js';

export type Cast = { readonly administrator: string; readonly leader: string; readonly peoplePartner: string };

/** People who click at the same time. */
const atOnce = 3;

const clicked = async (person: Person, verb: string): Promise<void> => {
  const { status } = await person.clicks(verb);
  if (status >= 500) throw new ProductGone(`the click was answered with ${status}`);
  expect(status).toBe(200);
};

/** What the person sees decides whether they click again, as it does with people. */
const joins = async (person: Person): Promise<void> => {
  if ((await person.round()).answer !== 'joined') await clicked(person, 'join');
};
const accepts = async (person: Person): Promise<void> => {
  if ((await person.round()).match.kind === 'asked') await clicked(person, 'acceptProposal');
};

/** A whole round to the announced pairs; each step is repeated until the product has acknowledged it. */
export const playThroughKills = async (sandbox: Sandbox, cast: Cast, name: string, killing: Killing, tell: (round: Round) => void) => {
  const { through, promised } = killing;
  const operation = newOperation();
  const opening = { leader: cast.leader, peoplePartner: cast.peoplePartner, name, operation };
  const round = await through(() => sandbox.opens(cast.administrator, opening));
  promised.joined.clear();
  promised.accepted.clear();
  tell(round);
  await through(() => round.invites('We listen first.', operation));
  const people = (await through(round.people)).map(({ person }) => person.id);
  await each(people, atOnce, async (id) => {
    await through(() => joins(sandbox.as(id)));
    promised.joined.add(id);
  });
  await through(() => round.does(routes.beginMatching, { opId: `${operation}-match` }));
  const { sent } = await through(() => round.sends(operation));
  const asked = sent.flatMap(({ members }) => members.map(({ id }) => id));
  await each(asked, atOnce, async (id) => {
    await through(() => accepts(sandbox.as(id)));
    promised.accepted.add(id);
  });
  await through(round.settles);
  const left = (await through(round.board)).left.map(({ person }) => person.id);
  await through(() => round.announces(left, operation));
  return { round, people, asked };
};

export const kinds = ['kick-off', 'invitation', 'proposal', 'pair-formed', 'pairs-announced'] as const;
export type Kind = (typeof kinds)[number];

const kindOf = ({ card, summary }: ChatMessage): Kind | undefined => {
  const title = titleOf(card);
  if (summary?.startsWith('An invitation')) return title.startsWith('Kick-off') ? 'kick-off' : 'invitation';
  if (summary?.includes('have a look')) return 'proposal';
  if (title.includes('pairs are formed')) return 'pairs-announced';
  return summary?.startsWith('News') ? 'pair-formed' : undefined;
};

export type Received = Readonly<Record<Kind, number>>;

/** How often somebody was told each thing about one round. */
export const receivedBy = async (person: Person, roundName: string, how?: Reading): Promise<Received> => {
  const counts = { 'kick-off': 0, invitation: 0, proposal: 0, 'pair-formed': 0, 'pairs-announced': 0 };
  for (const message of await person.chat(how)) {
    const kind = JSON.stringify(message.card ?? '').includes(`· ${roundName}"`) ? kindOf(message) : undefined;
    if (kind !== undefined) counts[kind] += 1;
  }
  return counts;
};
