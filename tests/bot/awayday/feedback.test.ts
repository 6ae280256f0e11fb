import { renderMessage } from '@coaching-pairs/bot/render-message';
import { roundId } from '@coaching-pairs/shared/ids';
import type { FeedbackBoard } from '@coaching-pairs/shared/wire/feedback';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullName, idOf } from '../api/company.js';
import { joiners } from '../api/played-round.js';
import { type FeedbackHouse, lastDay, openFeedbackHouse } from './feedback-house.js';

let scene: FeedbackHouse;
/** Ana, whom Ana is in a coaching pair with, and two others who are one. */
let partner: string;
let others: readonly string[];

beforeAll(async () => {
  scene = await openFeedbackHouse();
  partner = await scene.partnerOf('Ana');
  others = joiners.filter((name) => name !== 'Ana' && name !== partner);
});
afterAll(() => scene.house.close());

const board = (): Promise<FeedbackBoard> => scene.round.does('Priya', 'feedbackBoard');
const idsIn = ({ groups }: FeedbackBoard): readonly (readonly string[])[] => groups.map(({ members }) => members.map(({ id }) => id));
const groupOf = async (who: string): Promise<readonly string[]> =>
  idsIn(await board())
    .find((ids) => ids.includes(idOf(who)))
    ?.filter((id) => id !== idOf(who)) ?? [];
const everybody = [...joiners, 'Maya', 'Nils'].map(idOf);

describe('the feedback pairs of an Awayday', () => {
  it('[CP-81] everybody is asked in the same words, whether they joined or held back, and no pair is made before', async () => {
    expect(await scene.tries('Priya', 'pairFeedback', {})).toEqual([409, 'names-not-asked']);
    expect(await scene.tries('Ana', 'saveFeedback', { attends: true, named: null })).toEqual([409, 'names-closed']);
    await scene.round.works('askNames', { namesBy: lastDay });
    expect((await scene.told('awayday-names')).toSorted()).toEqual(everybody.toSorted());
    expect(await scene.tries('Priya', 'askNames', { namesBy: lastDay })).toEqual([409, 'names-asked']);
    expect(await scene.tries('Priya', 'pairFeedback', {})).toEqual([409, 'names-still-open']);
    expect((await board()).stage).toBe('asking');
  });

  it('[CP-81] each names two different colleagues, not themselves and not their coaching partner', async () => {
    const naming = (first: string, second: string) =>
      scene.tries('Ana', 'saveFeedback', { attends: true, named: { first: idOf(first), second: idOf(second) } });
    const [one = '', other = ''] = others;
    expect(await naming('Ana', one)).toEqual([422, 'nominates-self']);
    expect(await naming(one, one)).toEqual([422, 'nominates-one-twice']);
    expect(await naming(one, partner)).toEqual([422, 'nominates-coaching-partner']);
    expect(await naming(one, 'Stella')).toEqual([422, 'not-at-awayday']);
    expect(await naming(one, other)).toEqual([200, undefined]);
    const found = await scene.house.call('Ana', 'GET', `/api/rounds/${scene.round.id}/feedback/people?q=canary`);
    const shown: { readonly people: readonly { readonly id: string }[] } = JSON.parse(found.text);
    // Whoever sits the round out is among them: the list tells of nobody that they held back.
    expect(shown.people.map(({ id }) => id).toSorted()).toEqual([...others, 'Maya', 'Nils'].map(idOf).toSorted());
  });

  it('[CP-81] [CP-24d] who named whom, and who has named anybody, is in no page, log, message or other row', async () => {
    const parts = await scene.parts();
    const [views, rows, lines] = [await scene.everyView(), await scene.stored(), scene.house.lines.length];
    await scene.names('Ana', 'Nils', 'Maya');
    await scene.names('Nils', 'Ana', partner);
    const after = await scene.everyView();
    for (const [viewer, view] of views) expect(after.get(viewer), viewer).toEqual(view);
    expect(scene.house.lines.slice(lines).join()).not.toContain('saveFeedback');
    const written = [...(await scene.stored())].filter(([key, body]) => rows.get(key) !== body);
    const beside = written.filter(([key]) => !/^(participant|feedback-names)~/u.test(key));
    // Besides their own rows only that two operations were carried out, and that something has changed.
    expect(beside.map(([key]) => key.split('~')[0]).sort()).toEqual(['content', 'op', 'op']);
    for (const row of beside) expect(row.join()).not.toMatch(/id-[a-z]+-00/u);
    expect(await scene.parts()).toEqual(parts);
    const record = await scene.record();
    expect(record).toContain('names.ask');
    for (const trace of ['Ana', 'Nils']) expect(record).not.toContain(idOf(trace));
    expect(await scene.round.does('Ana', 'myFeedback')).toMatchObject({
      said: true,
      first: { id: idOf('Nils') },
      second: { id: idOf('Maya') },
    });
    const nothing = { said: false, first: null, second: null, attends: false, names: 'open', group: null };
    expect(await scene.round.does('Maya', 'myFeedback')).toMatchObject(nothing);
  });

  it('[CP-82] once names are closed pairs are made: whoever named each other first is together, nobody with their coaching partner', async () => {
    scene.waits();
    expect(await scene.tries('Ana', 'saveFeedback', { attends: true, named: null })).toEqual([409, 'names-closed']);
    await scene.round.works('pairFeedback');
    const made = await board();
    expect([made.stage, made.counts, made.alone]).toEqual(['made', null, []]);
    // Nine take part: Nils said yes, Maya said nothing.
    expect(idsIn(made).flat().toSorted()).toEqual([...joiners, 'Nils'].map(idOf).toSorted());
    expect(await groupOf('Ana')).toContain(idOf('Nils'));
    for (const who of joiners) expect(await groupOf(who), who).not.toContain(idOf(await scene.partnerOf(who)));
    const work = (await scene.stored()).entries();
    for (const [key, body] of work)
      if (/feedback/u.test(body) && /^(audit|work)/u.test(key)) expect(body, key).not.toMatch(/nils|ana|first|second/u);
  });

  it('[CP-82] pairs are locked and swapped by hand, and no pair is tried out with names', async () => {
    const [one, other] = idsIn(await board()).filter((ids) => ids.length === 2);
    await scene.round.does('Priya', 'lockFeedback', { memberIds: one, locked: true });
    const swaps = await scene.tries('Priya', 'swapFeedback', { personIds: [one?.[0], other?.[0]] });
    expect([200, 422]).toContain(swaps[0]);
    const locked = (await board()).groups.filter((group) => group.locked).map(({ members }) => members.map(({ id }) => id));
    expect(locked.length).toBeGreaterThan(0);
    // Of so few people, pairs made anew would tell whom one of them had named.
    expect(await scene.tries('Priya', 'pairFeedback', {})).toEqual([409, 'too-few-to-make']);
    for (const ids of locked) expect(idsIn(await board())).toContainEqual(ids);
    expect(await scene.round.does('Ana', 'myFeedback')).toMatchObject({ group: null });
  });

  it('[CP-82] [R-11] the announcement tells each once with whom they are, and nobody whom else', async () => {
    await scene.round.works('announceFeedback');
    expect((await scene.told('feedback-pair')).toSorted()).toEqual([...joiners, 'Nils'].map(idOf).toSorted());
    expect(await scene.tries('Priya', 'announceFeedback', {})).toEqual([409, 'feedback-announced']);
    const render = renderMessage(scene.house.deps, 'app', async () => wordsFor('en-GB'));
    for (const message of await scene.house.deps.rounds.messages(roundId(scene.round.id))) {
      if (message.kind !== 'feedback-pair') continue;
      const card = JSON.stringify(await render(message));
      const own = idsIn(await board()).find((ids) => ids.includes(message.to)) ?? [];
      const named = [...joiners, 'Maya', 'Nils'].filter((who) => card.includes(fullName(who))).map(idOf);
      expect(named.toSorted()).toEqual(own.filter((id) => id !== message.to).toSorted());
    }
    const mine = await scene.round.does('Ana', 'myFeedback');
    expect(mine.group?.map(({ id }) => id).toSorted()).toEqual((await groupOf('Ana')).toSorted());
    expect((await scene.round.does('Maya', 'myFeedback')).group).toBeNull();
    expect(await scene.tries('Priya', 'swapFeedback', { personIds: [idOf('Ana'), idOf('Ben')] })).toEqual([409, 'feedback-announced']);
  });

  it('[CP-82] whoever is missing on the day, or comes late, changes as few pairs as possible; those concerned are told, and it can be undone', async () => {
    const before = idsIn(await board());
    const pair = before.find((ids) => ids.length === 2) ?? [];
    const [gone = '', left = ''] = pair;
    await scene.round.does('Priya', 'changeFeedbackDay', { gone: [gone], came: [] });
    const after = await board();
    expect(after.absent.map(({ id }) => id)).toEqual([gone]);
    const changed = idsIn(after).filter((ids) => !before.some((known) => known.join() === ids.join()));
    expect(changed.flat()).toContain(left);
    expect((await scene.told('feedback-pair-changed')).toSorted()).toEqual(changed.flat().toSorted());
    await scene.round.does('Priya', 'undoFeedbackDay');
    expect(
      idsIn(await board())
        .map((ids) => ids.toSorted().join())
        .toSorted(),
    ).toEqual(before.map((ids) => ids.toSorted().join()).toSorted());
    expect(await scene.tries('Priya', 'undoFeedbackDay', {})).toEqual([409, 'nothing-to-undo']);
    expect((await board()).others.map(({ id }) => id)).toEqual([idOf('Maya')]);
    await scene.round.does('Priya', 'changeFeedbackDay', { gone: [], came: [idOf('Maya')] });
    expect(await groupOf('Maya')).not.toEqual([]);
    expect(await scene.tries('Priya', 'changeFeedbackDay', { gone: [idOf('Vera')], came: [] })).toEqual([404, 'not-found']);
  });

  it('[CP-81] names are deleted once the round is closed', async () => {
    await scene.round.does('Priya', 'closeRound');
    expect([...(await scene.stored()).keys()].filter((key) => key.startsWith('feedback-names'))).toEqual([]);
  });
});
