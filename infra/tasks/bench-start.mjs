// How long `npm start` takes until it is ready, once installed and built: npm run bench:start [-- number of starts]
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { main, Refusal, root } from './project.mjs';

/** One start on that folder, as a person starts it; answers the seconds until the line `ready …` and ends it again. */
const secondsToReady = (data) =>
  new Promise((done, fail) => {
    const begun = performance.now();
    const args = ['start', '--silent', '--', '--port', '0', '--no-open', '--data', data];
    const child = spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' });
    let seconds;
    let said = '';
    child.stdout.on('data', (part) => {
      said += part;
      if (seconds !== undefined || !/^ready http/m.test(said)) return;
      seconds = (performance.now() - begun) / 1000;
      child.kill('SIGTERM');
    });
    child.once('error', fail);
    child.once('close', () => (seconds === undefined ? fail(new Refusal('It ended before it was ready.')) : done(seconds)));
  });

const shown = (seconds) => `${seconds.toFixed(1)} s`;

await main(async () => {
  const starts = Number(process.argv[2] ?? 5);
  if (!Number.isInteger(starts) || starts < 1) throw new Refusal('Give the number of starts as a whole number from 1.');
  await ensureInstalled();
  await (await import('./compile.mjs')).ensureBuilt();
  const data = mkdtempSync(join(tmpdir(), 'bench-start-'));
  const [load = 0] = loadavg();
  process.stdout.write(`Node ${process.versions.node}, ${availableParallelism()} cores, load ${load.toFixed(1)} before\n`);
  const all = [];
  try {
    for (let start = 1; start <= starts; start += 1) {
      const seconds = await secondsToReady(data);
      all.push(seconds);
      process.stdout.write(`start ${start}, ${start === 1 ? 'empty folder' : 'same folder'}: ready after ${shown(seconds)}\n`);
    }
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
  const ordered = all.toSorted((one, other) => one - other);
  process.stdout.write(`median ${shown(ordered[Math.floor((starts - 1) / 2)])}, slowest ${shown(ordered.at(-1))}\n`);
});
