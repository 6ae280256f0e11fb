import { accountOf } from '@coaching-pairs/shared/coaches/coach';
import { keptUntil } from '@coaching-pairs/shared/engagement/ending';
import { type Engagement, fourOf, partyOf } from '@coaching-pairs/shared/engagement/engagement';
import { audiencesFor, type Entry, mayRead } from '@coaching-pairs/shared/engagement/entry';
import { noSummary, type Summary } from '@coaching-pairs/shared/engagement/summary';
import { areComplete, hasAccepted, mayBook, termsVersion } from '@coaching-pairs/shared/engagement/terms';
import { bothConsent, consentVersion } from '@coaching-pairs/shared/engagement/way-in';
import { isAgreedGoal, noWork } from '@coaching-pairs/shared/engagement/work';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { Engagement as EngagementView } from '@coaching-pairs/shared/wire/engagement';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { Versioned } from '../../ports/rounds.js';
import type { Deps } from '../deps.js';
import { namedIn, organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { type AboutEngagement, myEngagement, sharedIn } from './my-engagement.js';

type Naming = (id: PersonId) => Named;
type Seen = { readonly engagement: Engagement; readonly me: PersonId; readonly named: Naming };

const wayIn = ({ engagement, me, named }: Seen) => {
  const { frame, consents } = engagement;
  return {
    enquiredBy: named(engagement.enquiry.by),
    answersBy: engagement.answersBy,
    consent: {
      version: consentVersion,
      mine: consents.find(({ personId }) => personId === me)?.at ?? null,
      // Only once there is nothing left to deduce from it (TT-05).
      both: engagement.state !== 'closed' && bothConsent(engagement),
    },
    frame: frame && {
      ...{ version: frame.version, sessions: frame.sessions, minutes: frame.minutes, everyWeeks: frame.everyWeeks },
      ...{ by: named(frame.by), at: frame.at, mine: frame.acceptedBy.includes(me) },
    },
  } satisfies Partial<EngagementView>;
};

/** As its coaches introduce themselves in the register, to the clients alone. */
const coachesOf = async (deps: Deps, { engagement, me }: Seen): Promise<EngagementView['coaches']> => {
  if (engagement.holdings.length === 0 || partyOf(engagement, me) !== 'client') return [];
  const register = (await deps.coachRegister.all()).map(({ value }) => value);
  return engagement.holdings.flatMap(({ coachId }) => {
    const entry = register.find((coach) => accountOf(coach) === coachId);
    return entry === undefined ? [] : [{ id: coachId, about: entry.about, languages: [...entry.languages], place: entry.place }];
  });
};

/** For a client alone, while both are asked; whether the other has answered is not in it (TT-05). */
const putForwardFor = async (deps: Deps, { engagement, me, named }: Seen): Promise<Result<EngagementView['putForward'], Refusal>> => {
  const { putForward: two } = engagement;
  if (two === null || partyOf(engagement, me) !== 'client') return ok(null);
  const words = await sharedIn(deps, engagement).nearWords(engagement.id);
  if (!words.ok) return words;
  return ok({
    ...{ version: two.id, answersBy: two.answersBy, mine: two.agreedBy.includes(me) },
    holdings: two.holdings.map(({ coachId, clientId }) => ({ coach: named(coachId), client: named(clientId) })),
    near: two.near.map(({ coachId, clientId, why }) => ({ coach: named(coachId), client: named(clientId), why })),
    words: words.value?.value.id === two.id ? words.value.value.why : '',
  });
};

const agreementOf = async (deps: Deps, { engagement, named }: Seen): Promise<Result<EngagementView['agreement'], Refusal>> => {
  const written = await sharedIn(deps, engagement).terms(engagement.id);
  if (!written.ok) return written;
  const accepted = engagement.acceptances.filter(({ personId }) => hasAccepted(engagement, personId));
  return ok({
    ...{ terms: termsVersion, words: engagement.words, complete: areComplete(engagement) },
    written: written.value.map(({ savedBy, ...words }) => ({ ...words, savedBy: named(savedBy) })),
    accepted: accepted.map(({ personId, party, at }) => ({ person: named(personId), party, at })),
  });
};

const workOf = async (deps: Deps, { engagement, me, named }: Seen): Promise<Result<Pick<EngagementView, 'focus' | 'goals'>, Refusal>> => {
  const found = await sharedIn(deps, engagement).work(engagement.id);
  if (!found.ok) return found;
  const { focus, goals } = found.value?.value ?? noWork;
  return ok({
    focus: [...focus],
    goals: goals.map((goal) => ({
      ...{ id: goal.id, what: goal.what, sign: goal.sign, firstStep: goal.firstStep, closedAt: goal.closedAt },
      ...{ suggestedBy: named(goal.suggestedBy), agreed: isAgreedGoal(goal, engagement), mine: goal.agreedBy.includes(me) },
    })),
  });
};

const newestFirst = (one: Versioned<Entry>, other: Versioned<Entry>): number => other.value.changedAt.localeCompare(one.value.changedAt);

const entriesFor = async (deps: Deps, { engagement, me, named }: Seen): Promise<Result<EngagementView['entries'], Refusal>> => {
  // Once it is over nobody's entries but one's own are even opened (TT-60).
  const authors = engagement.state === 'closed' ? [me] : fourOf(engagement);
  const found = await deps.engagements.entries(engagement.id, authors);
  if (!found.ok) return found;
  const readable = found.value.filter(({ value }) => mayRead(engagement, value, me)).sort(newestFirst);
  return ok(
    readable.map(({ value: { id, opId, authorId, audience, text, changedAt } }) => ({
      // Named by the change that made it so, which its author's own page knows without asking.
      ...{ id, version: opId, author: named(authorId), audience, text, changedAt },
    })),
  );
};

/** For the two coaches alone; for a client it is not even opened. */
const coachesNoteFor = async (deps: Deps, { engagement, me, named }: Seen): Promise<Result<EngagementView['coachesNote'], Refusal>> => {
  if (partyOf(engagement, me) !== 'coach') return ok(null);
  const found = await sharedIn(deps, engagement).coachesNote(engagement.id);
  if (!found.ok) return found;
  const note = found.value?.value ?? null;
  return ok(note && { ...note, savedBy: named(note.savedBy) });
};

const summaryFor = ({ draft, released }: Summary, { me, named }: Seen): EngagementView['summary'] => ({
  // Who of both clients has said yes is told to nobody but themselves (TT-62).
  draft: draft && {
    ...{ version: draft.version, observations: draft.observations, takeAways: draft.takeAways },
    ...{ by: named(draft.by), mine: draft.approvedBy.includes(me) },
  },
  released: released && { ...released },
});

/** An engagement for one of its four: what all of them share, and of what they wrote down what is for them (TT-02, TT-60). */
export const engagementFor = async (deps: Deps, about: AboutEngagement): Promise<Result<EngagementView, Refusal>> => {
  const found = await myEngagement(deps, about);
  if (!found.ok) return found;
  const { value: engagement } = found.value;
  const seen: Seen = { engagement, me: about.actor.personId, named: namedIn(await organisationOf(deps)) };
  const [agreement, work, entries] = [await agreementOf(deps, seen), await workOf(deps, seen), await entriesFor(deps, seen)];
  if (!agreement.ok) return agreement;
  if (!work.ok) return work;
  if (!entries.ok) return entries;
  const putForward = await putForwardFor(deps, seen);
  if (!putForward.ok) return putForward;
  const [summary, coachesNote] = [await sharedIn(deps, engagement).summary(engagement.id), await coachesNoteFor(deps, seen)];
  if (!summary.ok) return summary;
  if (!coachesNote.ok) return coachesNote;
  const { named, me } = seen;
  return ok({
    ...{ id: engagement.id, state: engagement.state, dyad: engagement.dyad },
    party: partyOf(engagement, me) === 'coach' ? 'coach' : 'client',
    clients: engagement.clientIds.map(named),
    holdings: engagement.holdings.map(({ coachId, clientId }) => ({ coach: named(coachId), client: named(clientId) })),
    coaches: await coachesOf(deps, seen),
    sponsor: engagement.sponsorId === null ? null : named(engagement.sponsorId),
    ...wayIn(seen),
    ...{ agreement: agreement.value, ...work.value, entries: entries.value, audiences: [...audiencesFor(engagement, me)] },
    ...{ putForward: putForward.value, coachesNote: coachesNote.value },
    summary: summaryFor(summary.value?.value ?? noSummary, seen),
    ...{ mayBook: mayBook(engagement), ending: engagement.closed?.how ?? null, keptUntil: keptUntil(engagement) },
  });
};
