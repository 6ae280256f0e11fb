import { functionKey } from '@coaching-pairs/shared/organisation/functions';

type Groups = readonly { readonly name: string; readonly departments: readonly string[] }[];

/** The function that each department belongs to; a department in no group is a function of its own. */
export const functionByDepartment = (departments: readonly string[], groups: Groups): Readonly<Record<string, string>> => {
  const grouped = new Map(groups.flatMap((group) => group.departments.map((department) => [department, group.name])));
  return Object.fromEntries(departments.map((department) => [department, grouped.get(department) ?? department]));
};

/** The groups that say the same; a department that is its own function needs none. */
export const groupsFrom = (functionOf: Readonly<Record<string, string>>): { name: string; departments: string[] }[] => {
  const groups = new Map<string, string[]>();
  for (const [department, written] of Object.entries(functionOf)) {
    const name = written.trim() === '' ? department : written.trim();
    groups.set(name, [...(groups.get(name) ?? []), department]);
  }
  return [...groups]
    .filter(([name, departments]) => departments.length > 1 || departments[0] !== name)
    .map(([name, departments]) => ({ name, departments }));
};

type Known = { readonly groups: Groups; readonly departments: readonly { readonly name: string }[] };

/** The groups as they are once each of these departments, however it is spelt, is a function of its own. */
export const groupsWithout = ({ groups, departments }: Known, apart: readonly string[]): { name: string; departments: string[] }[] => {
  const names = departments.map(({ name }) => name);
  const keys = new Set(apart.map(functionKey));
  const before = functionByDepartment(names, groups);
  return groupsFrom(Object.fromEntries(names.map((name) => [name, keys.has(functionKey(name)) ? name : (before[name] ?? name)])));
};
