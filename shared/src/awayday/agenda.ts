/** A whole day, or a morning that runs its two parts back to back (CP-80). */
export const awaydayForms = ['full', 'half'] as const;
export type AwaydayForm = (typeof awaydayForms)[number];

/** What there is at an Awayday; `awayday.item.<kind>` are the words. `other` is whatever the organisers add, in their own words. */
export const agendaKinds = [
  ...(['arrive', 'welcome', 'feedback', 'break', 'alone', 'fours', 'lunch'] as const),
  ...(['insights', 'team', 'choosing', 'next', 'other'] as const),
] as const;
export type AgendaKind = (typeof agendaKinds)[number];

export type AgendaItem = {
  /** Tells it from the others of the same agenda. */
  readonly id: string;
  readonly kind: AgendaKind;
  /** In the organisers' own words; null for those that ship. */
  readonly wording: string | null;
  readonly minutes: number;
};

export const agendaLimits = { items: 30, wording: 120, shortest: 5, longest: 480 } as const;

/** Minutes from arriving to the end. */
export const usualLength: Readonly<Record<AwaydayForm, number>> = { full: 420, half: 210 };
/** Two halves of it are a turn each (CP-83). */
export const feedbackMinutes = 45;

type Part = readonly [kind: AgendaKind, minutes: number];

const fullDay = (choosing: boolean): readonly Part[] => [
  ...([
    ['arrive', 30],
    ['welcome', 15],
    ['feedback', feedbackMinutes],
    ['break', 30],
    ['alone', 30],
    ['fours', 45],
    ['lunch', 75],
    ['insights', 60],
    ['break', 15],
  ] as const),
  ...(choosing ? ([['team', 30] as const, ['choosing', 30] as const] as const) : ([['team', 60] as const] as const)),
  ['next', 15],
];

const halfDay = (choosing: boolean): readonly Part[] => [
  ...([
    ['arrive', 15],
    ['welcome', 15],
    ['feedback', feedbackMinutes],
    ['insights', 60],
    ['break', 15],
  ] as const),
  ...(choosing ? ([['team', 20] as const, ['choosing', 25] as const] as const) : ([['team', 45] as const] as const)),
  ['next', 15],
];

/**
 * The agenda that the method suggests: feedback pairs early in the morning, the whole team together afterwards, insights, and what happens
 * next (CP-80). Where partners are chosen openly there is time for that. It adds up to the usual length.
 */
export const defaultAgenda = (form: AwaydayForm, choosing: boolean): readonly AgendaItem[] =>
  (form === 'full' ? fullDay : halfDay)(choosing).map(([kind, minutes], place) => ({
    id: `${form}-${place + 1}-${kind}`,
    kind,
    wording: null,
    minutes,
  }));

/** An item with when it begins and ends, in minutes from the beginning of the day. */
export type Timed = { readonly item: AgendaItem; readonly from: number; readonly to: number };

export const timed = (items: readonly AgendaItem[]): readonly Timed[] => {
  const all: Timed[] = [];
  let from = 0;
  for (const item of items) {
    all.push({ item, from, to: from + item.minutes });
    from += item.minutes;
  }
  return all;
};

export const totalOf = (items: readonly AgendaItem[]): number => items.reduce((sum, { minutes }) => sum + minutes, 0);

/** What the clock shows so many minutes after a time of the day such as `09:00`. */
export const clockAfter = (time: string, minutes: number): string => {
  const [hours = 0, begun = 0] = time.split(':').map(Number);
  const at = (hours * 60 + begun + minutes) % 1_440;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
};

/** What an organiser should know of an agenda; nothing of it is refused. */
export type AgendaConcern =
  | { readonly code: 'over' | 'free'; readonly minutes: number }
  | { readonly code: 'no-feedback' | 'feedback-short' | 'feedback-late' | 'no-insights' | 'insights-first' | 'no-choosing' };

const placeOf = (items: readonly Timed[], kind: AgendaKind): Timed | undefined => items.find(({ item }) => item.kind === kind);

/** Whether it adds up to the length of the day, and what is missing of what the method asks for (CP-80, CP-83). */
export const concernsOf = (items: readonly AgendaItem[], minutes: number, choosing: boolean): readonly AgendaConcern[] => {
  const over = totalOf(items) - minutes;
  const all = timed(items);
  const [feedback, insights] = [placeOf(all, 'feedback'), placeOf(all, 'insights')];
  const balance: readonly AgendaConcern[] = over === 0 ? [] : [{ code: over > 0 ? 'over' : 'free', minutes: Math.abs(over) }];
  const found: readonly (readonly [boolean, Exclude<AgendaConcern['code'], 'over' | 'free'>])[] = [
    [feedback === undefined, 'no-feedback'],
    [feedback !== undefined && feedback.item.minutes < feedbackMinutes, 'feedback-short'],
    [feedback !== undefined && feedback.from * 2 >= minutes, 'feedback-late'],
    [insights === undefined, 'no-insights'],
    [feedback !== undefined && insights !== undefined && insights.from < feedback.from, 'insights-first'],
    [choosing && placeOf(all, 'choosing') === undefined, 'no-choosing'],
  ];
  return [...balance, ...found.flatMap(([is, code]) => (is ? [{ code }] : []))];
};

const saysTheSame = (one: AgendaItem, other: AgendaItem | undefined): boolean =>
  other !== undefined && one.kind === other.kind && one.wording === other.wording && one.minutes === other.minutes && one.id === other.id;

export const isSameAgenda = (one: readonly AgendaItem[], other: readonly AgendaItem[]): boolean =>
  one.length === other.length && one.every((item, place) => saysTheSame(item, other[place]));
