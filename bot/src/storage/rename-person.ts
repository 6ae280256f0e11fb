import type { Fields, Json } from '../ports/store.js';

export type Renaming = {
  readonly id: string;
  /** Their name and address, wherever one of them is all of a text. */
  readonly texts: readonly string[];
  /** What stands there then. */
  readonly calledThen: string;
};

/** Shorter ids could be a part of any word; such are replaced only where they are all of a text. Those of Entra have 36 letters. */
const surelyAnId = 8;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** A text without somebody: where they are all of it, or where their id stands apart in it. */
export const renamedText = (text: string, { id, texts, calledThen }: Renaming): string => {
  if (text === id || texts.includes(text)) return calledThen;
  if (id.length < surelyAnId || !text.includes(id)) return text;
  return text.replace(new RegExp(`(?<![A-Za-z0-9])${escaped(id)}(?![A-Za-z0-9])`, 'gu'), calledThen);
};

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const renamed = (value: Json, who: Renaming): Json => {
  if (typeof value === 'string') return renamedText(value, who);
  if (typeof value !== 'object' || value === null) return value;
  return isList(value) ? value.map((one) => renamed(one, who)) : renamedFields(value, who);
};

/** The same fields without somebody, in names and values, however deep. */
export const renamedFields = (fields: Fields, who: Renaming): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [renamedText(name, who), value === undefined ? value : renamed(value, who)]),
  );
