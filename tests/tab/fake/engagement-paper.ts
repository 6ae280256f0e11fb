import type { Engagement, EngagementMove } from '@coaching-pairs/shared/wire/engagement';
import type { Named } from '@coaching-pairs/shared/wire/parts';

const at = '2026-11-20T09:00:00.000Z';
const person = (id: string, name: string, functionName: string | null): Named => ({ id, name, functionName });

/** Rosa leads, Sam reports to her; Ines holds Rosa's experience and Karl Sam's; Lena sponsors the two. */
export const rosa = person('rosa', 'Rosa Marin', 'Finance');
export const sam = person('sam', 'Sam Oduya', 'Finance');
export const ines = person('ines', 'Ines Falk', 'Research');
export const karl = person('karl', 'Karl Brandt', null);
export const lena = person('lena', 'Lena Hoff', 'Board');
const clients = [rosa, sam];
const holdings = [
  { coach: ines, client: rosa },
  { coach: karl, client: sam },
];
export const accepted = (...people: readonly Named[]) =>
  people.map((one) => ({ person: one, party: clients.includes(one) ? ('client' as const) : ('coach' as const), at }));

/** Ines, who belongs to the function of Sam in this one, and Karl, before both clients. */
export const putForward: NonNullable<Engagement['putForward']> = {
  ...{ version: 'op-1', holdings, near: [{ coach: ines, client: sam, why: 'same-function' }] },
  ...{ words: 'Nobody else speaks Portuguese.', answersBy: '2026-12-04T09:00:00.000Z', mine: false },
};

const frame = { version: 1, sessions: 6, minutes: 90, everyWeeks: 3, by: ines, at, mine: true };
const states = ['enquiry', 'discovery', 'proposal', 'agreed', 'active', 'closing', 'closed'] as const;
const since = (state: Engagement['state'], from: Engagement['state']): boolean => states.indexOf(state) >= states.indexOf(from);

/** An engagement as one of its four reads it at a point of its way, with whatever else is to be so. */
export const engagementAt = (state: Engagement['state'], party: Engagement['party'], more: Partial<Engagement> = {}): Engagement => {
  const isActive = state === 'active' || state === 'closing';
  return {
    ...{
      id: 'e-1',
      state,
      party,
      dyad: 'manager-and-report',
      clients,
      sponsor: lena,
      enquiredBy: sam,
      answersBy: '2026-12-18T09:00:00.000Z',
    },
    holdings: state === 'enquiry' ? [] : holdings,
    coaches:
      state === 'enquiry' || party === 'coach'
        ? []
        : [{ id: 'ines', about: 'I listen for what is not said.', languages: ['English', 'Deutsch'], place: 'Leeds' }],
    consent: { version: 1, mine: state === 'enquiry' || party === 'coach' ? null : at, both: since(state, 'discovery') },
    putForward: null,
    frame: since(state, 'agreed') ? frame : state === 'proposal' ? { ...frame, mine: false } : null,
    agreement: { terms: 1, words: 0, written: [], accepted: isActive ? accepted(rosa, sam, ines, karl) : [], complete: isActive },
    ...{ focus: [], goals: [], entries: [], audiences: party === 'client' ? ['only-me', 'held', 'all-four'] : ['only-me', 'all-four'] },
    ...{ coachesNote: null, summary: { draft: null, released: null }, mayBook: isActive },
    ending: state === 'closed' ? 'ended' : null,
    keptUntil: state === 'closed' ? '2026-12-20T09:00:00.000Z' : null,
    ...more,
  };
};

const accepting = (engagement: Engagement, me: string): Engagement => {
  const { agreement, holdings: held } = engagement;
  const mine = [...clients, ...held.map(({ coach }) => coach)].filter(({ id }) => id === me);
  const all = [...agreement.accepted.filter(({ person: { id } }) => id !== me), ...accepted(...mine)];
  const complete = all.length === 4;
  const state = complete && engagement.state === 'agreed' ? 'active' : engagement.state;
  return { ...engagement, state, agreement: { ...agreement, accepted: all, complete }, mayBook: complete };
};

const closed = (engagement: Engagement, ending: Engagement['ending']): Engagement => ({
  ...{ ...engagement, state: 'closed', ending },
  keptUntil: '2026-12-20T09:00:00.000Z',
});

/** What one of the four does on the way in and out, as the reader sees it afterwards. */
export const moved = (engagement: Engagement, move: EngagementMove, me: string): Engagement => {
  const { agreement } = engagement;
  switch (move.kind) {
    case 'consent':
      return { ...engagement, consent: { ...engagement.consent, mine: at } };
    case 'rather-not':
      return closed(engagement, 'not-going-ahead');
    case 'content':
      return { ...engagement, putForward: engagement.putForward && { ...engagement.putForward, mine: true } };
    case 'rather-others':
      return { ...engagement, putForward: null };
    case 'recommend': {
      const { base, sessions, minutes, everyWeeks } = move;
      return { ...engagement, state: 'proposal', frame: { ...frame, version: base + 1, sessions, minutes, everyWeeks, mine: false } };
    }
    case 'accept-frame':
      return { ...engagement, frame: engagement.frame && { ...engagement.frame, mine: true } };
    case 'write-terms': {
      const { base, kind: _kind, ...words } = move;
      const written = [...agreement.written, { ...words, version: base + 1, savedBy: rosa, savedAt: at }];
      return { ...engagement, mayBook: false, agreement: { ...agreement, words: base + 1, written, accepted: [], complete: false } };
    }
    case 'accept-terms':
      return accepting(engagement, me);
    case 'begin-closing':
      return { ...engagement, state: 'closing' };
    case 'complete':
      return closed(engagement, 'completed');
    case 'end':
      return closed(engagement, 'ended');
    default:
      return engagement;
  }
};
