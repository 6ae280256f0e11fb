import { ok, type Result } from '@coaching-pairs/shared/result';
import type { Arranged, Session } from '@coaching-pairs/shared/sessions/session';
import { tabLink } from '@coaching-pairs/shared/wire/tab-link';
import { htmlText } from '@coaching-pairs/shared/words/html-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { EventDraft } from '../../ports/calendar.js';
import type { Deps } from '../deps.js';
import { organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { carryOut, type Signed, seenInOutlook, type Trouble, waitsFor } from './carry-out.js';
import { type AboutPair, type MyPair, myPair } from './my-pair.js';
import { keepUnrecorded } from './recording.js';
import { record } from './seen-in-outlook.js';

type Drafted = {
  readonly words: Words;
  /** Where the guide to it is, in the tab. */
  readonly link: string;
  /** Where it is for those who come from outside, in a browser; nothing where nobody does. */
  readonly outside?: string | undefined;
  readonly attendees: EventDraft['attendees'];
};

const linked = (text: string, address: string): string => `<p><a href="${htmlText(address)}">${htmlText(text)}</a></p>`;

/** A neutral subject, and the way to the guide; no reason, no note (S-18). */
export const neutralDraft = (
  { id, start, minutes, place, isPrivate }: Arranged,
  { words, link, outside, attendees }: Drafted,
): EventDraft => ({
  ...{ transactionId: id, start, minutes, attendees, isPrivate, online: place === 'teams' },
  subject: words.t('session.subject'),
  body: [
    linked(words.t('session.body.link'), link),
    ...(outside === undefined ? [] : [linked(words.t('session.body.outside'), outside)]),
  ].join(''),
  location: place === 'teams' ? null : words.t(`session.place.${place}`),
});

const draftOf = async (deps: Deps, words: Words, { round, me, memberIds }: MyPair, session: Session): Promise<EventDraft> => {
  const { people } = await organisationOf(deps);
  const invited = memberIds.filter((id) => id !== me).map((id) => people.get(id));
  const attendees = invited.flatMap((one) => (one?.mail == null ? [] : [{ name: one.name, mail: one.mail }]));
  return neutralDraft(session, { words, attendees, link: tabLink(deps.teamsAppId, `round/${round.id}/sessions`) });
};

/**
 * Does in Outlook what waits for this very person and records it: for the sessions named, or all that they began themselves. What another
 * wished for is done by a tap of its own. Whatever did not work goes on waiting; done again it makes no second event, because each is
 * made under the session's own id. Where nothing stood in the way, their meetings are kept from being recorded.
 */
export const finishInOutlook = async (
  deps: Deps,
  signed: Signed,
  about: AboutPair,
  only?: readonly string[],
): Promise<Result<Trouble, Refusal>> => {
  const pair = await myPair(deps, about);
  if (!pair.ok) return pair;
  const { me, sessions } = pair.value;
  const waiting = sessions.map(({ value }) => value).filter(waitsFor(me, only));
  const { found, trouble, isBooked } = await carryOut(signed.calendar, waiting, (session) =>
    draftOf(deps, signed.words, pair.value, session),
  );
  const recorded = await record(deps, about, 'sessions.outlook', found);
  if (!recorded.ok) return recorded;
  return trouble === null && (isBooked || only === undefined) ? keepUnrecorded(deps, signed.calendar, about) : ok(trouble);
};

/** Follows what was moved or cancelled in Outlook itself, as the calendar of whoever is here shows it; what could be recorded is tried again. */
export const followOutlook = async (deps: Deps, signed: Signed, about: AboutPair): Promise<Result<Trouble, Refusal>> => {
  const pair = await myPair(deps, about);
  if (!pair.ok) return pair;
  const { me, sessions } = pair.value;
  const all = sessions.map(({ value }) => value);
  const { found, trouble } = await seenInOutlook(signed.calendar, all, { me, now: deps.clock.now() });
  const recorded = await record(deps, about, 'sessions.followed', found);
  if (!recorded.ok) return recorded;
  return trouble === null ? keepUnrecorded(deps, signed.calendar, about) : ok(trouble);
};
