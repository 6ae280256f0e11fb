import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { terminal } from '../words/terminal.js';
import type { Tenant } from './tenant.js';

const fileIn = (dataFolder: string): string => join(dataFolder, 'people', 'organisation.json');

const isMissing = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';

/** The organisation that the data folder belongs to; undefined where it has none yet. The file is written by this module alone. */
export const readStoredTenant = (dataFolder: string): Tenant | undefined => {
  try {
    return JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')) as Tenant;
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw new Error(terminal.t('load.storedUnreadable', { file: fileIn(dataFolder) }), { cause });
  }
};

/** Keeps the organisation; a kill leaves either the old or the new one whole. */
export const storeTenant = (dataFolder: string, tenant: Tenant): void => {
  const file = fileIn(dataFolder);
  mkdirSync(join(dataFolder, 'people'), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(tenant));
  renameSync(`${file}.new`, file);
};
