import { boardOf } from '@coaching-pairs/bot/workflows/board';
import { done } from '@coaching-pairs/bot/workflows/change-round';
import { endRound } from '@coaching-pairs/bot/workflows/close-round';
import { correctPerson } from '@coaching-pairs/bot/workflows/correct-people';
import { draftByHand } from '@coaching-pairs/bot/workflows/edit-board';
import { myRound } from '@coaching-pairs/bot/workflows/my-rounds';
import { readAgain } from '@coaching-pairs/bot/workflows/read-directory';
import { approveAndSend } from '@coaching-pairs/bot/workflows/send-proposals';
import { operationId, type RoundId } from '@coaching-pairs/shared/ids';
import { OpId } from '@coaching-pairs/shared/wire/parts';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { invariantsHold } from './invariants.js';
import { smallHouse, team } from './small-house.js';
import { allJoined, kickedOff, stepsOf } from './steps.js';
import { id, ids, newOp, priya, standings, value } from './world.js';

const house = smallHouse();

describe('[CP-24b] when the organisation changes', () => {
  const reports = (name: string, to: string | null): void => {
    const index = house.people.findIndex((person) => person.id === id(name));
    house.people[index] = personNamed(name, to === null ? {} : { under: to });
  };
  const again = async (round: Parameters<typeof stepsOf>[1]) =>
    house.process.through(await readAgain(house.process.deps, stepsOf(house.process, round).asked()));

  it('[S-06] an open match that has come into one line ends kindly for both, and the pair already meeting is told once, not broken up', async () => {
    const round = await allJoined(house.process, team);
    const steps = stepsOf(house.process, round);
    await steps.draft();
    await steps.send();
    const [meeting, open] = await steps.proposals('sent');
    for (const member of meeting?.memberIds ?? []) value(await steps.accept(member));
    for (const proposal of [meeting, open]) {
      const [one = '', two = ''] = proposal?.memberIds ?? [];
      const named = (person: string): string => person.charAt(0).toUpperCase() + person.slice(1);
      reports(named(one), named(two));
    }
    // Whoever knows of the match may have called something by its number.
    for (const spent of [`line-${meeting?.id}`, `line.${meeting?.id}`].filter((name) => OpId.safeParse(name).success)) {
      const audit = [done(house.process.deps, id('Sam'), 'answer.joined', { roundId: round })];
      await house.process.deps.rounds.commit({ roundId: round, opId: operationId(spent), audit });
    }
    await again(round);
    await again(round);
    const { content } = await steps.content();
    expect(content.pairs).toHaveLength(1);
    expect(content.proposals.find((proposal) => proposal.id === open?.id)).toMatchObject({ state: 'ended', ending: 'in-one-line' });
    const told = (await house.messages(round)).filter((one) => one.includes('in-one-line'));
    expect(told).toEqual(
      [
        ...(open?.memberIds ?? []).map((to) => `in-one-line ${to}`),
        ...(meeting?.memberIds ?? []).map((to) => `pair-in-one-line ${to}`),
      ].sort(),
    );
    await invariantsHold(house.process.deps.rounds, round);
  });

  it('a yes is checked again: the pair is not formed across a new line of management', async () => {
    const round = await allJoined(house.process, ids('Sam', 'Tom'));
    const steps = stepsOf(house.process, round);
    await steps.draft();
    await steps.send();
    value(await steps.accept('Sam'));
    value(await correctPerson(house.process.deps, { ...steps.asked(), personId: id('Tom'), managerId: id('Sam') }));
    expect(value(await steps.accept('Tom'))).toBe('in-one-line');
    expect(await standings(house.process.deps, round)).toEqual(['sam: joined reworking', 'tom: joined reworking']);
    expect(await house.messages(round)).toContain('in-one-line sam');
  });

  it('nothing is sent to somebody whose chain is in doubt, until the manager is entered, also one never read before', async () => {
    reports('Tom', null);
    house.people.push(personNamed('Zoe', { under: 'Ruth' }));
    const round = await allJoined(house.process, ids('Sam', 'Tom'));
    const steps = stepsOf(house.process, round);
    await steps.draft();
    expect(await approveAndSend(house.process.deps, steps.asked())).toEqual({
      ok: false,
      error: { code: 'chains-unconfirmed', personIds: ids('Tom') },
    });
    const enter = (managerId: string) =>
      correctPerson(house.process.deps, { ...steps.asked(), personId: id('Tom'), managerId: id(managerId) });
    expect(await enter('Nobody')).toEqual({ ok: false, error: { code: 'unknown-people', entries: ['nobody'] } });
    value(await enter('Zoe'));
    expect((await steps.send()).state).toBe('done');
  });

  it('whoever has a blocked account is left out of drafts, is not sent a match, and the organisers read why', async () => {
    const round = await allJoined(house.process, team);
    const steps = stepsOf(house.process, round);
    await steps.draft();
    const block = (name: string, enabled: boolean): void => {
      const index = house.people.findIndex((person) => person.id === id(name));
      house.people[index] = { ...personNamed(name, { under: 'Ruth' }), enabled };
    };
    block('Tom', false);
    await again(round);
    const [withTom, without] = [...(await steps.proposals('draft'))].sort((one) => (one.memberIds.includes(id('Tom')) ? -1 : 1));
    await steps.send();
    expect((await steps.proposals('sent')).map((one) => one.id)).toEqual([without?.id]);
    expect((await steps.proposals('ended')).map((one) => one.id)).toEqual([withTom?.id]);
    await steps.draft();
    expect(await steps.proposals('draft')).toEqual([]);
    const { left } = value(await boardOf(house.process.deps, wordsFor('en'), { roundId: round, actor: priya }));
    expect(left.find((one) => one.person.id === id('Tom'))?.why).toBe('Their account is blocked, so they are left out of drafts.');
    const byHand = await draftByHand(house.process.deps, { ...steps.asked(), memberIds: withTom?.memberIds ?? [] });
    expect(byHand).toEqual({ ok: false, error: { code: 'not-free', personIds: ids('Tom') } });
  });

  it('[CP-33] an open match with a blocked account is withdrawn, so that the other is matched again, and told nothing more than ever', async () => {
    const round = await allJoined(house.process, ids('Sam', 'Tom'));
    const steps = stepsOf(house.process, round);
    await steps.draft();
    await steps.send();
    value(await steps.accept('Sam'));
    const index = house.people.findIndex((person) => person.id === id('Tom'));
    house.people[index] = { ...personNamed('Tom', { under: 'Ruth' }), enabled: false };
    await again(round);
    await again(round);
    expect(await steps.proposals('ended')).toMatchObject([{ ending: 'withdrawn', declinedBy: null }]);
    expect(await standings(house.process.deps, round)).toEqual(['sam: joined reworking', 'tom: joined reworking']);
    expect((await house.messages(round)).filter((one) => one.startsWith('being-reworked'))).toEqual([
      'being-reworked sam',
      'being-reworked tom',
    ]);
    await invariantsHold(house.process.deps.rounds, round);
  });

  it('somebody who has left the directory keeps their name and counts as blocked', async () => {
    const round = await allJoined(house.process, team);
    house.people.splice(
      house.people.findIndex((person) => person.id === id('Tom')),
      1,
    );
    await again(round);
    const snapshot = await house.process.deps.organisation.snapshot();
    expect(snapshot.people.find((person) => person.id === id('Tom'))).toMatchObject({ name: 'Tom', enabled: false });
    expect((await stepsOf(house.process, round).content()).participants).toHaveLength(4);
  });
});

describe('over two rounds', () => {
  it('[CP-15] nobody gets the partner of an earlier round again, and what no round needs is forgotten on closing', async () => {
    const first = await allJoined(house.process, team);
    const one = stepsOf(house.process, first);
    await one.draft();
    await one.send();
    await one.allAccept();
    await one.announce();
    const before = (await one.content()).content.pairs.map((pair) => pair.memberIds.join(' + '));
    value(await endRound(house.process.deps, { roundId: first, opId: newOp(), actor: priya }));
    const kept = (await house.process.deps.organisation.snapshot()).people.map((person) => person.id).sort();
    expect(kept).toEqual([...team, ...ids('Maya', 'Priya', 'Omar')].sort());
    house.process.clock.advance(1000);
    const second = await allJoined(house.process, team);
    const two = stepsOf(house.process, second);
    await two.draft();
    const drafts = (await two.proposals('draft')).map((draft) => draft.memberIds.join(' + '));
    expect(drafts).toHaveLength(2);
    for (const draft of drafts) expect(before).not.toContain(draft);
  });

  it('[CP-15] nor the partner of a round that was opened later and is further on', async () => {
    const slow = await allJoined(house.process, ids('Sam', 'Tom'));
    house.process.clock.advance(1000);
    const fast = stepsOf(house.process, await allJoined(house.process, ids('Sam', 'Tom')));
    await fast.draft();
    await fast.send();
    await fast.allAccept();
    await stepsOf(house.process, slow).draft();
    expect(await stepsOf(house.process, slow).proposals('draft')).toEqual([]);
  });

  it('[CP-33] pairs of a round that ends before they were announced stay with their people', async () => {
    const seenBy = async (round: RoundId) => {
      const seen = await myRound(house.process.deps, wordsFor('en'), id('Sam'), round);
      return { pairs: seen?.pairCount, match: seen?.match.kind };
    };
    const round = await allJoined(house.process, team);
    const steps = stepsOf(house.process, round);
    await steps.draft();
    await steps.send();
    await steps.allAccept();
    value(await endRound(house.process.deps, steps.asked()));
    expect(await seenBy(round)).toEqual({ pairs: 0, match: 'paired' });
    const other = await allJoined(house.process, ids('Sam', 'Jonas'));
    const next = stepsOf(house.process, other);
    await next.draft();
    await next.send();
    await next.allAccept();
    await next.announce();
    value(await endRound(house.process.deps, next.asked()));
    expect(await seenBy(other)).toEqual({ pairs: 1, match: 'paired' });
  });

  it('what another open round needs outlives the closing of this one', async () => {
    const first = await kickedOff(house.process, ids('Sam', 'Tom'));
    await kickedOff(house.process, ids('Lena', 'Tom'), { leaderId: id('Jonas'), administratorIds: [] });
    value(await endRound(house.process.deps, { roundId: first, opId: newOp(), actor: priya }));
    const kept = (await house.process.deps.organisation.snapshot()).people.map((person) => person.id).sort();
    expect(kept).toEqual(ids('Jonas', 'Lena', 'Maya', 'Omar', 'Priya', 'Ruth', 'Tom'));
    expect(await readAgain(house.process.deps, { roundId: first, opId: newOp(), actor: priya })).toMatchObject({
      error: { code: 'wrong-state' },
    });
  });
});
