// Writes the script that opens some calendars to the product in Exchange Online: npm run exchange:scope -- --env file.env [--out file.ps1]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { guid } from './package-checks.mjs';
import { inRoot, isMain, main, Refusal } from './project.mjs';

/** The script for one installation; refused where the tab's registration is not named. Nothing else of the settings goes into it. */
export const scopeScript = ({ TAB_APP_ID = '' }, template = readFileSync(inRoot('infra/exchange/calendar-scope.ps1'), 'utf8')) => {
  if (!guid.test(TAB_APP_ID)) throw new Refusal('TAB_APP_ID must be a GUID: the registration of the tab.');
  return template.replaceAll('{{TAB_APP_ID}}', TAB_APP_ID.toLowerCase());
};

const usage = `Writes the PowerShell script that an administrator of Exchange runs for unattended calendars (docs/guides/it.md).

  npm run exchange:scope -- --env FILE [--out FILE.ps1]

  --env FILE      the settings; TAB_APP_ID alone is read
  --out FILE.ps1  where to put it (default dist/exchange/calendar-scope.ps1)
`;

const optionsIn = (args) => {
  try {
    return parseArgs({ args, options: { env: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } } }).values;
  } catch (fault) {
    throw new Refusal(`${fault.message}\n\n${usage}`, { cause: fault });
  }
};

if (isMain(import.meta.url))
  await main(() => {
    const { env, out, help } = optionsIn(process.argv.slice(2));
    if (help) return void process.stdout.write(usage);
    if (env === undefined) throw new Refusal(`--env is missing.\n\n${usage}`);
    const given = (path) => resolve(process.env.INIT_CWD ?? '.', path);
    if (!existsSync(given(env))) throw new Refusal(`There is no file ${env}.`);
    const script = scopeScript(parseEnv(readFileSync(given(env), 'utf8')));
    const target = out === undefined ? inRoot('dist/exchange/calendar-scope.ps1') : given(out);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, script);
    process.stdout.write(`${target}\n`);
  });
