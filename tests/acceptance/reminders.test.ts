import { instant, personId, plainDate } from '@coaching-pairs/shared/ids';
import { daysOf, type Occasion } from '@coaching-pairs/shared/reminders/occasions';
import { isWorkingTime, slotOn, usualWorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import { localTimeOf } from '@coaching-pairs/shared/time';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, type ChatMessage, wordsOf } from './driver/chat.js';
import { readOrganisation } from './driver/organisation.js';
import { inRepository } from './driver/product.js';
import { until } from './driver/round.js';
import { type Sandbox, startSandbox } from './sandbox.js';

const file = inRepository('tests/data/twelve-leaders.csv');
const organisation = readOrganisation(file);
/** Both say nothing; one of them until after the first reminder. They live in the zones of the file. */
const [silent, hesitant] = [
  { name: 'Ines Aldana', zone: 'Europe/Madrid' },
  { name: 'Oskar Lind', zone: 'Europe/Stockholm' },
];

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ people: file });
  await sandbox.as('Noor Sayegh').calls(routes.saveFunctions, {}, { groups: [...organisation.groups] });
});
afterAll(() => sandbox?.remove());

const remindersIn = (chat: readonly ChatMessage[]): readonly ChatMessage[] =>
  chat.filter(({ card }) => wordsOf(card).includes('You have not answered yet'));
const remindersOf = async (name: string) => remindersIn(await sandbox.as(name).chat('as-sent'));

const passTo = async (at: string): Promise<void> => {
  const now = await sandbox.advancesClock('PT1S');
  const seconds = Math.ceil((Date.parse(at) - Date.parse(now)) / 1_000);
  if (seconds > 0) await sandbox.advancesClock(`PT${seconds}S`);
};

describe('somebody who does not answer', { timeout: 240_000 }, () => {
  it('[R-15] [R-16] [CP-73] is reminded exactly twice, in their own working time, and not again after an answer', async () => {
    const round = await sandbox.opens('Noor Sayegh', { leader: 'Helena Marsh', peoplePartner: 'Judith Amsel' });
    const { answersBy } = await round.invites();
    const [invitation] = (await sandbox.as(silent.name).chat('as-sent')).filter(({ card }) =>
      buttonsOf(card).some(({ verb }) => verb === 'join'),
    );
    const occasion: Occasion = {
      ...{ kind: 'invitation-reminder', subject: 'invitation', to: personId(sandbox.as(silent.name).id) },
      ...{ since: instant(new Date(invitation?.at ?? '').toISOString()), until: plainDate(answersBy) },
    };
    const days = daysOf(occasion, silent.zone, usualWorkingTime);
    expect(days).toHaveLength(2);
    let heard = 0;

    for (const [index, day] of days.entries()) {
      await passTo(slotOn(day, silent.zone, usualWorkingTime).at);
      const got = await until(
        'A reminder',
        () => remindersOf(silent.name),
        (all) => all.length > index,
      );
      const last = got.at(-1);
      const at = instant(new Date(last?.at ?? '').toISOString());
      expect(isWorkingTime(at, silent.zone, usualWorkingTime), localTimeOf(at, silent.zone)).toBe(true);
      expect(localTimeOf(at, silent.zone).slice(0, 13)).toBe(`${day}T09`);
      expect(last?.summary).toBe('Coaching Pairs: please have a look');
      if (index === 0) {
        await until(
          'A reminder',
          () => remindersOf(hesitant.name),
          (all) => all.length > 0,
        );
        // The card of the reminder itself is the question anew.
        expect(buttonsOf(last?.card).map(({ verb }) => verb)).toEqual(['join', 'sitOut', 'tellMore']);
        await sandbox.as(hesitant.name).clicks('sitOut', 'as-sent');
        heard = (await sandbox.as(hesitant.name).chat('as-sent')).length;
      }
    }
    await passTo(`${answersBy}T22:30:00.000Z`);
    await sandbox.advancesClock('P2D');
    // A sweep or two of the product, which looks every half minute.
    await new Promise((resolve) => setTimeout(resolve, 40_000));
    expect(await remindersOf(silent.name)).toHaveLength(2);
    // Their one reminder has become the card of somebody who sits out, and nothing came after it.
    expect(await sandbox.as(hesitant.name).chat('as-sent')).toHaveLength(heard);
    expect((await sandbox.as(hesitant.name).round()).answer).toBe('sitting-out');

    // The invitation of weeks ago still works.
    const old = buttonsOf(invitation?.card).find(({ verb }) => verb === 'join');
    await sandbox.as(silent.name).forges(invitation?.activityId ?? '', 'join', old?.data ?? {});
    expect((await sandbox.as(silent.name).round()).answer).toBe('joined');
  });
});
