import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inRepository } from '../acceptance/driver/product.js';
import { faultsOf, playYears } from '../bot/workflows/years.js';

it('[CP-12] [CP-14] [CP-15] four rounds of 350 people who come, go, move and sit out: no repeat, no rule broken, everybody asked again', {
  timeout: 1_800_000,
}, async () => {
  const played = await playYears({ people: 350, rounds: 4, seed: 20_261_121 });
  expect(faultsOf(played)).toEqual([]);
  const report = played.map(({ year }, place) => ({ round: place + 1, ...year }));
  mkdirSync(inRepository('tests/.output'), { recursive: true });
  writeFileSync(join(inRepository('tests/.output'), 'two-years.json'), `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(`${report.map((one) => JSON.stringify(one)).join('\n')}\n`);
});
