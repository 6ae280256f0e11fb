import { type CoachesNote, noCoachesWords, writeCoachesNote } from '@coaching-pairs/shared/engagement/coaches-note';
import { endAt } from '@coaching-pairs/shared/engagement/ending';
import { type Audience, audiences, audiencesFor, mayRead, readersOf } from '@coaching-pairs/shared/engagement/entry';
import { approveSummary, noSummary, takeBackApproval, versionOf, wordSummary } from '@coaching-pairs/shared/engagement/summary';
import {
  agreeGoal,
  chooseFocus,
  closeGoal,
  dropGoal,
  focusAreas,
  goalLimits,
  isAgreedGoal,
  noWork,
  suggestGoal,
  type Work,
} from '@coaching-pairs/shared/engagement/work';
import { goalId } from '@coaching-pairs/shared/ids';
import { describe, expect, it } from 'vitest';
import { active, agreed, consented, done, ines, karl, lena, mina, now, refusalOf, rosa, sam } from './four.js';

const engagement = active();
const by = (person: typeof rosa) => ({ engagement, by: person });
const id = goalId('g-1');
const goal = { id, what: 'Decide on budgets together', sign: 'No budget comes back twice', firstStep: '' };

describe('what an engagement is about', () => {
  it('[TT-20] the clients choose among five focus areas, one or several, and change them', () => {
    expect(focusAreas).toHaveLength(5);
    const work = done(chooseFocus(noWork, by(rosa), { base: [], focus: ['tension', 'trust'] }));
    expect(work.focus).toEqual(['trust', 'tension']);
    const roles = { base: work.focus, focus: ['roles'] } as const;
    expect(done(chooseFocus(work, by(sam), roles)).focus).toEqual(['roles']);
    expect(refusalOf(chooseFocus(work, by(rosa), { ...roles, focus: [] }))).toBe('two-two-nothing-written');
    expect(refusalOf(chooseFocus(work, by(ines), roles))).toBe('two-two-clients-decide');
    for (const other of [lena, mina]) expect(refusalOf(chooseFocus(work, by(other), roles))).toBe('two-two-not-yours');
    expect(refusalOf(chooseFocus(work, { engagement: consented(), by: rosa }, roles))).toBe('two-two-wrong-state');
  });

  it('[TT-20] [R-12] of two clients who choose at once the later reads the other’s choice first; the same choice is none against it', () => {
    const chosen = done(chooseFocus(noWork, by(rosa), { base: [], focus: ['trust'] }));
    expect(refusalOf(chooseFocus(chosen, by(sam), { base: [], focus: ['roles'] }))).toBe('two-two-moved-on');
    expect(done(chooseFocus(chosen, by(sam), { base: [], focus: ['trust'] }))).toBe(chosen);
  });

  it('[TT-21] a goal is clear and specific, and one once both clients have said yes; coaches suggest, and neither set nor close one', () => {
    for (const bare of [
      { ...goal, what: ' ' },
      { ...goal, sign: '' },
    ])
      expect(refusalOf(suggestGoal(noWork, by(rosa), bare))).toBe('two-two-nothing-written');
    const isSet = (work: Work) => work.goals.map((one) => isAgreedGoal(one, engagement));
    const suggested = done(suggestGoal(noWork, by(karl), goal));
    expect(suggested.goals[0]).toMatchObject({ suggestedBy: karl, agreedBy: [] });
    const one = done(agreeGoal(suggested, by(rosa), id));
    const both = done(agreeGoal(one, by(sam), id));
    expect([isSet(suggested), isSet(one), isSet(both)]).toEqual([[false], [false], [true]]);
    for (const coach of [ines, karl]) {
      expect(refusalOf(agreeGoal(one, by(coach), id))).toBe('two-two-clients-decide');
      expect(refusalOf(closeGoal(both, by(coach), id, now))).toBe('two-two-clients-decide');
    }
    expect(refusalOf(closeGoal(one, by(rosa), id, now))).toBe('two-two-moved-on');
    const closed = done(closeGoal(both, by(sam), id, now));
    expect(closed.goals[0]?.closedAt).toBe(now);
    expect(done(closeGoal(closed, by(rosa), id, null)).goals[0]?.closedAt).toBeNull();
  });

  it('[TT-21] what is not agreed on is taken back by a client, or by the coach who suggested it', () => {
    const suggested = done(suggestGoal(noWork, by(karl), goal));
    for (const person of [rosa, sam, karl]) expect(done(dropGoal(suggested, by(person), id)).goals).toEqual([]);
    expect(refusalOf(dropGoal(suggested, by(ines), id))).toBe('two-two-clients-decide');
    const both = done(agreeGoal(done(agreeGoal(suggested, by(rosa), id)), by(sam), id));
    expect(refusalOf(dropGoal(both, by(rosa), id))).toBe('two-two-moved-on');
    expect(refusalOf(agreeGoal(noWork, by(rosa), id))).toBe('two-two-moved-on');
    expect(done(suggestGoal(suggested, by(rosa), goal))).toEqual(suggested);
    const many = Array.from({ length: goalLimits.goals }, (_none, at) => ({ ...goal, id: goalId(`g-${at + 2}`) }));
    const full = many.reduce((work, next) => done(suggestGoal(work, by(rosa), next)), noWork);
    expect(refusalOf(suggestGoal(full, by(rosa), goal))).toBe('two-two-too-many');
  });
});

describe('what somebody writes down in an engagement', () => {
  const everybody = [rosa, sam, ines, karl, lena, mina];
  const readers = (authorId: typeof rosa, audience: Audience) =>
    everybody.filter((reader) => mayRead(engagement, { authorId, audience }, reader));

  it('[TT-60] is read by its author alone, by their own coach too, or by all four: one coach never reads what the other’s client wrote to them', () => {
    expect(audiences[0]).toBe('only-me');
    expect(readers(sam, 'only-me')).toEqual([sam]);
    expect(readers(sam, 'held')).toEqual([sam, karl]);
    expect(readers(rosa, 'held')).toEqual([rosa, ines]);
    expect(readers(sam, 'all-four')).toEqual([rosa, sam, ines, karl]);
    expect(readers(karl, 'held')).toEqual([sam, karl]);
  });

  it('[TT-60] is chosen by each of the four for themselves, and while there are no coaches it stays with its author', () => {
    for (const person of [rosa, sam, ines, karl]) expect(audiencesFor(engagement, person)).toEqual(audiences);
    for (const person of [lena, mina]) expect(audiencesFor(engagement, person)).toEqual([]);
    expect(audiencesFor(consented(), rosa)).toEqual(['only-me']);
    expect(readersOf(consented(), { authorId: rosa, audience: 'all-four' })).toEqual([rosa]);
  });

  it('[TT-60] is its author’s alone again once the engagement is over', () => {
    const over = done(endAt(engagement, rosa, now));
    for (const audience of audiences) expect(readersOf(over, { authorId: karl, audience })).toEqual([karl]);
  });
});

describe('what the two coaches settle between them', () => {
  const words = { ...noCoachesWords, opens: 'Ines', handOver: 'The last topic is open', at: now };
  const write = (note: CoachesNote | null, person: typeof rosa, base: number) =>
    writeCoachesNote(note, engagement, { ...words, by: person, base });

  it('[TT-60] is written by either of them and by nobody else, while there is anything to work on', () => {
    const note = done(write(null, ines, 0));
    expect(note).toMatchObject({ version: 1, savedBy: ines, opens: 'Ines' });
    expect(done(write(note, karl, 1))).toMatchObject({ version: 2, savedBy: karl });
    for (const person of [rosa, sam, lena, mina]) expect(refusalOf(write(note, person, 1))).toBe('two-two-not-yours');
    const over = done(endAt(engagement, rosa, now));
    expect(refusalOf(writeCoachesNote(note, over, { ...words, by: ines, base: 1 }))).toBe('two-two-wrong-state');
  });

  it('[R-12] is not written over what the other one wrote meanwhile', () => {
    expect(refusalOf(write(done(write(null, ines, 0)), karl, 0))).toBe('two-two-moved-on');
  });
});

describe('what a sponsor is told in words', () => {
  const words = { observations: 'They plan together', takeAways: 'Decisions take a day', by: ines, at: now, base: 0 };
  const draft = done(wordSummary(noSummary, engagement, words));
  const yes = (summary: typeof draft, person: typeof rosa, version = 1) =>
    approveSummary(summary, engagement, { by: person, version, at: now });

  it('[TT-62] is worded by a coach, and goes out once both clients have said yes to exactly that', () => {
    for (const person of [rosa, lena, mina])
      expect(refusalOf(wordSummary(noSummary, engagement, { ...words, by: person }))).toBe('two-two-not-yours');
    const one = done(yes(draft, rosa));
    expect([draft.released, one.released]).toEqual([null, null]);
    expect(done(yes(one, rosa)).released).toBeNull();
    for (const person of [ines, karl, lena]) expect(refusalOf(yes(one, person))).toBe('two-two-clients-decide');
    const both = done(yes(one, sam));
    expect(both).toEqual({ draft: null, released: { observations: words.observations, takeAways: words.takeAways, version: 1, at: now } });
    expect(yes(both, sam)).toEqual({ ok: true, value: both });
  });

  it('[TT-62] another wording asks both anew, and leaves what went out before as it is', () => {
    const one = done(yes(draft, rosa));
    const anew = done(wordSummary(one, engagement, { ...words, takeAways: 'Decisions take an hour', by: karl, base: 1 }));
    expect([anew.draft?.approvedBy, versionOf(anew)]).toEqual([[], 2]);
    expect(refusalOf(yes(anew, sam, 1))).toBe('two-two-moved-on');
    expect(refusalOf(wordSummary(anew, engagement, { ...words, base: 1 }))).toBe('two-two-moved-on');
    const out = done(yes(done(yes(draft, rosa)), sam));
    const second = done(wordSummary(out, engagement, { ...words, observations: 'They argue well', base: 1 }));
    expect(second.released).toEqual(out.released);
    expect(done(yes(done(yes(second, rosa, 2)), sam, 2)).released?.observations).toBe('They argue well');
  });

  it('[TT-62] a client takes their yes back before it goes out', () => {
    const back = done(takeBackApproval(done(yes(draft, rosa)), engagement, rosa));
    expect(back).toEqual(draft);
    expect(done(yes(back, sam)).released).toBeNull();
    expect(refusalOf(takeBackApproval(noSummary, engagement, rosa))).toBe('two-two-moved-on');
    expect(refusalOf(takeBackApproval(draft, engagement, ines))).toBe('two-two-clients-decide');
    expect(refusalOf(takeBackApproval(draft, done(endAt(engagement, sam, now)), rosa))).toBe('two-two-wrong-state');
  });

  it('[TT-62] needs words, a sponsor, and an engagement that is active', () => {
    const empty = { ...words, observations: ' ', takeAways: '' };
    expect(refusalOf(wordSummary(noSummary, engagement, empty))).toBe('two-two-nothing-written');
    expect(refusalOf(wordSummary(noSummary, { ...engagement, sponsorId: null }, words))).toBe('two-two-no-sponsor');
    expect(refusalOf(wordSummary(noSummary, agreed(), words))).toBe('two-two-wrong-state');
  });
});
