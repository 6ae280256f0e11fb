import { routes } from '@coaching-pairs/shared/wire/routes';
import type { Sandbox } from '../sandbox.js';
import { membersOf, type OnBoard, partnerIn } from './board.js';
import type { Organisation } from './organisation.js';
import type { Round } from './round.js';

/** Whoever says no and names another, whom, and the partners they had. */
export type Naming = { readonly asker: string; readonly nominee: string; readonly left: string; readonly passedOver: string };

export const nomineesFor = async (sandbox: Sandbox, { id }: Round, name: string) =>
  (await sandbox.as(name).calls(routes.nominees, { roundId: id })).people;

/** Of these matches somebody who has a manager or report among the twelve, and somebody of another match whom they may name. */
export const someoneToName = async (sandbox: Sandbox, round: Round, matches: readonly OnBoard[]): Promise<Naming> => {
  for (const match of matches)
    for (const asker of membersOf(match)) {
      const found = await nomineesFor(sandbox, round, asker);
      const isInLine = found.some(({ why }) => why?.includes('management chain') === true);
      const free = found.filter(({ standing }) => standing === 'possible').map(({ person }) => person.name);
      const other = matches.find((one) => one !== match && membersOf(one).some((name) => free.includes(name)));
      const nominee = membersOf(other ?? match).find((name) => free.includes(name));
      if (isInLine && other !== undefined && nominee !== undefined)
        return { asker, nominee, left: partnerIn(match, asker), passedOver: partnerIn(other, nominee) };
    }
  throw new Error('Nobody can be named.');
};

/** Whether the organisation lets these two be partners: of different functions, and neither in the other's line. */
export const mayMeet = (organisation: Organisation, [one, other]: readonly [string, string]): boolean =>
  organisation.functionOf(one) !== organisation.functionOf(other) && organisation.levelsBetween(one, other) === undefined;

/** Of these matches one whose people, set free, could be matched with those two crosswise. */
export const crossing = (
  couldMeet: (one: string, other: string) => boolean,
  [one, other]: readonly [string, string],
  matches: readonly OnBoard[],
): OnBoard => {
  const found = matches.find((match) => {
    const [a = '', b = ''] = membersOf(match);
    return (couldMeet(one, a) && couldMeet(other, b)) || (couldMeet(one, b) && couldMeet(other, a));
  });
  if (found === undefined) throw new Error('No match can be matched crosswise with them.');
  return found;
};
