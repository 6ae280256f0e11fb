import { beforeEach, describe, expect, it } from 'vitest';
import { id, value } from '../workflows/world.js';
import { type Stage, stageIn } from './bot.js';

const welcome = 'Hello, this is Coaching Pairs';
const standing = 'Where you stand';
const invitation = 'Would you like to be in a coaching pair?';
const unknown = 'I did not understand that. Write “help” to see what I can do.';

let stage: Stage;

describe('what Jonas may write while the answers arrive', () => {
  beforeEach(async () => {
    stage = await stageIn('inviting');
  });

  it.each([
    ['pause', 'For how long would you like no reminders?'],
    ['pause my reminders', 'For how long would you like no reminders?'],
    ['I’m on leave', 'For how long would you like no reminders?'],
    ['help', welcome],
    ['Help!', welcome],
    ['hlep', welcome],
    ['please help me', welcome],
    ['hi', welcome],
    ['what can you do?', welcome],
    ['status', standing],
    ['Statsu', standing],
    ['my status please', standing],
    ["What's my status?", standing],
    ['where do I stand?', standing],
    ['show me my status', standing],
    ['my pair', 'You have no coaching partner yet.'],
    ['my piar?', 'You have no coaching partner yet.'],
    ['who is my partner', 'You have no coaching partner yet.'],
    ["Who's my partner?", 'You have no coaching partner yet.'],
    ['please show me my partner', 'You have no coaching partner yet.'],
    ['join', invitation],
    ['JOIN!!', invitation],
    ['jion', invitation],
    ["I'm in", invitation],
    ['I want to join, please', invitation],
    ['can I join', invitation],
    ['yes', invitation],
    ['sit out', 'Not this time'],
    ['sit-out', 'Not this time'],
    ['I want to sit out', 'Not this time'],
    ["I'd like to sit out", 'Not this time'],
    ['not this time, thanks', 'Not this time'],
    ['book', 'You have no coaching partner yet.'],
    ['prepare', 'You have no coaching partner yet.'],
    ['leave', 'Leaving, without a reason'],
    ['how can I leave?', 'Leaving, without a reason'],
    ['privacy', 'What this app cannot prevent'],
    ['who sees what?', 'What this app cannot prevent'],
    ['tell me a joke', unknown],
    ['', unknown],
    ['I will not join', unknown],
  ])('“%s”', async (text, answered) => {
    expect(await stage.say('Jonas', text)).toContain(answered);
  });

  it('[CP-11] joining takes the card, because it shows who sees the answer; sitting out takes the word alone', async () => {
    const answer = async () => (await stage.process.deps.rounds.participant(stage.round, id('Jonas')))?.value.answer;
    await stage.say('Jonas', 'join');
    expect(await answer()).toBe('none');
    await stage.say('Jonas', 'sit out');
    expect(await answer()).toBe('sitting-out');
    expect(await stage.say('Jonas', 'status')).toContain('You can still join: write “join”.');
    expect(await stage.say('Jonas', 'join')).toContain("I'm in");
  });

  it('a pause is begun and taken back on its card; only the spans on it can be asked for, and only by whom a round concerns', async () => {
    const { pauses } = stage.process.deps;
    await stage.click(id('Jonas'), 'pauseReminders', { days: 14 });
    expect(await pauses.of(id('Jonas'))).not.toBeNull();
    expect(await stage.say('Jonas', 'pause')).toContain('No reminders until');
    await stage.click(id('Jonas'), 'resumeReminders', {});
    expect(await pauses.of(id('Jonas'))).toBeNull();
    await stage.click(id('Jonas'), 'pauseReminders', { days: 5_000 });
    await stage.click(id('Nora'), 'pauseReminders', { days: 7 });
    expect(await pauses.all()).toEqual(new Map());
  });

  it('whoever is in no round is told so, in every command but help', async () => {
    for (const text of ['status', 'my pair', 'join', 'sit out']) expect(await stage.say('Nora', text)).toContain('not part of a round');
    expect(await stage.say('Nora', 'help')).toContain(welcome);
  });

  it('who has joined hears where they stand when they join again', async () => {
    expect(await stage.say('Sam', 'join')).toContain('You will hear from me as soon as a partner is suggested to you.');
  });
});

describe('what Sam may write later', () => {
  const partnerName = (): string => stage.partner.charAt(0).toUpperCase() + stage.partner.slice(1);

  it('before the invitations: when the question will come', async () => {
    stage = await stageIn('kick-off');
    expect(await stage.say('Sam', 'status')).toContain('After the kick-off you will be asked');
  });

  it('with a match before him: my pair shows it, and sitting out ends it', async () => {
    stage = await stageIn('proposed');
    expect(await stage.say('Sam', 'my pair')).toContain(`Would ${partnerName()} be a good partner for you?`);
    expect(await stage.say('Sam', 'sit out')).toContain('Not this time');
    expect((await stage.process.deps.rounds.participant(stage.round, stage.partner))?.value.match).toEqual({ kind: 'reworking' });
  });

  it('in a pair: who it is, what comes next, and that either can end it, though not by a word typed here', async () => {
    stage = await stageIn('active');
    expect(await stage.say('Sam', 'my pair')).toContain(`You and ${partnerName()} are a coaching pair`);
    expect(await stage.say('Sam', 'status')).toContain(`Your coaching partner is ${partnerName()}`);
    const before = await stage.everything();
    expect(await stage.say('Sam', 'sit out')).toContain('Either of you can end it');
    expect(await stage.say('Sam', 'leave')).toContain('Either of you can end the pair');
    expect(await stage.say('Sam', 'book')).toContain('Your sessions');
    expect(await stage.say('Sam', 'prepare')).toContain('Get ready');
    expect(await stage.everything()).toBe(before);
    expect(await stage.say('Jonas', 'status')).toContain('You are not taking part in this round.');
    expect(await stage.say('Jonas', 'join')).toContain('Joining time is over');
  });

  it('after the announcement nothing is being reworked any more', async () => {
    stage = await stageIn('proposed');
    value(await stage.steps.decline('Sam', stage.proposal));
    await stage.steps.announce([id('Sam'), stage.partner]);
    expect(await stage.say('Sam', 'status')).toContain('There was no partner for you in this round.');
  });

  it('of a closed round: there is no round', async () => {
    stage = await stageIn('closed');
    expect(await stage.say('Sam', 'my pair')).toContain('not part of a round');
  });

  it('[CP-61] no title of anybody is ever said', async () => {
    stage = await stageIn('active');
    for (const text of ['status', 'my pair', 'join', 'help']) expect(await stage.say('Sam', text)).not.toContain('Chief of');
  });
});
