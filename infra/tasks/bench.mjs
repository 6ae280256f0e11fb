// Measures how fast the product is: npm run bench -- matching [--large] [--awayday] [--lemon PROGRAM]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { ensureInstalled } from './install.mjs';
import { inRoot, main, Refusal } from './project.mjs';

/** The measurement and what it measures as one file, from the sources, as the product is bundled. */
const bundleOf = async (subject) => {
  const input = inRoot('tests/bench', `${subject}.ts`);
  if (!existsSync(input)) throw new Refusal(`There is nothing to measure called ${subject}: npm run bench -- matching`);
  const file = inRoot('.cache/bench', `${subject}.mjs`);
  mkdirSync(inRoot('.cache/bench'), { recursive: true });
  const bundle = await rolldown({
    input,
    platform: 'node',
    resolve: { conditionNames: ['source', 'import', 'node', 'default'], extensionAlias: { '.js': ['.ts', '.js'] } },
    onLog: (level, log, report) => {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Refusal(`The measurement would lack a module: ${log.message}`);
      if (level === 'warn' && log.code !== 'EVAL' && log.code !== 'CIRCULAR_DEPENDENCY') report(level, log);
    },
  });
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  return file;
};

/** One measurement in a fresh process; null when it takes longer than anybody wants to wait. */
const measure = (file, what, people, runs, path = '') => {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [file, what, String(people), String(runs), path], {
    encoding: 'utf8',
    timeout: 300_000,
  });
  if (error?.code === 'ETIMEDOUT') return null;
  if (status !== 0) throw new Refusal(`The measurement of ${people} people failed:\n${stderr}`);
  return JSON.parse(stdout);
};

const ms = (value) =>
  value === null || value === undefined ? '–' : value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en-GB');
const row = (cells) => cells.map((cell, index) => (index === 0 ? String(cell).padStart(7) : String(cell).padStart(14))).join('');
const print = (line) => process.stdout.write(`${line}\n`);

/** People, runs in a warm process, declines, and whether the other implementation is run beside it. */
const sizes = [
  [60, 40, 100, true],
  [200, 30, 100, true],
  [1_000, 12, 100, true],
  [5_000, 4, 20, false],
  [20_000, 1, 5, false],
];

const matching = (file, isLarge) => {
  print('Processor milliseconds on one thread; exact and checked over all pairs. Cold is the first matching of a fresh process,');
  print('warm the median of further ones. The other implementation is edmonds-blossom-fixed, on the same pairs and weights.\n');
  print(row(['people', 'cold', 'warm', 'decline', 'decline p95', 'other', 'other ÷ warm', 'MB', 'pairs checked']));
  for (const [people, runs, declines, isCompared] of isLarge ? [...sizes, [100_000, 0, 0, false]] : sizes) {
    const whole = measure(file, 'whole', people, runs);
    if (whole === null) {
      print(row([people, 'not within five minutes']));
      continue;
    }
    const again = declines > 0 ? measure(file, 'declines', people, declines) : null;
    const other = isCompared ? measure(file, 'other', people, 1) : null;
    if (other !== null && other.value !== whole.value)
      throw new Refusal(`Two values for ${people} people: ${whole.value} and ${other.value}`);
    const ratio = other === null || whole.warm === null ? '–' : `${(other.ms / whole.warm).toFixed(1)} ×`;
    const cells = [people, ms(whole.cold - whole.ready), ms(whole.warm), ms(again?.median), ms(again?.p95), ms(other?.ms), ratio];
    print(row([...cells, Math.round(whole.megabytes), whole.checkedPairs.toLocaleString('en-GB')]));
  }
};

/** LEMON's solver by the program of tests/bench/rivals, on the same pairs and weights; the value must be the same. */
const besideLemon = (file, program) => {
  print('\nLEMON, written in C++, on the same pairs and weights as a file; reading it is not counted.\n');
  print(row(['people', 'warm', 'LEMON', 'LEMON ÷ warm']));
  for (const [people, runs] of [
    [200, 30],
    [1_000, 12],
    [5_000, 4],
  ]) {
    const path = inRoot('.cache/bench', `${people}.dimacs`);
    measure(file, 'graph', people, 0, path);
    const { stdout, status, error } = spawnSync(program, [path], { encoding: 'utf8', timeout: 3_600_000 });
    rmSync(path, { force: true });
    if (error !== undefined || status !== 0) throw new Refusal(`${program} did not match ${people} people: ${error?.code ?? status}`);
    const [, value, seconds] = /^value (\d+) .* seconds (\S+)/u.exec(stdout) ?? [];
    const whole = measure(file, 'whole', people, runs);
    if (Number(value) !== whole.value) throw new Refusal(`Two values for ${people} people: ${whole.value} and ${value}`);
    print(row([people, ms(whole.warm), ms(Number(seconds) * 1_000), `${((Number(seconds) * 1_000) / whole.warm).toFixed(1)} ×`]));
  }
};

/** What is asked beside the best pairs: one match of three where numbers are odd, and what other choices would cost. */
const beside = (file) => {
  print('\nOne person fewer: left alone, in one match of three, and what is open then. What it costs exactly to put two people together,');
  print('and the five best alternatives of a person: medians, after one matching.\n');
  print(row(['people', 'left alone', 'match of three', 'gap', 'two together', 'alternatives']));
  for (const people of [1_000, 5_000]) {
    const trio = measure(file, 'trio', people, 1);
    const asked = people > 1_000 ? null : measure(file, 'questions', people, 40);
    print(row([people, ms(trio?.alone), ms(trio?.trio), ms(trio?.gap), ms(asked?.loss), ms(asked?.alternatives)]));
  }
};

/** The feedback pairs of an Awayday, even and odd, and ten people who do not come on the day. */
const awayday = (file) => {
  print('\nFeedback pairs of an Awayday with its trio where numbers are odd, and ten people who do not come: median and most.\n');
  print(row(['people', 'pairs', 'most', 'ten missing', 'most', 'gap']));
  for (const people of [60, 300, 301, 1_001]) {
    const found = measure(file, 'feedback', people, 9);
    print(row([people, ms(found?.paired), ms(found?.pairedMost), ms(found?.repaired), ms(found?.repairedMost), ms(found?.gap)]));
  }
};

await main(async () => {
  await ensureInstalled();
  const [subject = 'matching', ...options] = process.argv.slice(2);
  const file = await bundleOf(subject);
  if (options.includes('--lemon')) return besideLemon(file, options[options.indexOf('--lemon') + 1] ?? 'lemon-match');
  if (options.includes('--awayday')) return awayday(file);
  matching(file, options.includes('--large'));
  beside(file);
  return awayday(file);
});
