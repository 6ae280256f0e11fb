// One build at a time: whoever else wants the same waits for it, so that nobody reads what is half written.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const lookEvery = 100;
/** Nobody builds for so long; then whoever holds the turn is not the process of that number any more. */
const longest = 600_000;
/** A file just made is not yet written. */
const justMade = 5_000;

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause.code !== 'ESRCH';
  }
};

/** Whether somebody holds the turn who is still there to give it back. */
const isHeld = (file) => {
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    const pid = Number(readFileSync(file, 'utf8'));
    return age < justMade || (age < longest && pid > 0 && isAlive(pid));
  } catch (cause) {
    if (cause.code === 'ENOENT') return false;
    throw cause;
  }
};

const taken = (file) => {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (cause) {
    if (cause.code === 'EEXIST') return false;
    throw cause;
  }
};

/** Runs an action while no other process runs one under the same file; `onWait` is called once when there is somebody to wait for. */
export const inTurn = async (file, action, onWait = () => undefined) => {
  let waited = false;
  while (!taken(file)) {
    if (!isHeld(file)) rmSync(file, { force: true });
    else {
      if (!waited) onWait();
      waited = true;
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
    }
  }
  try {
    return await action();
  } finally {
    rmSync(file, { force: true });
  }
};
