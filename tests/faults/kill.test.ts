import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playUntilKilled } from '../acceptance/driver/killed-story.js';
import { type Sandbox, startSandbox } from '../acceptance/sandbox.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox?.remove());

describe('the whole product is killed at twenty random moments of a round of sixty leaders', () => {
  it('[R-11] [R-13] no acknowledged answer is lost or doubled, and the works come to their end', { timeout: 900_000 }, async () => {
    const cast = { administrator: 'Noor Sayegh', leader: 'Helena Marsh', peoplePartner: 'Margaret Lowe' };
    expect(await playUntilKilled(sandbox, cast, 20)).toMatchObject({ kills: 20 });
  });
});
