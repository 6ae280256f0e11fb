import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { type Desk, openDesk, published, withoutPublished } from '../bot/cli/dry-run.js';
import { playRounds } from '../bot/cli/played-rounds.js';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.remove());

describe('eight dry runs one after the other', () => {
  it('[CP-15] give each of the 346 senior posts of a published organisation a new partner every time', async ({ skip }) => {
    skip(!existsSync(published), withoutPublished);
    await playRounds(desk, published, 8);
  });
});
