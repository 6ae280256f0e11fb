import { parseOptions, usage } from '@coaching-pairs/local/options';
import { describe, expect, it } from 'vitest';

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
