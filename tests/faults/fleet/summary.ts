import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';

/** One line of figures for whoever ran it, with how busy the machine was. */
export const told = (figures: string): void => {
  console.info(`${figures}; load ${loadavg()[0]?.toFixed(1)}`);
};

/** Clock ticks of Linux, in which it counts what a process has used. */
const ticksPerSecond = 100;

/** What a process has used of the processors so far, in seconds; not known but on Linux. */
export const processorSeconds = async (processId: number | undefined): Promise<number> => {
  const stat = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => '');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) / ticksPerSecond;
};
