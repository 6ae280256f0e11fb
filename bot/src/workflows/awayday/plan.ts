import type { AgendaItem } from '@coaching-pairs/shared/awayday/agenda';
import { beginOfDay, timeOf } from '@coaching-pairs/shared/awayday/plan';
import { type AwaydayWish, choosesThere, planAwayday, writeAgenda } from '@coaching-pairs/shared/awayday/plan-moves';
import type { Instant } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { isInTeams } from '@coaching-pairs/shared/round/meeting';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { Awayday, AwaydayShown } from '@coaching-pairs/shared/wire/awayday';
import { readAsAdministrator } from '../change-round.js';
import type { Deps } from '../deps.js';
import { organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { type AskedMeeting, bringToOutlook, changeRound } from '../round-meeting.js';
import { meetingView } from '../round-meeting-view.js';
import type { Signed, Trouble } from '../sessions/carry-out.js';
import { awaydayMeeting } from './meeting.js';

/** The Awayday as everybody whom the round is for sees it; null while no day is fixed. */
export const awaydayShown = ({ awayday }: Pick<Round, 'awayday'>, now: Instant): AwaydayShown | null => {
  if (awayday === null) return null;
  const { form, day, time, zone, minutes, location, agenda, meeting } = awayday;
  return {
    ...{ form, day, time, zone, minutes, location },
    start: beginOfDay(awayday),
    joinUrl: isInTeams(location) ? (meeting?.events[0]?.joinUrl ?? null) : null,
    when: timeOf(awayday, now),
    agenda: [...agenda],
  };
};

/** What the round leader is given to say, where the organisers rewrote it; the product knows nothing of who then spoke (CP-84). */
export const insightsScriptOf = ({ kit }: Pick<Round, 'kit'>): string | null => kit.find(({ sheet }) => sheet === 'insights')?.text ?? null;

/** The Awayday as an administrator plans it. */
export const awaydayOf = async (deps: Deps, asked: Pick<AskedMeeting, 'roundId' | 'actor'>): Promise<Result<Awayday, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const { content } = all.value;
  const round = all.value.round.value;
  const organisation = await organisationOf(deps);
  return ok({
    ...{ roundName: round.name, state: round.state, endsOn: round.endsOn, zone: round.timeZone, choosing: choosesThere(round) },
    plan: awaydayShown(round, deps.clock.now()),
    revision: round.awayday?.revision ?? 0,
    meeting: meetingView({ round, content, organisation }, round.awayday?.meeting ?? null, asked.actor.personId),
    insightsScript: insightsScriptOf(round),
  });
};

/** Fixes or changes the day, the place and the form; what stands in the organiser's Outlook is moved there (CP-80). */
export const fixAwayday = async (
  deps: Deps,
  signed: Signed,
  asked: AskedMeeting & { readonly wish: AwaydayWish },
): Promise<Result<Trouble, Refusal>> => {
  const planned = await changeRound(deps, asked, 'awayday.plan', (round) =>
    planAwayday(round, asked.wish, asked.actor.personId, deps.clock.now()),
  );
  return planned.ok ? bringToOutlook(deps, signed, awaydayMeeting, asked) : planned;
};

/** Writes the agenda anew; everybody whom the round is for reads it (CP-80). */
export const changeAgenda = (
  deps: Deps,
  asked: AskedMeeting & { readonly revision: number; readonly items: readonly AgendaItem[] },
): Promise<Result<null, Refusal>> => changeRound(deps, asked, 'awayday.agenda', (round) => writeAgenda(round, asked.revision, asked.items));
