import { guidePlaces } from '@coaching-pairs/shared/guidance/house-notes';
import { kitSheets } from '@coaching-pairs/shared/guidance/kit';
import { wordedCards } from '@coaching-pairs/shared/guidance/own-words';
import type { Instant, OperationId, PairId, PersonId, PlainDate, ProposalId, RoundId } from '@coaching-pairs/shared/ids';
import type { RhythmFigure } from '@coaching-pairs/shared/progress/rhythm-share';
import type { Pulse } from '@coaching-pairs/shared/pulse/pulse';
import { longestKeptDays } from '@coaching-pairs/shared/retention/spans';
import { type BoardEdit, boardEditKinds } from '@coaching-pairs/shared/round/board-edit';
import { answers, type Participant } from '@coaching-pairs/shared/round/participation';
import { endings, type Pair, type Proposal, proposalStates } from '@coaching-pairs/shared/round/proposal';
import { type Audience, introductions, matchingModes, type Round, roundStates } from '@coaching-pairs/shared/round/round';
import * as z from 'zod';
import type { AuditEntry } from '../../ports/rounds.js';
import { awaydayPlan, roundMeeting } from './awayday-row.js';
import { codecOf, idText } from './codec.js';

const person = idText<PersonId>();
const at = idText<Instant>();
const day = idText<PlainDate>();

const audience: z.ZodType<Audience> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('group'), groupId: z.string(), name: z.string() }),
  z.object({ kind: z.literal('below'), personId: person, name: z.string() }),
  z.object({ kind: z.literal('list'), ids: z.array(person) }),
]);

const share = z.object({ kind: z.enum(['at-most', 'exactly', 'at-least']), yes: z.number() });

const pulse: z.ZodType<Pulse> = z.object({
  openedAt: at,
  until: day,
  fewest: z.number(),
  result: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('too-few') }),
      z.object({
        kind: z.literal('shown'),
        answers: z.number(),
        shares: z.object({ supported: share, strengths: share, impact: share, trust: share }),
      }),
    ])
    .nullable(),
});

const rhythm: z.ZodType<RhythmFigure> = z.object({
  on: day,
  share: z.object({ kind: z.enum(['at-most', 'about', 'at-least']), percent: z.number() }).nullable(),
});

const reason = z.custom<Proposal['reasons'][number]>((value) => typeof value === 'object' && value !== null && 'code' in value);

const proposal: z.ZodType<Proposal> = z.object({
  id: idText<ProposalId>(),
  memberIds: z.array(person),
  reasons: z.array(reason),
  state: z.enum(proposalStates),
  locked: z.boolean(),
  byHand: z.boolean(),
  wave: z.number().nullable(),
  sentAt: at.nullable(),
  answerBy: day.nullable().default(null),
  acceptedBy: z.array(person),
  declinedBy: person.nullable(),
  nominatedBy: person.nullable().default(null),
  onBoard: z.boolean().default(false),
  ending: z.enum(endings).nullable(),
  endedAt: at.nullable(),
});

const boardEdit: z.ZodType<BoardEdit> = z.object({
  id: idText<OperationId>(),
  kind: z.enum(boardEditKinds),
  personIds: z.array(person),
  by: person,
  at,
  before: z.array(proposal),
  after: z.array(proposal),
});

const round: z.ZodType<Round> = z.object({
  id: idText<RoundId>(),
  name: z.string(),
  follows: idText<RoundId>().nullable().default(null),
  state: z.enum(roundStates),
  mode: z.enum(matchingModes),
  introduction: z.enum(introductions),
  leaderId: person,
  peoplePartnerId: person,
  administratorIds: z.array(person),
  audience: audience.nullable(),
  topId: person.nullable(),
  startsOn: day,
  endsOn: day,
  answersBy: day,
  timeZone: z.string().default('UTC'),
  kickOff: z
    .object({ on: day, heldAt: at.nullable(), commonApproach: z.string(), meeting: roundMeeting.nullable().default(null) })
    .nullable(),
  awayday: awaydayPlan.nullable().default(null),
  reach: z.array(z.object({ personId: person, levels: z.union([z.number(), z.literal('whole')]), by: person, at })),
  repeats: z.array(z.object({ memberIds: z.tuple([person, person]), by: person, at })).default([]),
  boardEdits: z.array(boardEdit).default([]),
  kit: z.array(z.object({ sheet: z.enum(kitSheets), text: z.string(), by: person, at })).default([]),
  ownWords: z.array(z.object({ card: z.enum(wordedCards), text: z.string(), by: person, at })).default([]),
  pulse: pulse.nullable().default(null),
  insightsWall: z.boolean().default(false),
  rhythm: rhythm.nullable().default(null),
  houseNotes: z.array(z.object({ about: z.enum(guidePlaces), text: z.string(), by: person, at })).default([]),
  disclosureVersion: z.number(),
  seed: z.number(),
  announced: z.boolean().default(false),
  waves: z.number(),
  createdBy: person,
  createdAt: at,
  keptDays: z.number().default(longestKeptDays),
  closedAt: at.nullable().default(null),
});

const match = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('open'), proposalId: idText<ProposalId>() }),
  z.object({ kind: z.literal('reworking') }),
  z.object({ kind: z.literal('paired'), proposalId: idText<ProposalId>(), pairId: idText<PairId>() }),
]);

const participant: z.ZodType<Participant> = z.object({
  personId: person,
  answer: z.enum(answers),
  invitedAt: at.nullable(),
  answeredAt: at.nullable(),
  disclosureVersion: z.number().nullable(),
  match,
  asks: z.array(idText<ProposalId>()).default([]),
  former: z.array(idText<PairId>()).default([]),
  pausedUntil: day.nullable().default(null),
  askedLateAt: at.nullable().default(null),
});

const pair: z.ZodType<Pair> = z.object({
  id: idText<PairId>(),
  memberIds: z.array(person),
  proposalId: idText<ProposalId>(),
  formedAt: at,
  endedAt: at.nullable().default(null),
});

const auditEntry: z.ZodType<AuditEntry> = z.object({
  at,
  by: z.union([person, z.literal('product')]),
  action: z.string(),
  subject: z.record(z.string(), z.string()),
  result: z.enum(['done', 'refused']),
});

export const roundRow = codecOf(round, 1);
export const participantRow = codecOf(participant, 1);
export const proposalRow = codecOf(proposal, 1);
export const pairRow = codecOf(pair, 1);
export const auditRow = codecOf(auditEntry, 1);
