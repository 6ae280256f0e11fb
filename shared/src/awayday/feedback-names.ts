import { type Instant, instant, type PersonId, type PlainDate } from '../ids.js';
import type { Occasion } from '../reminders/occasions.js';
import { err, ok, type Result } from '../result.js';
import type { Participant } from '../round/participation.js';
import type { Round } from '../round/round.js';
import { dayOf, daysAfter, instantOfLocal } from '../time.js';
import { type AwaydayPeople, checkNomination, type FeedbackNomination, type NominationRefusal } from './nomination.js';

/** What somebody has said for the feedback pairs: whether they take part, and the two they would like to hear from. */
export type FeedbackNames = {
  readonly by: PersonId;
  /** Null while they have not said: whoever is in the round takes part, whoever is not does not. */
  readonly attends: boolean | null;
  readonly named: Pick<FeedbackNomination, 'first' | 'second'> | null;
};

export type NamesRefusal = { readonly code: 'names-closed' } | NominationRefusal;

/** When names were asked for and until when, and whether pairs were made of them. */
type Asking = { readonly namesBy: PlainDate; readonly askedAt: Instant; readonly madeAt: Instant | null };

/** The instant from which names are taken no more: when the last day is over where the round is at home. */
export const closingOf = ({ namesBy }: Pick<Asking, 'namesBy'>, timeZone: string): Instant =>
  instantOfLocal(`${daysAfter(namesBy, 1)}T00:00`, timeZone);

/** Names are taken until the last day is over, and never once pairs were made of them: what came of a change would tell whom it named. */
export const areNamesOpen = (asking: Asking, { state, timeZone }: Pick<Round, 'state' | 'timeZone'>, now: Instant): boolean =>
  (state === 'active' || state === 'awayday') && asking.madeAt === null && now < closingOf(asking, timeZone);

/** Days between the last day for names and the day that is planned for. */
const daysBefore = 7;

/** The last day that is proposed for names: a week before the Awayday, though never before tomorrow. */
export const proposedNamesBy = (awayday: PlainDate, today: PlainDate): PlainDate => {
  const [week, tomorrow] = [daysAfter(awayday, -daysBefore), daysAfter(today, 1)];
  return week > tomorrow ? week : tomorrow;
};

/** Whoever is in the round takes part unless they say no; whoever sits it out does once they say yes. */
export const takesPart = ({ answer }: Pick<Participant, 'answer'>, said: FeedbackNames | null): boolean =>
  said?.attends ?? answer === 'joined';

/**
 * Puts what somebody says in the place of what they said before. Refused once names are closed, and where the two are not two
 * different colleagues of the population, neither themselves nor their coaching partner (CP-81).
 */
export const changeNames = (
  at: { readonly round: Round; readonly asking: Asking; readonly people: AwaydayPeople; readonly now: Instant },
  next: FeedbackNames,
): Result<FeedbackNames, NamesRefusal> => {
  if (!areNamesOpen(at.asking, at.round, at.now)) return err({ code: 'names-closed' });
  if (next.named === null) return ok(next);
  const checked = checkNomination(at.people, { by: next.by, ...next.named });
  return checked.ok ? ok(next) : checked;
};

/** What is known of everybody's wishes, as the pairing takes it. */
export const nominationsOf = (said: readonly FeedbackNames[]): readonly FeedbackNomination[] =>
  said.flatMap(({ by, named }) => (named === null ? [] : [{ by, ...named }]));

/** So many days before the last one people are reminded. */
const remindedBefore = 2;

/** Two days before the last, though not on the day of the question itself. */
const remindedFrom = ({ namesBy, askedAt }: Asking): Instant => {
  const [near, next] = [daysAfter(namesBy, -remindedBefore), daysAfter(dayOf(askedAt), 1)];
  return instant(`${near > next ? near : next}T00:00:00.000Z`);
};

/** Whether somebody is still to be reminded: in the round, taking part, and nobody named. Whoever sits the round out is never urged. */
const isAwaited = (participant: Participant, said: FeedbackNames | null): boolean =>
  participant.answer === 'joined' && takesPart(participant, said) && said?.named == null;

/** What somebody may have to be reminded of, once; nobody else learns of it. */
export const awaitedNames = (
  round: Round,
  asking: Asking | null,
  participant: Participant,
  said: FeedbackNames | null,
  now: Instant,
): readonly Occasion[] => {
  if (asking === null || !areNamesOpen(asking, round, now) || !isAwaited(participant, said)) return [];
  const { namesBy: until } = asking;
  return [{ kind: 'names-reminder', subject: 'names', to: participant.personId, since: remindedFrom(asking), until }];
};
