import { endRound } from '@coaching-pairs/bot/workflows/close-round';
import { recordReach } from '@coaching-pairs/bot/workflows/decide-reach';
import { announceToAll, callToKickOff, inviteEverybody, openInvitationsHandler } from '@coaching-pairs/bot/workflows/invite';
import { namedAudience } from '@coaching-pairs/bot/workflows/named-audience';
import { openNewRound } from '@coaching-pairs/bot/workflows/open-round';
import { chooseAudience, readAgain } from '@coaching-pairs/bot/workflows/read-directory';
import { approveAndSend } from '@coaching-pairs/bot/workflows/send-proposals';
import { plainDate } from '@coaching-pairs/shared/ids';
import { describe, expect, it } from 'vitest';
import { invariantsHold } from './invariants.js';
import { smallHouse, team } from './small-house.js';
import { allJoined, kickedOff, stepsOf } from './steps.js';
import { actor, id, ids, newOp, plainDirectory, plan, priya, value } from './world.js';

const house = smallHouse();

describe('asking twice', () => {
  it('[R-11] the same operation opens one round, begins one piece of work, and tells each person once', async () => {
    const opId = newOp();
    const opening = () => openNewRound(house.process.deps, { opId, actor: priya, plan });
    expect(value(await opening())).toBe(value(await opening()));
    const round = await kickedOff(house.process, team);
    const steps = stepsOf(house.process, round);
    const asked = steps.asked();
    const [one, two] = await Promise.all([inviteEverybody(house.process.deps, asked), inviteEverybody(house.process.deps, asked)]);
    expect(value(one).id).toBe(value(two).id);
    await house.process.runWorks();
    await house.process.through(await inviteEverybody(house.process.deps, asked));
    expect((await house.messages(round)).filter((one) => one.startsWith('invitation'))).toHaveLength(4);
    const audit = await house.process.deps.rounds.audit(round);
    expect(audit.filter(({ action }) => action === 'invitations.open')).toHaveLength(1);
  });

  it('[R-12] of two administrators who send the invitations, one after the other or at once, the second is told that it was done', async () => {
    const round = await kickedOff(house.process, team);
    const steps = stepsOf(house.process, round);
    const begun = await Promise.all([
      inviteEverybody(house.process.deps, steps.asked()),
      inviteEverybody(house.process.deps, steps.asked()),
    ]);
    await house.process.runWorks();
    for (const one of begun) if (!one.ok) expect(one.error).toEqual({ code: 'work-running' });
    const again = await inviteEverybody(house.process.deps, steps.asked());
    expect(again).toMatchObject({ ok: false, error: { code: 'wrong-state' } });
    expect((await house.messages(round)).filter((one) => one.startsWith('invitation'))).toHaveLength(4);
    const called = await callToKickOff(house.process.deps, { ...steps.asked(), on: plainDate('2026-11-28') });
    expect(called).toMatchObject({ ok: false, error: { code: 'wrong-state' } });
  });

  it('invitations that are being written reach everybody, also when somebody tries to stop them half-way', async () => {
    const round = await kickedOff(house.process, team);
    const steps = stepsOf(house.process, round);
    const context = {
      resume: null,
      work: value(await inviteEverybody(house.process.deps, steps.asked())),
      saveResume: async () => undefined,
      progress: async () => undefined,
      cancelled: () => true,
      ending: AbortSignal.abort(),
    };
    await openInvitationsHandler(house.process.deps)({}, context);
    expect((await house.messages(round)).filter((one) => one.startsWith('invitation'))).toHaveLength(4);
  });

  it('[CP-10] nobody can be called to a kick-off while the round is for nobody', async () => {
    const round = value(await openNewRound(house.process.deps, { opId: newOp(), actor: priya, plan }));
    const { asked } = stepsOf(house.process, round);
    await house.process.through(await chooseAudience(house.process.deps, { ...asked(), audience: { kind: 'list', entries: ['nobody'] } }));
    const called = await callToKickOff(house.process.deps, { ...asked(), on: plainDate('2026-11-27') });
    expect(called).toEqual({ ok: false, error: { code: 'audience-missing' } });
  });

  it('[R-10] twenty clicks on one button at once have one effect and one answer', async () => {
    const round = await allJoined(house.process, team);
    const steps = stepsOf(house.process, round);
    await steps.draft();
    await steps.send();
    const proposal = await steps.proposalOf(id('Sam'));
    const clicks = await Promise.all(Array.from({ length: 20 }, () => steps.accept('Sam', proposal)));
    expect(new Set(clicks.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify({ ok: true, value: 'waiting' })]));
    const declines = await Promise.all(Array.from({ length: 20 }, () => steps.decline('Sam', proposal)));
    expect(new Set(declines.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify({ ok: true, value: 'declined' })]));
    const audit = await house.process.deps.rounds.audit(round);
    expect(audit.filter(({ action, by }) => action === 'proposal.answer' && by === id('Sam'))).toHaveLength(2);
    expect((await house.messages(round)).filter((one) => one.startsWith('being-reworked'))).toHaveLength(1);
  });
});

describe('what may not be', () => {
  it('[CP-24a] only the people partner decides a reach, and not in a round that is over', async () => {
    const round = await kickedOff(house.process, team);
    const decide = (name: string) =>
      recordReach(house.process.deps, {
        roundId: round,
        opId: newOp(),
        actor: actor(name),
        decisions: [{ personId: id('Sam'), levels: 2 }],
      });
    expect(await decide('Omar')).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(await decide('Sam')).toEqual({ ok: false, error: { code: 'not-found' } });
    value(await decide('Priya'));
    value(await endRound(house.process.deps, { roundId: round, opId: newOp(), actor: priya }));
    expect(await decide('Priya')).toMatchObject({ ok: false, error: { code: 'wrong-state' } });
  });

  it('[CP-24a] several reaches are decided in one act or none, and taken back as if nothing had been decided', async () => {
    const { deps } = house.process;
    const round = await kickedOff(house.process, team);
    const decide = (...decisions: readonly (readonly [string, number | null])[]) =>
      recordReach(deps, {
        ...{ roundId: round, opId: newOp(), actor: priya },
        decisions: decisions.map(([name, levels]) => ({ personId: id(name), levels })),
      });
    const reach = async () =>
      (await deps.rounds.everything(round))?.round.value.reach.map(({ personId, levels, by }) => [personId, levels, by]);
    expect(await decide(['Sam', 2], ['Nobody', 1])).toEqual({ ok: false, error: { code: 'not-found' } });
    expect(await reach()).toEqual([]);
    value(await decide(['Sam', 2], ['Tom', 3]));
    const by = priya.personId;
    expect(await reach()).toEqual([
      [id('Sam'), 2, by],
      [id('Tom'), 3, by],
    ]);
    value(await decide(['Sam', null], ['Tom', 1]));
    expect(await reach()).toEqual([[id('Tom'), 1, by]]);
    value(await decide(['Tom', null]));
    expect(await reach()).toEqual([]);
    const acts = (await deps.rounds.audit(round)).filter(({ action }) => action.startsWith('reach.'));
    const several = { people: '2', pairs: `${id('Sam')}, ${id('Tom')}` };
    expect(acts.map(({ action, subject }) => [action, subject])).toMatchObject([
      ['reach.decide', several],
      ['reach.decide', several],
      ['reach.take-back', { personId: id('Tom') }],
    ]);
  });

  it('[R-12] a round that closes ends its open matches: one of yes and closing wins, and later clicks change nothing', async () => {
    const round = await allJoined(house.process, team);
    const steps = stepsOf(house.process, round);
    await steps.draft();
    await steps.send();
    const sent = await steps.proposals('sent');
    const [first] = sent;
    for (const proposal of sent) value(await steps.accept(proposal.memberIds[0] ?? '', proposal));
    const closing = { roundId: round, opId: newOp(), actor: priya };
    await Promise.all([
      endRound(house.process.deps, closing),
      ...sent.map((proposal) => steps.accept(proposal.memberIds[1] ?? '', proposal)),
    ]);
    value(await endRound(house.process.deps, closing));
    const { content, round: now } = await steps.content();
    expect(now.value.state).toBe('closed');
    expect(content.proposals.filter((proposal) => proposal.state === 'sent')).toEqual([]);
    await invariantsHold(house.process.deps.rounds, round);
    const pairs = content.pairs.length;
    if (first !== undefined) for (const member of first.memberIds) await steps.accept(member, first);
    expect((await steps.content()).content.pairs).toHaveLength(pairs);
    expect(await steps.join('Sam')).toMatchObject({ ok: false });
  });

  it('[S-11] whoever is no administrator of a round learns nothing of it, not even that it exists', async () => {
    const round = await kickedOff(house.process, team);
    const asked = { roundId: round, opId: newOp(), actor: actor('Jonas', true) };
    const nothing = { ok: false, error: { code: 'not-found' } };
    expect(await inviteEverybody(house.process.deps, asked)).toEqual(nothing);
    expect(await announceToAll(house.process.deps, { ...asked, withoutPartner: [] })).toEqual(nothing);
    expect(await readAgain(house.process.deps, asked)).toEqual(nothing);
    expect(await endRound(house.process.deps, asked)).toEqual(nothing);
    expect(await approveAndSend(house.process.deps, asked)).toEqual(nothing);
  });

  it('a list with mail addresses nobody has is refused with every one of them', async () => {
    const known = house.people.map((person) => ({ ...person, mail: `${person.id}@contoso.example.com` }));
    const directory = plainDirectory(known);
    const entries = ['sam@contoso.example.com', 'SAM@contoso.example.com ', 'nobody@contoso.example.com', 'zoe@contoso.example.com', 'tom'];
    expect(await namedAudience(directory, { kind: 'list', entries })).toEqual({
      ok: false,
      error: { code: 'unknown-people', entries: entries.slice(2, 4) },
    });
    expect(value(await namedAudience(directory, { kind: 'list', entries: [...entries.slice(0, 2), 'tom'] }))).toEqual({
      kind: 'list',
      ids: ids('Sam', 'Tom'),
    });
  });
});
