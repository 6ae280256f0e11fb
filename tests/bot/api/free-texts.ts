import { routes } from '@coaching-pairs/shared/wire/routes';
import * as z from 'zod';

const isSchema = (value: unknown): value is z.ZodType => value instanceof z.ZodType;

/** Paths of everything in a schema into which anything at all may be written: no ids, dates or choices. */
const freeIn = (schema: unknown, path: string): readonly string[] => {
  if (!isSchema(schema)) throw new TypeError(`${path} is no schema.`);
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return freeIn(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return freeIn(schema.element, `${path}[]`);
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape).flatMap(([key, value]) => freeIn(value, `${path}.${key}`));
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => freeIn(option, path));
  return schema instanceof z.ZodString && schema.format === null ? [path] : [];
};

/** Every text that people can write into a call as they like, by route and path. */
export const everyFreeText = (): readonly string[] => [
  ...new Set(Object.entries(routes).flatMap(([name, { body }]) => (body === null ? [] : freeIn(body, name)))),
];

/** By whom a text may be read: by whoever wrote it, by both of the pair, by the round's whole population, by who administers it. */
export type Audience = 'author' | 'pair' | 'members' | 'administrators';
/** Nobody writes it by hand, or the test of that name sees where its canaries go. */
export type Row = Audience | 'not-words' | { readonly provenIn: string };

const all = <One extends Row>(prefix: string, row: One, names: readonly string[]): Readonly<Record<string, One>> =>
  Object.fromEntries(names.map((name) => [`${prefix}.${name}`, row]));

const noteTexts = ['heading', 'text', 'takeAways', 'moreConfident', 'stillImproving'];
const inTheLog = { provenIn: 'bot/api/faults.test.ts' } as const;
const inTheRegister = { provenIn: 'bot/coaches/register.test.ts' } as const;

const onCards = { provenIn: 'bot/opening/opening.test.ts' } as const;
const inEngagements = { provenIn: 'bot/engagement/engagement.test.ts' } as const;

/** Every text of `everyFreeText`, and who may read it; a new one without a row fails the test. */
export const rows: Readonly<Record<string, Row>> = {
  ...all('changePair.change.terms', 'pair', ['confidentiality', 'contact', 'awayday', 'drift']),
  ...all('changePair.change.words', 'pair', ['wants', 'challenge', 'shutsDown']),
  ...all('addNote.content', 'author', noteTexts),
  ...all('saveNote.content', 'author', noteTexts),
  ...all('saveNote', 'not-words', ['version']),
  ...all('shareNote', 'not-words', ['version']),
  ...all('deleteNote', 'not-words', ['version']),
  ...all('changeEngagement.change', inEngagements, ['broughtIn', 'confidentiality', 'contact', 'what', 'sign', 'firstStep']),
  ...all('changeEngagement.change', inEngagements, ['text', 'observations', 'takeAways', 'opens', 'watches', 'handOver', 'debrief']),
  ...all('changeEngagement.change', 'not-words', ['version']),
  ...all('coordinateEngagement.change', { provenIn: 'bot/engagement/near.test.ts' }, ['words']),
  'writeHouseNote.text': 'members',
  'addInsight.text': { provenIn: 'bot/closing/closing.test.ts' },
  'holdKickOff.commonApproach': 'members',
  'arrangeKickOff.location': 'members',
  'planAwayday.location': 'members',
  ...all('planAwayday', 'not-words', ['zone']),
  'writeAgenda.items[].wording': 'members',
  'writeKit.text': 'administrators',
  ...all('writeOwnWords', onCards, ['text']),
  ...all('tryOwnWords', onCards, ['text']),
  'openRound.plan.name': 'members',
  ...all('openRound.audience', 'not-words', ['name', 'entries[]']),
  'changePlan.plan.name': 'members',
  ...all('chooseAudience.audience', 'not-words', ['name', 'entries[]']),
  ...all('correctPerson', inTheLog, ['functionName']),
  ...all('correctPerson', 'not-words', ['timeZone']),
  ...all('checkPeopleFile', 'not-words', ['text']),
  ...all('applyPeopleFile', 'not-words', ['text', 'version']),
  ...all('addCoach.from', inTheRegister, ['name']),
  ...all('changeCoach', inTheRegister, ['languages[]', 'place', 'external.name', 'external.about']),
  ...all('saveMyCoaching', inTheRegister, ['about', 'languages[]', 'place']),
  ...all('acceptCode', inTheRegister, ['name']),
  ...all('saveFunctions', inTheLog, ['groups[].name', 'groups[].departments[]']),
};

/** What is written there, to be found again. */
export const canaryOf = (path: string): string => `canary of ${path.replaceAll('.', ' ')}.`;
