import type { Coordinating, Engagement, EngagementMove, SponsorView } from '@coaching-pairs/shared/wire/engagement';
import type { Me } from '@coaching-pairs/shared/wire/mine';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { RoundSummary } from '@coaching-pairs/shared/wire/rounds';
import type { CoachEntry, CoachSuggestion, TwoTwoSwitch } from '@coaching-pairs/shared/wire/two-two';
import type { MeetingsOnPaper } from './meetings-on-paper.js';
import { type FakeRound, myRoundOf, now, tallyOf } from './round.js';

export type World = {
  rounds: FakeRound[];
  everybody: readonly Named[];
  groups: { name: string; departments: string[] }[];
  administrators: ReadonlySet<string>;
  pausedUntil?: string | null;
  twoTwo?: Me['twoTwo'];
  guest?: boolean;
  twoTwoState?: TwoTwoWorld;
  engagement?: EngagementOnPaper;
};
/** An engagement on paper: what is shown of it, and what was asked of it. */
export type EngagementOnPaper = {
  engagement?: Engagement;
  sponsor?: SponsorView;
  coordinating?: Coordinating;
  meetings?: MeetingsOnPaper;
  readonly moves: EngagementMove[];
  /** What was asked for, and what a coordinator changed, last. */
  enquiry?: unknown;
  coordinated?: unknown;
};
export type TwoTwoWorld = { switch: TwoTwoSwitch; coaches: CoachEntry[]; suggestion: CoachSuggestion | null };
export type Asked = {
  readonly viewer: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: string;
  /** What else was asked for behind the address. */
  readonly queried?: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: the body was parsed by the schema of the very route that leads here.
  readonly body: any;
};
export type Handler = (world: World, asked: Asked) => unknown;

export class Refuse extends Error {
  readonly code: string;
  readonly status: number;
  constructor(message: string, code = 'refused', status = 404) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export const roundOf = (world: World, { params }: Asked): FakeRound => {
  const round = world.rounds.find((one) => one.id === params.roundId);
  if (round === undefined) throw new Refuse('There is no such round.');
  return round;
};
export const named = (world: World, id: string): Named =>
  world.everybody.find((one) => one.id === id) ?? { id, name: id, functionName: null };

export const meOf = (world: World, viewer: string): Me => {
  const person = world.everybody.find((one) => one.id === viewer);
  const administers = world.administrators.has(viewer);
  return {
    person: { id: viewer, name: person?.name ?? 'Robin Outside' },
    guest: world.guest ?? false,
    administers,
    mayOpenRounds: administers,
    today: now.slice(0, 10),
    hours: { zone: 'Europe/London', source: 'tab', days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
    pausedUntil: world.pausedUntil ?? null,
    rounds: world.rounds
      .filter((round) => round.audience !== null && round.people.some((one) => one.id === viewer))
      .map((round) => myRoundOf(round, viewer)),
    twoTwo: world.twoTwo ?? null,
    leadsFromOutside: world.rounds
      .filter((round) => round.state !== 'draft' && round.plan.leaderId === viewer && round.people.every((one) => one.id !== viewer))
      .map((round) => ({ id: round.id, name: round.plan.name, peoplePartner: named(world, round.plan.peoplePartnerId) })),
  };
};

export const summaryOf = (round: FakeRound): RoundSummary => {
  const { population, joined, pairs } = tallyOf(round);
  const { name, startsOn, endsOn } = round.plan;
  return { id: round.id, name, state: round.state, startsOn, endsOn, population, joined, pairs };
};
