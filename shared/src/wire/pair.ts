import { z } from 'zod';
import { longestText, meetingPlaces, noteHabits } from '../agreement/agreement.js';
import { guidePlaces } from '../guidance/house-notes.js';
import { Id, InstantText, Named, OpId } from './parts.js';
import { CalendarState } from './sessions.js';

const FreeText = z.string().max(longestText);

/** What a pair settles together (CP-40). */
export const AgreementTerms = z.object({
  meetings: z.int().min(1).max(30),
  minutes: z.int().min(15).max(240),
  place: z.enum(meetingPlaces),
  /** A member's id, or `in-turn`. */
  books: Id,
  noticeHours: z.int().min(0).max(336),
  notes: z.enum(noteHabits),
  recordingOff: z.boolean(),
  confidentiality: FreeText,
  contact: FreeText,
  awayday: FreeText,
  drift: FreeText,
});
export type AgreementTerms = z.infer<typeof AgreementTerms>;

export const AgreementWords = z.object({ wants: FreeText, challenge: FreeText, shutsDown: FreeText });
export type AgreementWords = z.infer<typeof AgreementWords>;

export const AgreementVersion = z.object({
  version: z.int(),
  savedBy: Named,
  savedAt: InstantText,
  terms: AgreementTerms,
  own: z.array(z.object({ person: Named, words: AgreementWords })),
  confirmedBy: z.array(Named),
});
export type AgreementVersion = z.infer<typeof AgreementVersion>;

/** The space of my pair or trio; nobody else reads it. */
export const PairSpace = z.object({
  /** I come first; nobody with a title (CP-61). */
  members: z.array(Named),
  formedAt: InstantText,
  /** False once the round is over: the agreement can be read, and no longer changed. */
  open: z.boolean(),
  /** Whether the pair may be ended now. */
  mayEnd: z.boolean(),
  /** Newest first. */
  versions: z.array(AgreementVersion),
});
export type PairSpace = z.infer<typeof PairSpace>;

/**
 * Everything that changes a pair comes through one door, so that no line of a log tells what it was. `agree` saves a new version of the
 * agreement, with one's own words; `confirm` says yes to one; `end` ends the pair.
 */
export const ChangePair = z.object({
  opId: OpId,
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('agree'), base: z.int().min(0), terms: AgreementTerms, words: AgreementWords }),
    z.object({ kind: z.literal('confirm'), version: z.int().min(1) }),
    z.object({ kind: z.literal('end') }),
  ]),
});

/** How many sessions of pairs that have ended still stand in my Outlook, and how it answered. */
export const LeftSessions = z.object({ left: z.int(), calendar: CalendarState, claims: z.string().nullable() });
export type LeftSessions = z.infer<typeof LeftSessions>;

/** What the organisers add to the guidance in the words of the house. */
export const HouseNotes = z.object({
  notes: z.array(z.object({ about: z.enum(guidePlaces), text: z.string(), at: InstantText })),
});
export type HouseNotes = z.infer<typeof HouseNotes>;

export const WriteHouseNote = z.object({ opId: OpId, about: z.enum(guidePlaces), text: z.string().max(600) });
