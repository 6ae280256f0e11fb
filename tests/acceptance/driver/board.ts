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

/** Two drafts whose people could also be matched the other way round. */
export const crossable = async (
  allowed: (members: readonly string[]) => Promise<boolean>,
  drafts: readonly OnBoard[],
): Promise<readonly [OnBoard, OnBoard]> => {
  for (const [place, one] of drafts.entries()) {
    for (const other of drafts.slice(place + 1)) {
      const [[a = '', b = ''], [c = '', d = '']] = [membersOf(one), membersOf(other)];
      if (((await allowed([a, c])) && (await allowed([b, d]))) || ((await allowed([a, d])) && (await allowed([b, c])))) return [one, other];
    }
  }
  throw new Error('No two drafts cross.');
};
