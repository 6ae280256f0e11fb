import {
  backlogOf,
  failureReason,
  type HealthFacts,
  type Outage,
  outageAfter,
  type ServiceState,
  services,
  toTellOf,
  troublesOf,
} from '@coaching-pairs/shared/health';
import { instant } from '@coaching-pairs/shared/ids';
import { describe, expect, it } from 'vitest';

const now = instant('2026-11-21T12:00:00.000Z');
const at = (time: string) => instant(`2026-11-21T${time}:00.000Z`);
const well: HealthFacts = {
  backlog: { fresh: 4, late: 2, stuck: 0 },
  sweptAt: at('11:59'),
  givenUp: Array(9).fill(at('11:30')),
  services: services.map((service): ServiceState => ({ service, succeededAt: now, failedAt: null, failingSince: null, code: null })),
};
const failing = (service: ServiceState['service'], since: string): HealthFacts => ({
  ...well,
  services: well.services.map((one) => (one.service === service ? { ...one, failedAt: now, failingSince: at(since), code: 'x' } : one)),
});

describe('what is due and was not sent', () => {
  it('is told by how late it is; what is still to come is not among it', () => {
    const due = ['12:01', '12:00', '11:56', '11:55', '11:01', '11:00', '09:00'].map(at);
    expect(backlogOf(due, now)).toEqual({ fresh: 2, late: 2, stuck: 2 });
  });
});

describe('what is broken', () => {
  it('is nothing while what fails may still mend itself', () => {
    expect(troublesOf(well, now)).toEqual([]);
    expect(troublesOf(failing('graph', '11:01'), now)).toEqual([]);
    expect(troublesOf({ ...well, sweptAt: at('11:01') }, now)).toEqual([]);
    expect(troublesOf({ ...well, sweptAt: null }, now)).toEqual([]);
    const once = failing('graph', '10:00').services.map((one) => ({ ...one, failedAt: one.failingSince }));
    expect(troublesOf({ ...well, services: once }, now)).toEqual([]);
    expect(troublesOf({ ...well, givenUp: [...well.givenUp, at('11:00'), at('09:00')] }, now)).toEqual([]);
  });

  it.each([
    ['graph', failing('graph', '11:00')],
    ['connector', failing('connector', '10:00')],
    ['storage', failing('storage', '11:00')],
    ['vault', failing('vault', '11:00')],
    ['no-sweep', { ...well, sweptAt: at('11:00') }],
    ['backlog', { ...well, backlog: { fresh: 0, late: 0, stuck: 1 } }],
    ['given-up', { ...well, givenUp: [at('11:01'), ...well.givenUp, at('10:59')] }],
  ] as const)('after an hour it is: %s', (trouble, facts) => expect(troublesOf(facts, now)).toEqual([trouble]));

  it.each([
    ['permission-missing', 'no-permission'],
    ['Status401', 'no-permission'],
    ['TokenUnavailable', 'no-token'],
    ['store-unavailable', 'no-connection'],
    ['ECONNREFUSED', 'no-connection'],
    ['ambiguous', 'unclear'],
    ['vault-away', 'no-connection'],
    ['vault-locked', 'locked'],
    ['unexpected', 'other'],
  ])('for %s the reason is %s', (code, reason) => expect(failureReason(code)).toBe(reason));
});

describe('an outage', () => {
  const graph: Outage = { since: at('10:00'), troubles: ['graph'], endedAt: null };
  const over: Outage = { ...graph, endedAt: at('11:00') };

  it('begins with the first trouble, takes in those that join it, ends with the last, and another is another', () => {
    expect(outageAfter(null, [], now)).toBeNull();
    expect(outageAfter(null, ['graph'], at('10:00'))).toEqual(graph);
    expect(outageAfter(graph, ['graph', 'backlog'], now)).toBeNull();
    expect(outageAfter(graph, [], at('11:00'))).toEqual(over);
    expect(outageAfter(over, [], now)).toBeNull();
    expect(outageAfter(over, ['backlog'], now)).toEqual({ since: now, troubles: ['backlog'], endedAt: null });
  });

  it('is told as broken, and as well again to those who were told; for a day', () => {
    expect(toTellOf(graph, ['graph'], false, now)).toBe('broken');
    expect(toTellOf(over, [], true, now)).toBe('well');
    expect(toTellOf(over, [], false, now)).toBeNull();
    expect(toTellOf(over, [], true, instant('2026-11-22T11:00:00.000Z'))).toBeNull();
  });

  it('of Teams itself can be told to nobody, so that all hear of its end', () => {
    const teams: Outage = { ...graph, troubles: ['connector'] };
    expect(toTellOf(teams, ['connector'], false, now)).toBeNull();
    expect(toTellOf({ ...teams, endedAt: at('11:00') }, [], false, now)).toBe('well');
  });
});
