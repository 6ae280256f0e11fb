import { engagementFacts, engagementFields } from '@coaching-pairs/shared/disclosure/engagement-matrix';
import { type Fact, facts, fields, type Reader, readers } from '@coaching-pairs/shared/disclosure/matrix';
import { type Circle, whoSeesWhat, whoSeesWhatIn } from '@coaching-pairs/shared/disclosure/who-sees-what';
import { describe, expect, it } from 'vitest';
import { everyField } from './fields-of.js';

const circleOf: Readonly<Record<Circle, readonly Reader[]>> = {
  'only-you': ['self'],
  'you-and-partner': ['self', 'partner'],
  'you-and-asked': ['self', 'partner'],
  'people-partner': ['people-partner'],
  administrators: ['administrator'],
  'round-leader': ['round-leader'],
  participants: ['partner', 'participant', 'people-partner', 'administrator', 'round-leader'],
};

/** And those that are read instead where partners are chosen in the open. */
const spokenInstead: Readonly<Record<string, readonly Fact[]>> = { asking: ['ask'], openPair: ['pair'] };

/** Which facts each line speaks of that people read before they join. */
const spokenOf: Readonly<Record<string, readonly Fact[]>> = {
  joining: ['joined'],
  sittingOut: ['answer'],
  wishes: ['wishes'],
  proposedMatch: ['proposed-match', 'being-reworked'],
  decline: ['decline', 'acceptance', 'suggestion'],
  pair: ['pair'],
  feedbackNames: ['feedback-names'],
  notes: ['note'],
  agreement: ['agreement'],
  sessions: ['sessions'],
  rhythm: ['rhythm-share'],
  conversations: [],
};

describe('who may read what', () => {
  it('[C-02] every field of every answer has its row, and no row is without a field', () => {
    const listed = [fields, engagementFields].flatMap((rows) => Object.keys(rows)).filter((path) => !path.includes('='));
    const every = everyField();
    expect(listed.sort()).toEqual(every);
    expect(Object.keys(fields).filter((path) => !every.includes(path.split('=')[0] ?? ''))).toEqual([]);
  });

  it('[C-02] a stranger reads nothing of anybody, and only one may know of a decline', () => {
    for (const [fact, allowed] of Object.entries(facts)) expect(allowed, fact).not.toContain('stranger');
    for (const fact of ['decline', 'acceptance', 'suggestion'] as const) expect(facts[fact]).toEqual(['self', 'people-partner']);
    expect(readers).toHaveLength(7);
  });

  it('[TT-61] [C-06] of an engagement nobody reads anything by administering rounds, a coordinator only who and how far, a sponsor only what is for them', () => {
    const readBy = (reader: string) =>
      Object.entries(engagementFacts).flatMap(([fact, allowed]) => ((allowed as readonly string[]).includes(reader) ? [fact] : []));
    expect([readBy('administrator'), readBy('stranger')]).toEqual([['directory'], ['directory']]);
    expect(readBy('coordinator')).toEqual(['coordinating', 'directory']);
    expect(readBy('sponsor')).toEqual(['mine', 'released', 'sponsored', 'directory']);
  });

  it('[CP-61] no title or grade is told to anybody in a pair: only their own to themselves, and the search of those who organise a round shows one', () => {
    const titles = Object.entries(fields).filter(([path]) => /title|grade|level$|rank/iu.test(path));
    expect(titles).toEqual([
      ['MyData.person.jobTitle', 'own'],
      ['PeopleFound.people[].jobTitle', 'directory'],
    ]);
    expect(facts.directory).toEqual(['people-partner', 'administrator']);
  });

  it('[C-01] nobody reads more than the lines say that people agree to', () => {
    expect(whoSeesWhat.map(({ what }) => what)).toEqual(Object.keys(spokenOf));
    const open = whoSeesWhatIn('open-choice').filter(({ what }) => !(what in spokenOf));
    expect(open.map(({ what }) => what)).toEqual(Object.keys(spokenInstead));
    for (const { what, circles } of [...whoSeesWhat, ...open]) {
      const promised = new Set<Reader>(['self', ...circles.flatMap((circle) => circleOf[circle])]);
      for (const fact of { ...spokenOf, ...spokenInstead }[what] ?? []) {
        const allowed: readonly Reader[] = facts[fact];
        expect(
          allowed.filter((reader) => !promised.has(reader)),
          `${what}: ${fact}`,
        ).toEqual([]);
      }
    }
  });
});
