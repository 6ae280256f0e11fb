import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseOptions, usage } from '@coaching-pairs/local/options';
import { localeOf } from '@coaching-pairs/local/words/terminal';
import { describe, expect, it } from 'vitest';
import { untranslated } from '../../pseudo.js';

const atHome = { folder: '/home/lena', interactive: true };
const parse = (...args: readonly string[]) => parseOptions(args, atHome);

describe('the command line of the sandbox', () => {
  it('needs nothing: port 3980, .data where the command was given, the browser opened where somebody sits', () => {
    expect(parse()).toEqual({ ok: true, value: { port: 3980, dataFolder: '/home/lena/.data', fresh: false, openBrowser: true } });
    expect(parseOptions([], { ...atHome, interactive: false })).toMatchObject({ value: { openBrowser: false } });
  });

  it('takes a port, a folder, a file, --fresh and --no-open', () => {
    expect(parse('--port', '4000', '--data', 'try/one', '--people=/tmp/people.csv', '--fresh', '--no-open')).toEqual({
      ok: true,
      value: { port: 4000, dataFolder: '/home/lena/try/one', fresh: true, openBrowser: false, peopleFile: '/tmp/people.csv' },
    });
  });

  it.each([['--help'], ['-h']])('shows its help with %s', (flag) => {
    expect(parse(flag)).toEqual({ ok: true, value: 'help' });
    expect(usage).toContain('--people FILE.csv');
  });

  it.each([
    [['--port', 'http'], '--port is a number from 0 to 65535, not http.'],
    [['--port', '65536'], '--port is a number from 0 to 65535, not 65536.'],
    [['--data', ' '], '--data needs a folder.'],
    [['--people='], '--people needs a file.'],
    [['--prot', '1'], 'There is no option --prot. See --help.'],
    [['--fresh=yes'], '--fresh takes no value. See --help.'],
    [['--data'], '--data needs a value after it. See --help.'],
    [['--data', '--fresh'], '--data needs a value after it. See --help.'],
    [['people.csv'], 'Only options are understood, not people.csv. See --help.'],
  ])('answers %j with one sentence', (args, sentence) => {
    const refused = parse(...args);

    expect(refused).toMatchObject({ ok: false, error: sentence });
    expect(refused.ok ? '' : refused.error.split('\n')).toHaveLength(1);
  });
});

describe('the language of the terminal', () => {
  it.each([
    [{ LC_ALL: 'de_AT.UTF-8', LANG: 'en_GB.UTF-8' }, 'de_AT'],
    [{ LC_ALL: '', LC_MESSAGES: 'fr_FR@euro', LANG: 'C' }, 'fr_FR'],
    [{ LANG: 'en_GB' }, 'en_GB'],
    [{}, undefined],
  ])('is taken from %j', (environment, locale) => {
    expect(localeOf(environment)).toBe(locale);
  });

  it('is followed by every line of the help', () => {
    const main = fileURLToPath(new URL('../../../infra/local/dist/main.js', import.meta.url));
    const said = execFileSync(process.execPath, [main, '--help'], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'qps-ploc' } });
    const commands = ['npm start --', '--port N', '--data DIR', '--fresh', '--people FILE.csv', '--no-open', '--help'];
    expect(untranslated(said.split('\n'), commands)).toEqual([]);
  });
});
