import { findingNotices, noticesOf, type Scene } from '@coaching-pairs/bot/workflows/notices';
import { disclosureVersion } from '@coaching-pairs/shared/disclosure/who-sees-what';
import { instant, type PersonId, plainDate, roundId } from '@coaching-pairs/shared/ids';
import { organise } from '@coaching-pairs/shared/organisation/organisation';
import { member } from '@coaching-pairs/shared/round/participation';
import { openRound } from '@coaching-pairs/shared/round/round';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { drafted } from '../../shared/round/people.js';
import { id, ids, plan, value } from './world.js';

const people = [
  personNamed('Ruth'),
  personNamed('Maya', { under: 'Ruth' }),
  personNamed('Sam', { under: 'Gone' }),
  // Of another round.
  personNamed('Tom', { under: 'Gone' }),
  personNamed('Lena', { under: 'Aisha' }),
  personNamed('Aisha', { under: 'Lena' }),
];

const sceneOf = (population: readonly PersonId[]): Scene => {
  const made = { id: roundId('r-1'), seed: 1, disclosureVersion, by: id('Priya'), at: instant('2026-11-20T09:00:00.000Z') };
  return {
    words: wordsFor('en'),
    round: { ...value(openRound(plan, made)), topId: id('Ruth') },
    content: { participants: population.map(member), proposals: [], pairs: [] },
    organisation: organise({ people, corrections: [], functions: [] }),
    today: plainDate('2026-12-15'),
    pairsInLine: [],
    unconfirmed: [],
  };
};
const noticesFor = (population: readonly PersonId[]): string[] =>
  findingNotices(sceneOf(population)).map(({ code, people: named }) => `${code}: ${named.map((one) => one.id).join(' ')}`);

describe('what the directory said', () => {
  it('[S-11] the organisers of a round read nothing of people who belong to another', () => {
    expect(noticesFor(ids('Maya', 'Sam')).filter((one) => !one.startsWith('no-department'))).toEqual(['manager-missing: sam']);
  });

  it('[CP-33] the round leader is no second administrator for the people partner’s own match', () => {
    const codes = (administratorIds: readonly PersonId[]) => {
      const scene = sceneOf(ids('Maya', 'Priya'));
      return noticesOf({ ...scene, round: { ...scene.round, administratorIds } }).map(({ code }) => code);
    };
    expect(codes(ids('Priya', 'Maya'))).toContain('second-administrator');
    expect(codes(ids('Priya', 'Omar'))).not.toContain('second-administrator');
  });

  it('[CP-33] a round leader who administers the round too would read who sits out: the page says so', () => {
    const told = (own: Partial<Scene['round']>) => {
      const scene = sceneOf(ids('Maya'));
      return noticesOf({ ...scene, round: { ...scene.round, ...own } }).find(({ code }) => code === 'leader-administers')?.text;
    };
    expect(told({})).toBeUndefined();
    expect(told({ administratorIds: ids('Priya', 'Maya') })).toContain('also administers this round');
    expect(told({ administratorIds: ids('Maya'), peoplePartnerId: id('Maya') })).toContain('also the people partner');
    expect(told({ administratorIds: ids('Priya', 'Maya'), state: 'closed' })).toBeUndefined();
  });

  it('[CP-33] where the people partner is drafted with all who could look after the match, the page says who they are and what to do', () => {
    const scene = sceneOf(ids('Maya', 'Priya', 'Omar'));
    const told = (...members: readonly string[]) => {
      const proposals = [drafted(...members)];
      const found = noticesOf({ ...scene, content: { ...scene.content, proposals } }).find(({ code }) => code === 'second-administrator');
      return found === undefined ? null : { text: found.text, people: found.people.map((one) => one.id) };
    };
    expect(told('Priya', 'Sam')).toBeNull();
    expect(told('Priya', 'Omar')?.text).toMatch(/only other administrator are drafted into one match.*name one more administrator/u);
    expect(told('Priya', 'Omar', 'Maya')?.people).toEqual(ids('Omar'));
  });

  it('[CP-33] whoever administers the round and is of its audience is pointed out, whatever they answer; the people partner may take part', () => {
    const told = (population: readonly PersonId[], own: Partial<Scene['round']> = {}) => {
      const scene = sceneOf(population);
      const notices = noticesOf({ ...scene, round: { ...scene.round, ...own } });
      return notices.find(({ code }) => code === 'audience-administers')?.people.map((one) => one.id);
    };
    expect(told(ids('Maya', 'Priya', 'Sam'))).toBeUndefined();
    expect(told(ids('Maya', 'Priya', 'Omar', 'Sam'))).toEqual(ids('Omar'));
    // Of the round leader who administers too there is a notice of its own.
    expect(told(ids('Maya', 'Omar'), { administratorIds: ids('Priya', 'Omar', 'Maya') })).toEqual(ids('Omar'));
    expect(told(ids('Maya', 'Omar'), { state: 'closed' })).toBeUndefined();
  });

  it('a circle above somebody of the round is told', () => {
    expect(noticesFor(ids('Lena')).some((one) => one.startsWith('cycle: '))).toBe(true);
  });
});
