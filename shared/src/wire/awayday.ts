import { z } from 'zod';
import { agendaKinds, agendaLimits, awaydayForms } from '../awayday/agenda.js';
import { awaydayTimes } from '../awayday/plan.js';
import { DateOnly, Id, InstantText, OpId, RoundStateText } from './parts.js';
import { MeetingView } from './rounds.js';

const { items, wording, shortest, longest } = agendaLimits;

/** One part of the day; `wording` null: in the words that ship. */
export const AgendaItem = z.object({
  id: Id,
  kind: z.enum(agendaKinds),
  wording: z.string().trim().min(1).max(wording).nullable(),
  minutes: z.int().min(shortest).max(longest),
});

/** When and where the whole team meets, and what is on when, for everybody whom the round is for. */
export const AwaydayShown = z.object({
  form: z.enum(awaydayForms),
  day: DateOnly,
  /** By the clock of the place, in its zone. */
  time: z.string(),
  zone: z.string(),
  start: InstantText,
  minutes: z.int(),
  /** Null: in Teams. */
  location: z.string().nullable(),
  joinUrl: z.string().nullable(),
  /** Whether it is still to come, by the bot's clock and in the zone of the place. */
  when: z.enum(awaydayTimes),
  agenda: z.array(AgendaItem),
});
export type AwaydayShown = z.infer<typeof AwaydayShown>;

/** The Awayday as an administrator plans it. */
export const Awayday = z.object({
  roundName: z.string(),
  state: RoundStateText,
  endsOn: DateOnly,
  /** The round's own zone. */
  zone: z.string(),
  /** Whether partners of the next round are chosen there, in the open. */
  choosing: z.boolean(),
  /** Null while no day is fixed. */
  plan: AwaydayShown.nullable(),
  /** What a change must name: another administrator may have changed the plan since. */
  revision: z.int(),
  /** Null while it stands in nobody's calendar. */
  meeting: MeetingView.nullable(),
  /** How the round leader is to invite insights, where the organisers rewrote it (CP-84). */
  insightsScript: z.string().nullable(),
});
export type Awayday = z.infer<typeof Awayday>;

export const PlanAwayday = z.object({
  opId: OpId,
  revision: z.int().min(0),
  form: z.enum(awaydayForms),
  day: DateOnly,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  zone: z.string().min(1).max(64),
  minutes: z.int().min(60).max(720),
  /** Null: in Teams. */
  location: z.string().trim().min(1).max(200).nullable(),
});

const differ = (all: readonly { readonly id: string }[]): boolean => new Set(all.map(({ id }) => id)).size === all.length;

export const WriteAgenda = z.object({
  opId: OpId,
  revision: z.int().min(0),
  items: z
    .array(AgendaItem.refine(({ kind, wording: said }) => kind !== 'other' || said !== null))
    .min(1)
    .max(items)
    .refine(differ),
});
