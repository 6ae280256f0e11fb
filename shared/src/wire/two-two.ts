import { z } from 'zod';
import { openActs } from '../audit/acts.js';
import { mostAtATime } from '../coaches/coach.js';
import { conflictCodes } from '../coaches/conflicts.js';
import { holdReasons } from '../coaches/suggestion.js';
import { Id, InstantText, Named, OpId } from './parts.js';

/** Whether 2:2 Coaching is offered here, and who said so last; null before anybody did. */
export const TwoTwoSwitch = z.object({ on: z.boolean(), by: Named.nullable(), at: InstantText.nullable() });
export type TwoTwoSwitch = z.infer<typeof TwoTwoSwitch>;
export const SwitchTwoTwo = z.object({ opId: OpId, on: z.boolean() });

/** Who did what with the switch and the register, the newest first. */
export const TwoTwoActs = z.object({
  lines: z.array(z.object({ at: InstantText, by: Named, action: z.enum(openActs), about: z.string().nullable() })),
  more: z.int(),
});
export type TwoTwoActs = z.infer<typeof TwoTwoActs>;

const text = (longest: number) => z.string().trim().max(longest);
const About = text(1_500);
const Languages = z.array(text(60).min(1)).max(12);
const Place = text(120);
const Capacity = z.int().min(1).max(mostAtATime);
const Mail = z.email().max(254);

export const coachStandings = ['free', 'full', 'paused', 'not-committed'] as const;

/** One coach as the coordinator sees them. */
export const CoachEntry = z.object({
  id: Id,
  name: z.string(),
  /** Null for whoever is external. */
  functionName: z.string().nullable(),
  /** The address of somebody external; null for the organisation's own people. */
  mail: z.string().nullable(),
  /** Whether they can sign in. */
  hasAccount: z.boolean(),
  ...{ about: z.string(), languages: z.array(z.string()), place: z.string() },
  ...{ capacity: z.int(), paused: z.boolean(), open: z.int() },
  commitment: z.object({ name: z.string(), at: InstantText }).nullable(),
  standing: z.enum(coachStandings),
});
export type CoachEntry = z.infer<typeof CoachEntry>;

export const CoachRegister = z.object({ coaches: z.array(CoachEntry) });
export type CoachRegister = z.infer<typeof CoachRegister>;

export const AddCoach = z.object({
  opId: OpId,
  from: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('inside'), personId: Id }),
    z.object({ kind: z.literal('external'), name: text(120).min(1), mail: Mail }),
  ]),
  capacity: Capacity,
});
export type AddCoach = z.input<typeof AddCoach>;

/** What a coordinator puts right; who a coach is and what they say of themselves only for somebody external who has no account. */
export const ChangeCoach = z.object({
  opId: OpId,
  ...{ languages: Languages, place: Place, capacity: Capacity, paused: z.boolean() },
  external: z.object({ name: text(120).min(1), mail: Mail, about: About }).nullable(),
});
export type ChangeCoach = z.input<typeof ChangeCoach>;
export const RemoveCoach = z.object({ opId: OpId });
/** Looking for the guest account of somebody external, by the address in their entry. */
export const LinkCoach = z.object({ opId: OpId });

/** A coach's own entry, as they see and write it. */
export const MyCoaching = z.object({
  ...{ name: z.string(), about: z.string(), languages: z.array(z.string()), place: z.string() },
  ...{ capacity: z.int(), paused: z.boolean() },
  commitment: z.object({ name: z.string(), at: InstantText }).nullable(),
});
export type MyCoaching = z.infer<typeof MyCoaching>;
export const SaveMyCoaching = z.object({
  opId: OpId,
  ...{ about: About, languages: Languages, place: Place, capacity: Capacity, paused: z.boolean() },
});
/** Accepting the Code of Ethics of the ICF, by one's own name. */
export const AcceptCode = z.object({ opId: OpId, name: text(120).min(1) });

export const PeopleToCoach = z.object({ people: z.array(Named) });

const Held = z.object({ coach: Named, client: Named, open: z.int(), capacity: z.int() });

/** Two coaches for two clients, and why not the others. */
export const CoachSuggestion = z.object({
  two: z.object({ holds: z.array(Held), why: z.enum(holdReasons), languages: z.array(z.string()) }).nullable(),
  passedOver: z.array(
    z.object({ coach: Named, why: z.enum(['paused', 'not-committed', 'full', 'language', 'is-sponsor', ...conflictCodes]) }),
  ),
});
export type CoachSuggestion = z.infer<typeof CoachSuggestion>;

/** One page to be taken along, as PDF in base 64. */
export const ExplainerSheet = z.object({ fileName: z.string(), pdf: z.base64() });
