// Looks at a deployment and says what to mend: npm run doctor -- --env file.env
import { parseArgs } from 'node:util';
import { azureCli } from './deploy/az.mjs';
import { reach } from './deploy/reach.mjs';
import { settingsIn } from './deploy.mjs';
import { examine, reportOf } from './doctor/examine.mjs';
import { isMain, main, Refusal } from './tasks/project.mjs';

const usage = `Looks at a deployment from Azure, Entra and outside, and says what to mend. It changes nothing.

  npm run doctor -- --env FILE

  --env FILE  the settings of the deployment; infra/sample.env shows them all
`;

const optionsIn = (args) => {
  try {
    return parseArgs({ args, options: { env: { type: 'string' }, help: { type: 'boolean' } } }).values;
  } catch (fault) {
    throw new Refusal(`${fault.message}\n\n${usage}`, { cause: fault });
  }
};

if (isMain(import.meta.url))
  await main(async () => {
    const { env, help } = optionsIn(process.argv.slice(2));
    if (help) return void process.stdout.write(usage);
    if (env === undefined) throw new Refusal(`--env is missing.\n\n${usage}`);
    const { settings } = settingsIn(env);
    const results = await examine({ az: azureCli(), reach, settings });
    process.stdout.write(`${reportOf(results).join('\n')}\n`);
    const count = results.flatMap(({ findings }) => findings).length;
    process.stdout.write(count === 0 ? 'Nothing to mend.\n' : `${count} to mend.\n`);
    return count === 0 ? 0 : 1;
  });
