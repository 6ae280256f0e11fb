import type { Board } from '@coaching-pairs/shared/wire/board';

export type OnBoard = Board['drafts'][number];

/** Names of those in a match. */
export const membersOf = ({ members }: OnBoard): readonly string[] => members.map(({ name }) => name);

export const partnerIn = (match: OnBoard, name: string): string => membersOf(match).find((other) => other !== name) ?? '';

/** The match that somebody is in; throws where there is none. */
export const matchOf = (matches: readonly OnBoard[], name: string): OnBoard => {
  const found = matches.find((match) => membersOf(match).includes(name));
  if (found === undefined) throw new Error(`${name} is in no match.`);
  return found;
};
