import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playUntilKilled } from './driver/killed-story.js';
import { inRepository } from './driver/product.js';
import { type Sandbox, startSandbox } from './sandbox.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ people: inRepository('tests/data/twelve-leaders.csv') });
});
afterAll(() => sandbox?.remove());

describe('the whole product is killed while people answer and messages go out', () => {
  it('[R-11] [R-13] three kills: no acknowledged answer is lost or doubled, and the works come to their end', {
    timeout: 240_000,
  }, async () => {
    const cast = { administrator: 'Noor Sayegh', leader: 'Helena Marsh', peoplePartner: 'Judith Amsel' };
    expect(await playUntilKilled(sandbox, cast, 3)).toMatchObject({ kills: 3 });
  });
});
