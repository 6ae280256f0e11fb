import * as audit from '@coaching-pairs/shared/wire/audit';
import * as awayday from '@coaching-pairs/shared/wire/awayday';
import * as board from '@coaching-pairs/shared/wire/board';
import * as choosing from '@coaching-pairs/shared/wire/choosing';
import * as closing from '@coaching-pairs/shared/wire/closing';
import * as delivery from '@coaching-pairs/shared/wire/delivery';
import * as engagement from '@coaching-pairs/shared/wire/engagement';
import * as engagementMeetings from '@coaching-pairs/shared/wire/engagement-meetings';
import * as feedback from '@coaching-pairs/shared/wire/feedback';
import * as health from '@coaching-pairs/shared/wire/health';
import * as kit from '@coaching-pairs/shared/wire/kit';
import * as leading from '@coaching-pairs/shared/wire/leading';
import * as leavers from '@coaching-pairs/shared/wire/leavers';
import * as mine from '@coaching-pairs/shared/wire/mine';
import * as myData from '@coaching-pairs/shared/wire/my-data';
import * as notes from '@coaching-pairs/shared/wire/notes';
import * as opening from '@coaching-pairs/shared/wire/opening';
import * as ownWords from '@coaching-pairs/shared/wire/own-words';
import * as pair from '@coaching-pairs/shared/wire/pair';
import * as parts from '@coaching-pairs/shared/wire/parts';
import * as people from '@coaching-pairs/shared/wire/people';
import * as progress from '@coaching-pairs/shared/wire/progress';
import * as proof from '@coaching-pairs/shared/wire/proof';
import * as rounds from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import * as sessions from '@coaching-pairs/shared/wire/sessions';
import * as twoTwo from '@coaching-pairs/shared/wire/two-two';
import * as wishes from '@coaching-pairs/shared/wire/wishes';
import * as z from 'zod';

const modules = [
  leavers,
  audit,
  awayday,
  board,
  choosing,
  closing,
  delivery,
  engagement,
  engagementMeetings,
  feedback,
  health,
  kit,
  leading,
  mine,
  myData,
  notes,
  opening,
  ownWords,
  pair,
  people,
  progress,
  proof,
  rounds,
  sessions,
  twoTwo,
  wishes,
  parts,
];
const named = new Map<unknown, string>(
  modules.flatMap((module) => Object.entries(module).map(([name, schema]) => [schema, name] as const)),
);

const isSchema = (value: unknown): value is z.ZodType => value instanceof z.ZodType;

const inside = (value: unknown): z.ZodType => {
  if (!isSchema(value)) throw new TypeError('A part of a schema is no schema.');
  return value;
};

const within = (schema: z.ZodType, path: string): readonly string[] => {
  // Somebody by name is one field.
  if (schema === parts.Named) return [path];
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return within(inside(schema.unwrap()), path);
  if (schema instanceof z.ZodArray) return within(inside(schema.element), `${path}[]`);
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape).flatMap(([key, value]) => within(inside(value), `${path}.${key}`));
  if (schema instanceof z.ZodDiscriminatedUnion) return schema.options.flatMap((option) => within(inside(option), path));
  return [path];
};

/** What a schema of an answer is called; a list of it is named `Name[]`. */
export const nameOf = (schema: z.ZodType): string => {
  if (schema instanceof z.ZodArray) return `${nameOf(inside(schema.element))}[]`;
  const name = named.get(schema);
  if (name === undefined) throw new TypeError('An answer is a schema without a name.');
  return name;
};

/** Every field of every answer in the route table, by schema and path. */
export const everyField = (): readonly string[] => {
  const found = Object.values(routes).flatMap(({ answer }) => {
    const name = nameOf(answer);
    return answer instanceof z.ZodArray ? within(inside(answer.element), name) : within(answer, name);
  });
  return [...new Set(found)].sort();
};
