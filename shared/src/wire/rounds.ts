import { z } from 'zod';
import { DateOnly, Id, InstantText, IntroductionText, ModeText, Named, Notice, OpId, RoundStateText, Work } from './parts.js';
import { CalendarState } from './sessions.js';

/** People that one list may name. */
const mostEntries = 10_000;
/** Characters of a whole list: it is kept in one row, which may be 1 MiB at two bytes each. */
const longestList = 450_000;

const fitsARow = (entries: readonly string[]): boolean => entries.reduce((sum, entry) => sum + entry.length + 3, 0) <= longestList;

/** How the population is named; group and person come from the searches of the same page. */
export const AudienceChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('group'), groupId: Id, name: z.string().max(256) }),
  z.object({ kind: z.literal('below'), personId: Id, name: z.string().max(256) }),
  /** Ids or mail addresses, as pasted or read from a file; unknown ones are named in the refusal. */
  z.object({ kind: z.literal('list'), entries: z.array(z.string().min(1).max(256)).min(1).max(mostEntries).refine(fitsARow) }),
]);
export type AudienceChoice = z.infer<typeof AudienceChoice>;

export const RoundPlanInput = z.object({
  name: z.string().min(1).max(120),
  introduction: IntroductionText,
  /** Whether organisers propose matches, or people choose partners in the open; proposed where nothing is said. */
  mode: ModeText.optional(),
  leaderId: Id,
  peoplePartnerId: Id,
  /** Further administrators; one is needed when the people partner takes part (CP-33). */
  administratorIds: z.array(Id).max(20),
  answersBy: DateOnly,
  startsOn: DateOnly,
  endsOn: DateOnly,
});
export type RoundPlanInput = z.infer<typeof RoundPlanInput>;

export const RoundSummary = z.object({
  id: Id,
  name: z.string(),
  state: RoundStateText,
  startsOn: DateOnly,
  endsOn: DateOnly,
  population: z.int(),
  joined: z.int(),
  pairs: z.int(),
});
export type RoundSummary = z.infer<typeof RoundSummary>;

export const OpenRound = z.object({
  opId: OpId,
  plan: RoundPlanInput,
  /** The round it follows, whose audience, recorded reaches, notes and sheets it takes over; the caller administers that one too. */
  follows: Id.optional(),
  /** For whom it is, read from the directory at once; it takes the place of what a round that follows takes over. */
  audience: AudienceChoice.optional(),
  /** A round whose notes and sheets it takes over without its people; the caller administers that one too. */
  template: Id.optional(),
});
/** Administrators are named and removed by routes of their own, so that nobody loses a round by planning it anew. */
export const ChangePlan = z.object({ opId: OpId, plan: RoundPlanInput.omit({ administratorIds: true }) });
export const ChooseAdministrator = z.object({ opId: OpId, personId: Id });
/** Whether the caller still administers the round: whoever removed themselves may ask nothing more of it. */
export const AdministratorRemoved = z.object({ stillMine: z.boolean() });
export const ChooseAudience = z.object({ opId: OpId, audience: AudienceChoice });
export const Change = z.object({ opId: OpId });
/** The last day for answers, moved; reminders follow it. */
export const ChangeAnswersBy = z.object({ opId: OpId, answersBy: DateOnly });
export const AnnounceKickOff = z.object({ opId: OpId, on: DateOnly });
/** The kick-off as a meeting in the calendars of all whom it is for. */
export const ArrangeKickOff = z.object({
  opId: OpId,
  start: InstantText,
  minutes: z.int().min(15).max(480),
  /** Null: in Teams. */
  location: z.string().trim().min(1).max(200).nullable(),
});
/** How the caller's own Outlook answered. */
export const MeetingInOutlook = z.object({ calendar: CalendarState, claims: z.string().nullable() });
export type MeetingInOutlook = z.infer<typeof MeetingInOutlook>;
/** A meeting of all whom the round is for, as an administrator sees it. */
export const MeetingView = z.object({
  start: InstantText,
  minutes: z.int(),
  /** Null: in Teams. */
  location: z.string().nullable(),
  joinUrl: z.string().nullable(),
  organiser: Named,
  /** It is in my Outlook, and I alone can change it there. */
  mine: z.boolean(),
  /** Outlook does not say yet what stands here. */
  pending: z.boolean(),
  invited: z.int(),
  /** Whom no mail reaches, and so no calendar. */
  withoutMail: z.array(Named),
});
export type MeetingView = z.infer<typeof MeetingView>;
export const HoldKickOff = z.object({ opId: OpId, commonApproach: z.string().max(4_000) });
/** Names exactly the people who stay without a partner this round. */
export const AnnouncePairs = z.object({ opId: OpId, withoutPartner: z.array(Id).max(5_000) });
/** How many levels below each person are excluded; null takes back what was decided of them. */
export const DecideReach = z.object({
  opId: OpId,
  decisions: z
    .array(z.object({ personId: Id, levels: z.union([z.int().min(1).max(50), z.literal('whole')]).nullable() }))
    .min(1)
    .max(40),
});

/** What the last reading of the directory found, in words. */
export const DirectoryReport = z.object({ at: InstantText, kept: z.int(), notices: z.array(Notice) });

export const Tally = z.object({
  population: z.int(),
  joined: z.int(),
  sittingOut: z.int(),
  silent: z.int(),
  drafts: z.int(),
  open: z.int(),
  pairs: z.int(),
  /** Null while partners are chosen in the open: nobody but the round leader is told how many are left. */
  withoutPartner: z.int().nullable(),
});

/** The administrator's page of one round. */
export const RoundOverview = z.object({
  id: Id,
  name: z.string(),
  /** The name of the round from which it was opened. */
  follows: z.string().nullable(),
  /** A round that was opened from this one and is not closed; null while there is none that the viewer administers. */
  next: z.object({ id: Id, name: z.string() }).nullable(),
  state: RoundStateText,
  introduction: IntroductionText,
  mode: ModeText,
  leader: Named,
  peoplePartner: Named,
  administrators: z.array(Named),
  /** In words, e.g. "Everybody below Maya Okafor"; null until chosen. */
  audience: z.string().nullable(),
  answersBy: DateOnly,
  startsOn: DateOnly,
  endsOn: DateOnly,
  kickOff: z
    .object({
      on: DateOnly,
      heldAt: InstantText.nullable(),
      commonApproach: z.string(),
      /** Null while it stands in nobody's calendar. */
      meeting: MeetingView.nullable(),
    })
    .nullable(),
  /** The closing pulse, once it is opened, and whether the insights wall is up; nothing of what anybody says there. */
  pulse: z.object({ until: DateOnly, open: z.boolean() }).nullable(),
  insightsWall: z.boolean(),
  /** For how many days pairs keep what they share once it is closed, the most that may be chosen now, and the last day once it is closed. */
  kept: z.object({ days: z.int(), most: z.int(), until: DateOnly.nullable() }),
  reach: z.array(z.object({ person: Named, levels: z.union([z.int(), z.literal('whole')]), by: Named, at: InstantText })),
  waves: z.int(),
  tally: Tally,
  /** Messages of this round that are being delivered; what waits for the working hours of its readers stands in the delivery report. */
  toDeliver: z.int(),
  /** People whose chain of managers is not confirmed (CP-24b). */
  unconfirmed: z.int(),
  notices: z.array(Notice),
  directory: DirectoryReport.nullable(),
  /** Long work under way or just ended. */
  works: z.array(Work),
  /** True when the viewer is this round's people partner and so sees who declined (CP-33). */
  viewerIsPeoplePartner: z.boolean(),
});
export type RoundOverview = z.infer<typeof RoundOverview>;
