import { createKeySet, type KeySet } from '@coaching-pairs/bot/sign-in/key-set';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type KeyServer, newKey, startKeyServer, type TestKey } from './key-server.js';
import { type MovingClock, movingClock } from './moving-clock.js';
import { recordedLog } from './recorded-log.js';

const issuer = 'https://issuer.example.com';
const hour = 3600;
let server: KeyServer;
let clock: MovingClock;
let keys: KeySet;
let first: TestKey;
let second: TestKey;

beforeAll(async () => {
  [first, second] = await Promise.all([newKey('first'), newKey('second')]);
});
beforeEach(async () => {
  clock = movingClock();
  server = await startKeyServer(issuer);
  server.announce({ key: first, endorsements: ['msteams'] });
  keys = createKeySet({ metadataUrl: server.metadataUrl, issuer, clock, log: recordedLog() });
});
afterEach(() => server.stop());

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('the keys of an issuer', () => {
  it('[S-09] are read once and then kept', async () => {
    for (let turn = 0; turn < 50; turn += 1) expect((await keys.find('first'))?.endorsements).toEqual(['msteams']);
    expect(server.fetches()).toBe(1);
  });

  it('[S-09] a new key is accepted with the first token it signs', async () => {
    await keys.find('first');
    clock.advance(31);
    server.announce({ key: first }, { key: second });
    expect(await keys.find('second')).toBeDefined();
  });

  it('[S-09] a thousand unknown keys at once cause one fetch, and one more each 30 s', async () => {
    await keys.find('first');
    clock.advance(31);
    const flood = Array.from({ length: 1000 }, (_, position) => keys.find(`unknown-${position}`));
    expect((await Promise.all(flood)).every((key) => key === undefined)).toBe(true);
    expect(server.fetches()).toBe(2);
    for (let second = 0; second < 60; second += 1) {
      clock.advance(1);
      await keys.find(`unknown-again-${second}`);
    }
    expect(server.fetches()).toBe(4);
  });

  it('[S-09] a flood delays a new key by 30 s at most', async () => {
    await keys.find('first');
    clock.advance(31);
    await keys.find('unknown');
    server.announce({ key: first }, { key: second });
    clock.advance(30);
    expect(await keys.find('second')).toBeDefined();
  });

  it.each([503, 404] as const)('[S-09] while the issuer answers %s the known keys go on serving for more than a day', async (status) => {
    await keys.find('first');
    server.fail(status);
    for (let passed = 0; passed < 48; passed += 1) {
      clock.advance(hour);
      expect(await keys.find('first')).toBeDefined();
    }
  });

  it('[S-09] while the issuer is gone altogether the known keys go on serving', async () => {
    await keys.find('first');
    await server.stop();
    clock.advance(24 * hour);
    expect(await keys.find('first')).toBeDefined();
    expect(await keys.find('second')).toBeUndefined();
  });

  it('[S-09] a slow issuer delays nobody whose key is known', async () => {
    await keys.find('first');
    server.fail('silent');
    clock.advance(2 * hour);
    const started = performance.now();
    expect(await keys.find('first')).toBeDefined();
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('a withdrawn key is forgotten within the hour', async () => {
    await keys.find('first');
    server.announce({ key: second });
    clock.advance(hour);
    await keys.find('first');
    await until(() => server.fetches() === 2);
    clock.advance(1);
    await until(() => true);
    expect(await keys.find('second')).toBeDefined();
    expect(await keys.find('first')).toBeUndefined();
  });

  it('keys that could not be confirmed for three days are no longer believed', async () => {
    await keys.find('first');
    server.fail(503);
    clock.advance(73 * hour);
    await expect(keys.find('first')).rejects.toThrow('cannot be read');
  });

  it('[S-09] keys that another issuer or another origin announces are not read', async () => {
    server.lieAbout({ issuer: 'https://evil.example.com' });
    await expect(keys.find('first')).rejects.toThrow();
    // The same server under another name: its keys could be had.
    server.lieAbout({ jwks_uri: new URL('/keys', server.metadataUrl.replace('127.0.0.1', 'localhost')).href });
    clock.advance(31);
    await expect(keys.find('first')).rejects.toThrow();
    expect(server.fetches()).toBe(0);
  });

  it('after a first failure the keys are read as soon as they are there', async () => {
    server.fail(503);
    await expect(keys.find('first')).rejects.toThrow();
    server.fail(undefined);
    clock.advance(31);
    expect(await keys.find('first')).toBeDefined();
  });
});
