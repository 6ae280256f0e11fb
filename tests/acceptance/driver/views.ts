import { expect } from 'vitest';
import type { ChatMessage } from './chat.js';
import type { Person } from './person.js';

/** Everything that one person can see of the product without being an administrator, as text that can be compared. */
export type View = { readonly chat: readonly ChatMessage[]; readonly said: string; readonly tab: string };

export const viewOf = async (person: Person): Promise<View> => {
  const [chat, me] = await Promise.all([person.chat(), person.me()]);
  return { chat, said: JSON.stringify(chat.map(({ text, card, summary }) => ({ text, card, summary }))), tab: JSON.stringify(me) };
};

export const viewsOf = async (people: readonly Person[]): Promise<ReadonlyMap<string, View>> =>
  new Map(await Promise.all(people.map(async (person) => [person.name, await viewOf(person)] as const)));

export type Reworked = { readonly who: string; readonly partner: string; readonly leader: string };

/** That nobody but those two sees anything that was not there before; the round leader's tab alone knows of both, alike (CP-33). */
export const expectSilence = (
  before: ReadonlyMap<string, View>,
  after: ReadonlyMap<string, View>,
  { who, partner, leader }: Reworked,
): void => {
  for (const [name, view] of after) {
    if (name === who || name === partner) continue;
    expect(view.said, `the chat of ${name}`).toBe(before.get(name)?.said);
    if (name !== leader) expect(view.tab, `the tab of ${name}`).toBe(before.get(name)?.tab);
  }
};
