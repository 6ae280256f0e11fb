import { type Config, parseConfig } from './config.js';
import { StartRefused } from './start-refused.js';

/** The settings are not fit to start with; the message names each at fault, on a line of its own. */
export class SettingsRefused extends StartRefused {}

/** The settings of an environment (see config.ts); throws `SettingsRefused` when one is missing or wrong (S-03). */
export const settingsOf = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const config = parseConfig(environment);
  if (config.ok) return config.value;
  throw new SettingsRefused(config.error.map(({ setting, problem }) => `${setting} ${problem}`).join('\n'));
};
