import { z } from 'zod';
import { DateOnly, Id, InstantText, Named, OpId } from './parts.js';

/** What becomes of one too many where an odd number is to be matched (tension 15): one match of three, or somebody named stands by. */
export const OddChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('trio') }),
  z.object({ kind: z.literal('reserve'), personId: Id }),
]);
export type OddChoice = z.infer<typeof OddChoice>;

/** Has matches drafted; without `odd` one too many is put into a match of three. */
export const DraftMatches = z.object({ opId: OpId, odd: OddChoice.optional() });

/** Who would be matched if matches were drafted now. */
export const DraftNumbers = z.object({
  /** How many have joined, are free and in no locked draft. */
  count: z.int(),
  /** The first few of them whose name holds what was asked for; the round leader and the people partner before the others. */
  people: z.array(Named),
  /** What becomes of one too many unless something else is chosen: what was chosen last, until matches are sent. */
  choice: z.enum(['trio', 'reserve']),
  reserve: Named.nullable(),
});
export type DraftNumbers = z.infer<typeof DraftNumbers>;

/** A drafted or sent proposal on the matching board. */
export const BoardProposal = z.object({
  id: Id,
  members: z.array(Named),
  /** In words, only what this viewer may read (CP-24d). */
  reasons: z.array(z.string()),
  /** Of a match of three its three links, each with its own reasons; none of a pair. */
  links: z.array(z.object({ members: z.array(Named), reasons: z.array(z.string()) })),
  locked: z.boolean(),
  byHand: z.boolean(),
  /** Not among the drafts before the last drafting. */
  fresh: z.boolean(),
  /** A pair in one line that leans on a recorded reach (CP-24a), in words; null otherwise. */
  leansOn: z.string().nullable(),
  /** Whether a chain of one of them is not confirmed, so that it cannot be sent yet (CP-24b). */
  unconfirmed: z.boolean(),
  state: z.enum(['draft', 'sent', 'being-reworked', 'formed']),
  /** The day until which its people are asked to answer; null while a draft. */
  answerBy: DateOnly.nullable(),
  /** With its people, and the viewer is not one of them. */
  mayWithdraw: z.boolean(),
  /** All of them once the pair is formed; before that only for whoever may know of a decline (CP-33). */
  acceptedBy: z.array(Id),
  /** Only for whoever handles declines: the people partner, for the partner's own match another administrator. */
  declinedBy: Id.nullable(),
});
export type BoardProposal = z.infer<typeof BoardProposal>;

/** Somebody's own choice that waits for an answer, for whoever may know of a decline in that match (CP-31, CP-33). */
export const BoardSuggestion = z.object({
  id: Id,
  by: Named,
  nominee: Named,
  /** Both belong to one function, and the nominee is not asked before the viewer passes it on. */
  needsTap: z.boolean(),
  /** In words, what speaks for the two. */
  reasons: z.array(z.string()),
  answerBy: DateOnly.nullable(),
});
export type BoardSuggestion = z.infer<typeof BoardSuggestion>;

/** What would give more people a partner, in words with what it costs, and where it is done. */
export const BoardHelp = z.object({
  text: z.string(),
  /** The step of the round's page where it is done; null where it is done on the board itself. */
  step: z.enum(['invitations', 'organisation']).nullable(),
  /** Past partners who are to be allowed to meet again (CP-15); none for anything else. */
  repeats: z.array(z.array(Named)),
  /** Whose line is to be excluded for fewer levels, with who becomes possible by it: the people partner decides (CP-24a). None for anything else. */
  reach: z.array(z.object({ person: Named, levels: z.int(), partners: z.array(Named) })),
  /** Departments that are to count as functions of their own; none for anything else. */
  split: z.array(z.string()),
  /** Done already: it counts when matches are drafted again. */
  done: z.boolean(),
});
export type BoardHelp = z.infer<typeof BoardHelp>;

/** Somebody who joined and is in no match, with the reason in words. */
export const BoardLeft = z.object({ person: Named, why: z.string(), standsBy: z.boolean() });
export type BoardLeft = z.infer<typeof BoardLeft>;

/** The lists of matches on the board. */
export const boardViews = ['drafts', 'sent', 'reworking', 'pairs'] as const;
export type BoardView = (typeof boardViews)[number];

/** Of each list the board carries so many at once; the others are asked for a page at a time, each as long. */
export const boardPageSize = 100;

/** Part of one list of the board. */
export const BoardPage = z.object({
  matches: z.array(BoardProposal),
  left: z.array(BoardLeft),
  /** How many were found in all. */
  total: z.int(),
  /** After which the next page begins; null after the last one. */
  next: Id.nullable(),
});
export type BoardPage = z.infer<typeof BoardPage>;

export const Board = z.object({
  /** How many there are in each list; the lists themselves hold the first of them. */
  counts: z.object({ drafts: z.int(), sent: z.int(), reworking: z.int(), pairs: z.int(), left: z.int() }),
  /** What is to be known before the drafts are drafted again, or sent. */
  sending: z.object({
    people: z.int(),
    locked: z.int(),
    /** Drafts that cannot be sent yet since a chain of one of their people is not confirmed (CP-24b). */
    unconfirmed: z.int(),
    /** Whether the round leader is in a match, or in a pair already. */
    leader: z.enum(['none', 'match', 'pair']),
  }),
  /** In the order of names. */
  drafts: z.array(BoardProposal),
  sent: z.array(BoardProposal),
  /** Proposals that came to nothing and whose people are to be matched again. */
  reworking: z.array(BoardProposal),
  pairs: z.array(BoardProposal),
  suggestions: z.array(BoardSuggestion),
  /** Joined, and in none of the above, with the reason in words. */
  left: z.array(BoardLeft),
  /** What the proof of the last draft says, in words; null before the first draft or after changes by hand. */
  proof: z.string().nullable(),
  /** What the last drafting has changed beside the drafts before; null after a first one, and once nothing of it is left. */
  changes: z
    .object({
      kept: z.int(),
      fresh: z.int(),
      /** Of many the first alone; `goneInAll` counts them. */
      gone: z.array(z.array(Named)),
      goneInAll: z.int(),
    })
    .nullable(),
  /** The last change by hand that can be taken back, in words with who made it; null where there is none. */
  undo: z.object({ id: Id, text: z.string() }).nullable(),
  /** Where the last draft could not pair everybody and somebody is still left: what would help. */
  help: z.array(BoardHelp),
  /** Past partners of whom it is recorded that nobody else is possible (CP-15), and by whom. */
  repeats: z.array(z.object({ members: z.array(Named), by: Named, at: InstantText })),
});
export type Board = z.infer<typeof Board>;

export const LockProposal = z.object({ opId: OpId, locked: z.boolean() });

/** Two people of different drafts (or one left over) change places. */
export const SwapPeople = z.object({ opId: OpId, one: Id, other: Id });
/** Makes a draft by hand from people who are free. */
export const PairByHand = z.object({ opId: OpId, memberIds: z.array(Id).min(2).max(3) });
export const PassOn = z.object({ opId: OpId, pass: z.boolean() });
export const TakeApart = z.object({ opId: OpId });
/** Takes back the last change by hand, which is named: another one may have come since. */
export const UndoEdit = z.object({ opId: OpId, editId: Id });

/** Records of past partners that nobody else is possible for them this round, so that they may meet again (CP-15); or takes that back. */
export const AllowRepeats = z.object({
  opId: OpId,
  pairs: z
    .array(z.object({ one: Id, other: Id }))
    .min(1)
    .max(40),
  allowed: z.boolean(),
});

/** With whom somebody could be instead, the least costly first; in words, and without what anybody trusts (CP-24c). */
export const OtherPartners = z.object({
  others: z.array(
    z.object({
      person: Named,
      /** With whom they are drafted now; nobody where they are left over. */
      beside: z.array(Named),
      reasons: z.array(z.string()),
      cost: z.string(),
    }),
  ),
  /** What is to be known of the list: that nobody else costs less, that there is nobody, or that too many take part. */
  note: z.string(),
  /** How many each rule keeps from them, in words. */
  ruledOut: z.array(z.string()),
  /**
   * Pairs that could take them in as a third, those for which most speaks first; null before the announcement, and while somebody is free
   * with whom they could be two.
   */
  pairs: z.array(z.object({ id: Id, members: z.array(Named), reasons: z.array(z.string()) })).nullable(),
});
export type OtherPartners = z.infer<typeof OtherPartners>;

/** Asks a pair and somebody without a partner whether they would be three. */
export const TakeIn = z.object({ opId: OpId, personId: Id, pairId: Id });

/** May these people be proposed to each other? */
export const CheckPeople = z.object({ memberIds: z.array(Id).min(2).max(3) });
export const CheckResult = z.object({
  allowed: z.boolean(),
  reasons: z.array(z.string()),
  /** What keeping the two together costs all matches together, in words and without what anybody trusts; null where it is not known. */
  cost: z.string().nullable(),
});
