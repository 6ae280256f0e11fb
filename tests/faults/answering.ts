import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { ProductGone } from '../acceptance/driver/ask.js';
import { buttonsOf } from '../acceptance/driver/chat.js';
import type { Person } from '../acceptance/driver/person.js';
import type { Sandbox } from '../acceptance/sandbox.js';

/** People who answer at the same time. */
const atOnce = 8;
const pauseMs = 100;
/** How long somebody does something else who has no card yet. */
const cardPauseMs = 400;

export type Given = 'joined' | 'sitting-out';

/** Nine of ten join and the others sit out. */
export const answerOf = (id: string): Given => (Number(id.slice(1)) % 10 < 9 ? 'joined' : 'sitting-out');

export type Answering = {
  /** Who was told that their answer stands. */
  readonly acknowledged: Set<string>;
  /** Answers that the product had kept, though whoever gave them was cut off before they heard so. */
  readonly unheard: Set<string>;
};

type Tried = 'answered' | 'no-card-yet';

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const byTab = async (person: Person, { id, disclosureVersion }: MyRound): Promise<Tried> => {
  await person.calls(routes.answerInvitation, { roundId: id }, { answer: answerOf(person.id), disclosureVersion });
  return 'answered';
};

const byCard = async (person: Person): Promise<Tried> => {
  const wanted = answerOf(person.id) === 'joined' ? 'join' : 'sitOut';
  for (const { activityId, card } of await person.chat('as-sent')) {
    const button = buttonsOf(card).find(({ verb }) => verb === wanted);
    if (button === undefined) continue;
    const { status } = await person.forges(activityId, button.verb, button.data);
    if (status >= 500) throw new ProductGone(`the click was answered with ${status}`);
    if (status !== 200) throw new Error(`${person.name}'s click was answered with ${status}`);
    return 'answered';
  }
  return 'no-card-yet';
};

/** All of them answer, every second one on the card and the others in the tab; whoever is cut off looks again, and answers again where nothing was kept. */
export const everybodyAnswers = async (
  sandbox: Sandbox,
  people: readonly string[],
  { acknowledged, unheard }: Answering,
): Promise<void> => {
  const left = people.map((id, index) => ({ id, answer: index % 2 === 0 ? byCard : byTab, cutOff: false }));
  const invitation = await sandbox.as(people[0] ?? '').round();
  const next = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const person = sandbox.as(one.id);
      try {
        if (one.cutOff && (await person.round()).answer === answerOf(one.id)) {
          unheard.add(one.id);
        } else if ((await one.answer(person, invitation)) === 'answered') {
          acknowledged.add(one.id);
        } else {
          left.push(one);
          await wait(cardPauseMs);
        }
      } catch (cause) {
        if (!(cause instanceof ProductGone)) throw cause;
        left.unshift({ ...one, cutOff: true });
        await wait(pauseMs);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
};
