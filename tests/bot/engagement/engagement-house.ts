import type { CalendarOf } from '@coaching-pairs/bot/ports/calendar';
import type { EngagementMove } from '@coaching-pairs/shared/wire/engagement';
import { type RouteName, routes } from '@coaching-pairs/shared/wire/routes';
import { expect } from 'vitest';
import type { z } from 'zod';
import { idOf, people } from '../api/company.js';
import { type Answer, ask, type House, openHouse } from '../api/house.js';
import { pathOf } from '../api/played-round.js';

/** Ben leads, Finn reports to him; Vera holds Ben's experience and Uma Finn's; Maya sponsors the two, and Stella coordinates. */
export const cast = {
  'client-1': 'Ben',
  'client-2': 'Finn',
  'coach-1': 'Vera',
  'coach-2': 'Uma',
  sponsor: 'Maya',
  coordinator: 'Stella',
  administrator: 'Omar',
  stranger: 'Ana',
} as const;
export const clients = ['Ben', 'Finn'] as const;
export const coaches = ['Vera', 'Uma'] as const;
export const four = [...clients, ...coaches];
const start = Date.parse('2026-11-23T09:00:00.000Z');

/** Everybody of Contoso is known to the organisation, 2:2 Coaching is on, and two are in the register. */
export const openEngagements = async (isOn = true, calendarOf?: CalendarOf, more: Partial<Parameters<typeof openHouse>[0]> = {}) => {
  const house: House = await openHouse({ store: 'memory', callsAMinute: 10_000, now: start, ...(calendarOf && { calendarOf }), ...more });
  let made = 0;
  const opId = (): string => `engagement-${String(++made).padStart(6, '0')}`;
  const call = async (who: string, name: RouteName, body?: object, params: Record<string, string> = {}): Promise<Answer> => {
    const token = await house.tokens.token(who, who === 'Stella' ? { roles: ['Engagement.Coordinator'] } : {});
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = routes[name].body === null ? {} : { body: JSON.stringify({ opId: opId(), ...body }) };
    return ask(`${house.origin}${pathOf(name, params)}`, { method: routes[name].method, headers, ...sent });
  };
  const does = async <Name extends RouteName>(who: string, name: Name, body?: object, params: Record<string, string> = {}) => {
    const answer = await call(who, name, body, params);
    expect(answer.status, `${who} ${name} ${answer.text}`).toBe(200);
    return routes[name].answer.parse(answer.body) as z.output<(typeof routes)[Name]['answer']>;
  };
  await house.deps.organisation.savePeople(people, []);
  if (isOn) await does('Stella', 'switchTwoTwo', { on: true });
  return { ...house, call, does, opId };
};
export type Engagements = Awaited<ReturnType<typeof openEngagements>>;
export type Move = EngagementMove;
export const idsOf = (names: readonly string[]) => names.map(idOf);

const plain = { about: '', languages: ['English'], place: 'Leeds', capacity: 2, paused: false };
/** What is written in their own words; each is to be found again, or nowhere. */
export const canary = (of: string): string => `canary of ${of}`;

/** An engagement that is lived step by step, each through the door that it comes through. */
export const liveEngagement = async (house: Engagements) => {
  const { does, opId } = house;
  const began = opId();
  const engagementId = `e-${began}`;
  const at = { engagementId };
  const moves = (who: string, change: Move) => does(who, 'changeEngagement', { change }, at);
  const seen = (who: string) => does(who, 'engagement', undefined, at);
  for (const name of coaches) {
    await does('Stella', 'addCoach', { from: { kind: 'inside', personId: idOf(name) }, capacity: 2 });
    await does(name, 'saveMyCoaching', plain);
    await does(name, 'acceptCode', { name });
  }
  const enquiry = { opId: began, as: 'client', dyad: 'manager-and-report', clientIds: idsOf(clients), sponsorId: idOf('Maya') };
  await does('Ben', 'enquire', enquiry);
  const holdings = clients.map((client, index) => ({ clientId: idOf(client), coachId: idOf(coaches[index] ?? '') }));
  const steps = {
    consents: async () => {
      for (const who of clients) await moves(who, { kind: 'consent', version: 1 });
    },
    assigns: () => does('Stella', 'coordinateEngagement', { change: { kind: 'assign', holdings } }, at),
    recommends: () => moves('Vera', { kind: 'recommend', base: 0, sessions: 6, minutes: 90, everyWeeks: 3 }),
    agrees: async () => {
      for (const who of clients) await moves(who, { kind: 'accept-frame', version: 1 });
    },
    writesTerms: () => {
      const words = { broughtIn: canary('broughtIn'), confidentiality: canary('confidentiality'), contact: canary('contact') };
      return moves('Finn', { kind: 'write-terms', base: 0, ...words });
    },
    accepts: async (names: readonly string[] = four) => {
      for (const who of names) await moves(who, { kind: 'accept-terms', terms: 1, words: (await seen(who)).agreement.words });
    },
  };
  const active = async () => {
    await steps.consents();
    await steps.assigns();
    await steps.recommends();
    await steps.agrees();
    await steps.writesTerms();
    await steps.accepts();
  };
  return { at, began, enquiry, holdings, moves, seen, ...steps, active };
};
export type Lived = Awaited<ReturnType<typeof liveEngagement>>;
