// The doctor as a whole: reads, asks from outside, changes nothing, and says of each thing what is wrong and what mends it.
import { AzureRefused } from '../deploy/az.mjs';
import { accountCheck, azureChecks } from './azure-checks.mjs';
import { entraChecks } from './entra-checks.mjs';
import { hardeningChecks } from './hardening-checks.mjs';
import { reachableCheck, reachChecks } from './reach-checks.mjs';

/** What may not be read is a finding too, and keeps nothing else from being looked at. */
const examined = async (check, context) => {
  try {
    const findings = await check.check(context);
    return { name: check.name, findings, notes: check.says?.(context) ?? [] };
  } catch (fault) {
    if (!(fault instanceof AzureRefused)) throw fault;
    const finding = {
      wrong: `It could not be looked at: ${fault.message}`,
      mend: 'Sign in as somebody who may read the resource group and the registration.',
    };
    return { name: check.name, findings: [finding], notes: [] };
  }
};

/**
 * Looks at a deployment: `[{ name, findings: [{ wrong, mend }], notes }]` in the order in which one would mend them; a note says what is
 * so and is nothing to mend. `ports`: `az`, `reach`, `settings`.
 */
export const examine = async (ports) => {
  const context = { ...ports, known: {} };
  const results = [await examined(accountCheck, context)];
  const { outputs } = context.known;
  // Signed in elsewhere, nothing that Azure or Entra says is about this installation.
  if (outputs !== undefined) {
    for (const check of entraChecks) results.push(await examined(check, context));
    for (const check of [...azureChecks, ...hardeningChecks]) results.push(await examined(check, context));
  }
  results.push(await examined(reachableCheck, context));
  if (context.known.isReachable) for (const check of reachChecks) results.push(await examined(check, context));
  return results;
};

/** The results as lines for people. */
export const reportOf = (results) =>
  results.flatMap(({ name, findings, notes }) => [
    `${findings.length === 0 ? '✓' : '✗'} ${name}`,
    ...notes.map((note) => `    ${note}`),
    ...findings.flatMap(({ wrong, mend }) => [`    ${wrong}`, `    → ${mend}`]),
  ]);
