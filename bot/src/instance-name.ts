/** What a process is told about where it runs. */
type Whereabouts = { readonly environment: Readonly<Record<string, string | undefined>>; readonly host: string; readonly port: number };

/**
 * The name under which a process holds claims and leases. One that is started anew in its place has the same and takes back what it
 * held at once; two that run at the same time must never share one. App Service names the machine alone, on which the other
 * slot, or the next run during a restart, may be alive too: the name of the container tells them apart.
 */
export const instanceName = ({ environment, host, port }: Whereabouts): string => {
  const machine = environment['WEBSITE_INSTANCE_ID'];
  return machine === undefined ? `${host}:${port}` : `${machine}@${host}`;
};
