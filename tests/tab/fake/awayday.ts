import { defaultAgenda } from '@coaching-pairs/shared/awayday/agenda';
import { beginOfDay, timeOf } from '@coaching-pairs/shared/awayday/plan';
import { instant, plainDate } from '@coaching-pairs/shared/ids';
import type { Awayday, AwaydayShown, PlanAwayday } from '@coaching-pairs/shared/wire/awayday';
import { type FakeRound, now } from './round.js';
import { type Asked, type Handler, named, Refuse, roundOf, type World } from './world.js';

type Wish = Omit<ReturnType<typeof PlanAwayday.parse>, 'opId' | 'revision'>;

const shown = (wish: Wish, agenda: AwaydayShown['agenda']): AwaydayShown => {
  const { form, day, time, zone, minutes, location } = wish;
  const plan = { day: plainDate(day), time, zone };
  const start = beginOfDay(plan);
  return { form, ...plan, minutes, location, start, joinUrl: null, when: timeOf(plan, instant(now)), agenda };
};

/** A whole day at a place, on the last day of the round unless another is named. */
export const awaydayOn = (round: FakeRound, day = round.plan.endsOn): AwaydayShown =>
  shown({ form: 'full', day, time: '09:00', zone: 'Europe/London', minutes: 420, location: 'The boathouse' }, [
    ...defaultAgenda('full', false),
  ]);

const awaydayOf = (world: World, asked: Asked): Awayday => {
  const round = roundOf(world, asked);
  const { plan, state, awayday } = round;
  return {
    ...{ roundName: plan.name, state, endsOn: plan.endsOn, zone: 'Europe/London', choosing: false, insightsScript: null },
    ...{ plan: awayday?.plan ?? null, revision: awayday?.revision ?? 0, meeting: awayday?.meeting ?? null },
  };
};

const inOutlook = { calendar: 'fine', claims: null };

const change = (round: FakeRound, revision: number, plan: AwaydayShown): void => {
  const known = round.awayday?.revision ?? 0;
  if (revision !== known) throw new Refuse('Somebody else has changed the plan meanwhile.', 'awayday-changed', 409);
  round.awayday = { meeting: round.awayday?.meeting ?? null, plan, revision: known + 1 };
};

/** Planning the Awayday, as simple as the pages allow. */
export const awaydayHandlers = {
  awayday: awaydayOf,
  planAwayday: (world, asked) => {
    const round = roundOf(world, asked);
    const { body } = asked;
    change(round, body.revision, shown(body, round.awayday?.plan.agenda ?? [...defaultAgenda(body.form, false)]));
    return inOutlook;
  },
  writeAgenda: (world, asked) => {
    const round = roundOf(world, asked);
    const { plan } = round.awayday ?? { plan: awaydayOn(round) };
    change(round, asked.body.revision, { ...plan, agenda: asked.body.items });
    return awaydayOf(world, asked);
  },
  arrangeAwayday: (world, asked) => {
    const round = roundOf(world, asked);
    if (round.awayday !== undefined) {
      const { start, minutes, location } = round.awayday.plan;
      const meeting = { start, minutes, location, joinUrl: null, organiser: named(world, asked.viewer), mine: true, pending: false };
      round.awayday = { ...round.awayday, meeting: { ...meeting, invited: round.people.length, withoutMail: [] } };
    }
    return inOutlook;
  },
  followAwayday: () => inOutlook,
  cancelAwayday: (world, asked) => {
    const round = roundOf(world, asked);
    if (round.awayday !== undefined) round.awayday = { ...round.awayday, meeting: null };
    return inOutlook;
  },
} satisfies Readonly<Record<string, Handler>>;
