import type { Config } from './config.js';

/** Where Entra and Microsoft Graph are asked. */
export const graphOrigins = ({ trustRoots, loopback }: Config) => ({
  entra: trustRoots.entra,
  graph: trustRoots.graph,
  loopback: loopback !== undefined,
});
