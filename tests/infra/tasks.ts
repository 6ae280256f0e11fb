import type { World } from './azure-world.js';
import { runIn } from './azure-world.js';

export type Answer = { readonly status: number; readonly text: string; readonly headers: Headers };
export type Settings = { readonly [name: string]: unknown; readonly publicUrl: string };
export type Azure = {
  readonly ask: (args: readonly string[]) => Promise<unknown>;
  readonly graph: (method: string, path: string, more?: object) => Promise<unknown>;
};
export type Release = { readonly mark: string; readonly bytes: Buffer };
export type Ports = {
  readonly az: Azure;
  readonly settings: Settings;
  readonly release: Release;
  readonly reach: (url: string, request?: { readonly method?: string }) => Promise<Answer | undefined>;
  readonly sleep: () => Promise<void>;
  readonly say: (line: string) => void;
  readonly confirm: (question: string) => Promise<boolean>;
};
export type Outcome = {
  readonly planned: number;
  readonly changed: number;
  readonly notes: readonly string[];
  readonly known: { readonly tabAppId?: string };
};
export type Result = { readonly name: string; readonly findings: readonly { readonly wrong: string; readonly mend: string }[] };

type Tasks = {
  readonly 'deploy/az': {
    readonly azureCli: (run?: (args: readonly string[]) => Promise<string>) => Azure;
    readonly AzureRefused: new (args: readonly string[], said: string) => Error;
  };
  readonly 'deploy/settings': {
    readonly deploymentOf: (given: Readonly<Record<string, string>>) => {
      readonly problems: readonly string[];
      readonly settings?: Settings;
    };
  };
  readonly 'deploy/run': {
    readonly deploy: (ports: Ports, options?: { readonly planOnly?: boolean }) => Promise<Outcome>;
    readonly goBack: (ports: Ports) => Promise<void>;
  };
  readonly 'deploy/release': { readonly releaseOf: (folder: string) => Release };
  readonly 'deploy/azure-steps': {
    readonly templateParameters: (settings: Settings, tabAppId?: string) => { readonly parameters: Readonly<Record<string, unknown>> };
  };
  readonly 'deploy/permissions': {
    readonly [list in 'applicationPermissions' | 'delegatedPermissions']: readonly { readonly name: string; readonly reduced: string }[];
  };
  readonly 'doctor/examine': {
    readonly examine: (ports: Pick<Ports, 'az' | 'settings' | 'reach'>) => Promise<readonly Result[]>;
    readonly reportOf: (results: readonly Result[]) => readonly string[];
  };
};

/** A module of infra, which is plain JavaScript because it runs before anything is built. */
export const load = async <Name extends keyof Tasks>(name: Name): Promise<Tasks[Name]> =>
  import(new URL(`../../infra/${name}.mjs`, import.meta.url).href);

/** The Azure CLI of a world, without a process; `after` runs when a command has had its effect and before it is answered. */
export const cliOf = async (world: World, after: () => void = () => undefined): Promise<Azure> => {
  const { azureCli, AzureRefused } = await load('deploy/az');
  return azureCli(async (args) => {
    const { code, said } = runIn(world, args);
    after();
    if (code !== 0) throw new AzureRefused(args, said);
    return said;
  });
};

const answered = (status: number, text = ''): Answer => ({ status, text, headers: new Headers() });

/** What runs in a world's two slots, as it answers from outside. */
export const reachIn =
  ({ slots }: World): Ports['reach'] =>
  async (url) => {
    const { host, pathname } = new URL(url);
    const slot = host.includes('-next.') ? slots.next : slots.production;
    if (slot.state === 'Stopped') return answered(403);
    if (pathname === '/ready') return answered(200);
    return slot.mark === null ? answered(404) : answered(200, `${slot.mark}\n`);
  };
