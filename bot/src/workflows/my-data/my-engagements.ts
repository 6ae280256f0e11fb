import { isPastKeeping } from '@coaching-pairs/shared/engagement/ending';
import { type Engagement, type Party, partyOf } from '@coaching-pairs/shared/engagement/engagement';
import { meetingsFor } from '@coaching-pairs/shared/engagement/meetings';
import { noSummary } from '@coaching-pairs/shared/engagement/summary';
import { noWork } from '@coaching-pairs/shared/engagement/work';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { MyData, MyOwnEngagement } from '@coaching-pairs/shared/wire/my-data';
import { twoTwoPlace } from '../../ports/audit.js';
import type { Deps } from '../deps.js';
import { engagementsNow, isThereFor, sharedIn } from '../engagement/my-engagement.js';
import type { Refusal } from '../refusal.js';

type Mine = { readonly engagement: Engagement; readonly me: PersonId };
type Parts<Key extends keyof MyOwnEngagement> = Pick<MyOwnEngagement, Key>;
type Found<Key extends keyof MyOwnEngagement> = Promise<Result<Parts<Key>, Refusal>>;

const structureOf = ({ engagement: { frame }, me }: Mine): MyOwnEngagement['structure'] => {
  if (frame === null || (frame.by !== me && !frame.acceptedBy.includes(me))) return null;
  const { sessions, minutes, everyWeeks, at, by, acceptedBy } = frame;
  return { sessions, minutes, everyWeeks, at, recommendedByMe: by === me, acceptedByMe: acceptedBy.includes(me) };
};

const saidIn = ({ engagement, me }: Mine) => {
  const { enquiry, consents, acceptances, putForward } = engagement;
  return {
    ...{ enquiredAt: enquiry.at, enquiredByMe: enquiry.by === me },
    consentedAt: consents.find(({ personId }) => personId === me)?.at ?? null,
    contentWithCoaches: putForward?.agreedBy.includes(me) ?? false,
    acceptedAt: acceptances.find(({ personId }) => personId === me)?.at ?? null,
    structure: structureOf({ engagement, me }),
  } satisfies Partial<MyOwnEngagement>;
};

/** What I wrote into what the four share; a version that another saved is theirs. */
const sharedByMe = async (deps: Deps, { engagement, me }: Mine): Found<'terms' | 'summary' | 'approvedSummary' | 'goals'> => {
  const shared = sharedIn(deps, engagement);
  const [terms, summary, work] = [await shared.terms(engagement.id), await shared.summary(engagement.id), await shared.work(engagement.id)];
  if (!terms.ok) return terms;
  if (!summary.ok) return summary;
  if (!work.ok) return work;
  const { draft } = summary.value?.value ?? noSummary;
  const { goals } = work.value?.value ?? noWork;
  return ok({
    terms: terms.value.filter(({ savedBy }) => savedBy === me).map(({ savedBy: _me, ...words }) => words),
    summary: draft?.by === me ? { observations: draft.observations, takeAways: draft.takeAways, at: draft.at } : null,
    approvedSummary: draft?.approvedBy.includes(me) ?? false,
    goals: goals.filter(({ suggestedBy }) => suggestedBy === me).map(({ what, sign, firstStep }) => ({ what, sign, firstStep })),
  });
};

/** What I wrote down for myself or for whom I chose, and the two coaches' note where I saved it last. */
const writtenByMe = async (deps: Deps, { engagement, me }: Mine, party: Party): Found<'entries' | 'coachesNote'> => {
  const entries = await deps.engagements.entries(engagement.id, [me]);
  if (!entries.ok) return entries;
  // For a client it is not even opened.
  const note = party === 'coach' ? await sharedIn(deps, engagement).coachesNote(engagement.id) : ok(null);
  if (!note.ok) return note;
  const mine = note.value?.value.savedBy === me ? note.value.value : null;
  return ok({
    entries: entries.value.map(({ value: { audience, text, changedAt } }) => ({ audience, text, changedAt })),
    coachesNote: mine && {
      ...{ savedAt: mine.savedAt, opens: mine.opens, watches: mine.watches, handOver: mine.handOver, debrief: mine.debrief },
    },
  });
};

const metIn = async (deps: Deps, { engagement, me }: Mine): Promise<MyOwnEngagement['meetings']> => {
  if (isPastKeeping(engagement, deps.clock.now())) return [];
  const all = (await deps.engagements.meetings(engagement.id)).map(({ value }) => value);
  return meetingsFor(engagement, all, me).map(({ kind, start, minutes, place, state, organiserId, kept }) => ({
    ...{ kind, start, minutes, place, state, bookedByMe: organiserId === me },
    keptFree: kept.some(({ personId }) => personId === me),
  }));
};

const toldIn = async (deps: Deps, { engagement, me }: Mine): Promise<MyOwnEngagement['messages']> =>
  (await deps.engagements.messagesTo(engagement.id, me)).map(({ kind, finishedAt, state }) => ({
    ...{ kind, at: finishedAt, arrived: state === 'sent' },
  }));

/** What somebody has in engagements: what they wrote, suggested and said yes to, when they met, and nothing that anybody else did (C-08). */
export const myPartIn = async (deps: Deps, me: PersonId): Promise<Result<MyOwnEngagement[], Refusal>> => {
  const found: MyOwnEngagement[] = [];
  for (const engagement of await engagementsNow(deps)) {
    const party = partyOf(engagement, me);
    if (party === null || !(await isThereFor(deps, engagement, me))) continue;
    const mine: Mine = { engagement, me };
    const [shared, written] = [await sharedByMe(deps, mine), await writtenByMe(deps, mine, party)];
    if (!shared.ok) return shared;
    if (!written.ok) return written;
    const [meetings, messages] = await Promise.all([metIn(deps, mine), toldIn(deps, mine)]);
    found.push({ party, ...saidIn(mine), ...shared.value, ...written.value, meetings, messages });
  }
  return ok(found);
};

/** What somebody did with the switch, the register and engagements as they coordinate them; codes and times. */
export const myTwoTwoActs = async ({ audit }: Deps, me: PersonId): Promise<MyData['twoTwoActs']> => {
  const [book, people] = await Promise.all([audit.open(twoTwoPlace), audit.people()]);
  return [...book.links, ...book.waiting].filter(({ by }) => (people.get(by) ?? by) === me).map(({ at, action }) => ({ at, action }));
};
