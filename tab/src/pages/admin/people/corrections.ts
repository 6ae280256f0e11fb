import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { CorrectPerson, RoundPerson } from '@coaching-pairs/shared/wire/people';

/** Who manages somebody: as it is, somebody else, nobody, or whom the directory names. */
export type ManagerChoice = { readonly kind: 'keep' | 'none' | 'back' } | { readonly kind: 'other'; readonly person: Named | null };

export type Put = { readonly functionName: string; readonly manager: ManagerChoice; readonly second: ManagerChoice };

export const putOf = ({ person }: RoundPerson): Put => ({
  functionName: person.functionName ?? '',
  manager: { kind: 'keep' },
  second: { kind: 'keep' },
});

const named = (choice: ManagerChoice): string | null | undefined => {
  if (choice.kind === 'none') return null;
  return choice.kind === 'other' ? choice.person?.id : undefined;
};

/** What is to be changed; null where nothing is, or where a choice is not made yet. */
export const changesIn = (one: RoundPerson, put: Put): Omit<CorrectPerson, 'opId'> | null => {
  if ([put.manager, put.second].some((choice) => choice.kind === 'other' && choice.person === null)) return null;
  const functionName = put.functionName.trim();
  const [managerId, secondManagerId] = [named(put.manager), named(put.second)];
  const isBack = functionName === '' && one.corrected.includes('functionName');
  const takesBack = [...(put.manager.kind === 'back' ? (['managerId'] as const) : []), ...(isBack ? (['functionName'] as const) : [])];
  const changes = {
    ...(functionName === '' || functionName === one.person.functionName ? {} : { functionName }),
    ...(managerId === undefined ? {} : { managerId }),
    ...(secondManagerId === undefined ? {} : { secondManagerId }),
    ...(takesBack.length === 0 ? {} : { takesBack }),
  };
  return Object.keys(changes).length === 0 ? null : changes;
};
