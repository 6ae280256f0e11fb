// The deployment as a whole: look at everything, say what would change, ask, and then change it step by step. Can be cut off and begun anew.
import { Refusal } from '../tasks/project.mjs';
import { groundSteps, hostNameSteps, infrastructureSteps, outputsOf } from './azure-steps.mjs';
import { credentialSteps, registrationSteps } from './entra-steps.mjs';
import { releaseSteps, rollBack } from './release.mjs';

const steps = [...groundSteps, ...registrationSteps, ...infrastructureSteps, ...credentialSteps, ...hostNameSteps, ...releaseSteps];

const describe = (say, { name }, changes) => {
  say(changes.length === 0 ? `✓ ${name}` : `+ ${name}`);
  for (const change of changes) say(`    ${change}`);
};

/** What would change, said aloud; answers how many changes there are. */
const plan = async (context) => {
  let count = 0;
  for (const step of steps) {
    const changes = await step.look(context);
    describe(context.say, step, changes);
    count += changes.length;
  }
  return count;
};

const carryOut = async (context) => {
  for (const step of steps) {
    const changes = await step.look(context);
    if (changes.length === 0) continue;
    context.say(`… ${step.name}`);
    await step.act(context);
  }
};

/** Steps look at what others have found out before them, and start from nothing each time. */
const fresh = (ports) => {
  const notes = [];
  return { ...ports, known: {}, notes, later: (note) => void notes.push(note) };
};

/**
 * Brings an installation to what `settings` and `release` say: `{ changed, notes, known }`, with what is left for people to do.
 * `ports`: `az`, `reach` (GET, undefined without an answer), `sleep`, `say`, `confirm`. With `planOnly` nothing is changed.
 */
export const deploy = async (ports, { planOnly = false } = {}) => {
  const looking = fresh(ports);
  const count = await plan(looking);
  if (count === 0 || planOnly) return { changed: 0, planned: count, notes: [], known: looking.known };
  if (!(await ports.confirm(`${count} ${count === 1 ? 'change' : 'changes'}. Make them?`))) throw new Refusal('Nothing was changed.');
  const working = fresh(ports);
  await carryOut(working);
  return { changed: count, planned: count, notes: working.notes, known: working.known };
};

/** Back to the version before the present one; nothing else is touched. */
export const goBack = async (ports) => {
  const context = fresh(ports);
  for (const step of groundSteps) await step.look(context);
  context.known.outputs = await outputsOf(ports.az, ports.settings);
  if (context.known.outputs === undefined) throw new Refusal('There is no deployment to go back from.');
  if (!(await ports.confirm('Put the version before the present one back?'))) throw new Refusal('Nothing was changed.');
  await rollBack(context);
};
