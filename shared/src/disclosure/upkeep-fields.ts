import { all } from './rows.js';

/** The rows of the matrix for whether the product works; nobody is named and no round. */
export const upkeepFields = {
  ...all('Health.', 'upkeep', ['at', 'version', 'node', 'troubles[]', 'sender.instance', 'sender.since', 'sender.sweptAt']),
  ...all('Health.', 'upkeep', ['backlog.fresh', 'backlog.late', 'backlog.stuck', 'dead[].reason', 'dead[].messages']),
  ...all('Health.repairs.', 'upkeep', ['lookedAt', 'mended', 'mendedAt']),
  ...all('Health.services[].', 'upkeep', ['service', 'succeededAt', 'failedAt', 'failingSince', 'failure']),
};
