import { type Fact, fields } from '@coaching-pairs/shared/disclosure/matrix';
import { z } from 'zod';

/** One value of an answer: which fact it tells, and of whom (nobody in particular: an empty list). */
export type Told = { readonly path: string; readonly fact: Fact; readonly about: readonly string[]; readonly value: unknown };

const NamedLike = z.strictObject({ id: z.string(), name: z.string(), functionName: z.string().nullable() });
const WithPerson = z.looseObject({ person: NamedLike });
const WithMembers = z.looseObject({ members: z.array(NamedLike) });

const factOf = (path: string, value: unknown): Fact => {
  const fact = fields[`${path}=${String(value)}`] ?? fields[path];
  if (fact === undefined) throw new Error(`${path} has no row.`);
  return fact;
};

/** People that the parts of an object are about. */
const aboutIn = (value: object, outer: readonly string[]): readonly string[] => {
  const person = WithPerson.safeParse(value);
  if (person.success) return [person.data.person.id];
  const members = WithMembers.safeParse(value);
  return members.success ? members.data.members.map(({ id }) => id) : outer;
};

/** Every value of an answer, but for what says nothing: null. */
export const toldBy = (path: string, value: unknown, about: readonly string[] = []): readonly Told[] => {
  if (value === null) return [];
  const named = NamedLike.safeParse(value);
  if (named.success && path in fields) return [{ path, fact: factOf(path, value), about: [named.data.id], value: named.data.name }];
  if (Array.isArray(value)) return value.flatMap((one) => toldBy(`${path}[]`, one, about));
  // What has a row as a whole is told as a whole, whatever is in it.
  if (typeof value === 'object' && fields[path] !== undefined)
    return [{ path, fact: factOf(path, value), about, value: JSON.stringify(value) }];
  if (typeof value === 'object') {
    const inner = aboutIn(value, about);
    return Object.entries(value).flatMap(([key, part]) => toldBy(`${path}.${key}`, part, inner));
  }
  const isId = /\.(acceptedBy\[\]|declinedBy)$/.test(path);
  return [{ path, fact: factOf(path, value), about: isId ? [String(value)] : about, value }];
};
