import { shiftDate } from '@coaching-pairs/local/clock/shift-date';
import { parseOptions } from '@coaching-pairs/local/options';
import { runSandbox } from '@coaching-pairs/local/process/run';
import { ok } from '@coaching-pairs/shared/result';

// The sandbox as main.ts starts it, with two people and the bot named by the first argument.
const [botModule = '', ...args] = process.argv.slice(2);
const options = parseOptions(args, { folder: process.cwd(), interactive: false });
if (!options.ok || options.value === 'help') {
  throw new Error('options');
}
const people = [
  { id: '7c1d2f64-0a35-4a5e-9a3c-7d1c2e5f8b01', name: 'Priya Raman', roles: [] },
  { id: '7c1d2f64-0a35-4a5e-9a3c-7d1c2e5f8b02', name: 'Hanna Vogt', roles: ['Round.Admin'] },
];
await runSandbox(options.value, { parts: [], loadPeople: async () => ok({ people, notes: [] }), botModule, followTime: shiftDate });
