import { shiftDate } from './clock/shift-date.js';
import { parseOptions, usage } from './options.js';
import { loadPeople } from './process/load-people.js';
import { runSandbox } from './process/run.js';
import { registeredParts } from './registered-parts.js';

/** The sandbox tenant: `node infra/local/dist/main.js [--port N] [--data DIR] [--fresh] [--no-open] [--people FILE.csv]`. */
const surroundings = {
  // npm runs scripts at the root of the project; a path is meant from where the person stood.
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  interactive: process.stdout.isTTY === true && (process.env['CI'] ?? '') === '',
};

const options = parseOptions(process.argv.slice(2), surroundings);
if (!options.ok) {
  process.stderr.write(`${options.error}\n`);
  process.exitCode = 1;
} else if (options.value === 'help') {
  process.stdout.write(usage);
} else {
  const rooms = { parts: registeredParts, loadPeople, botModule: '@coaching-pairs/bot/main', followTime: shiftDate };
  await runSandbox(options.value, rooms);
}
