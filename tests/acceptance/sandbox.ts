import type { AudienceChoice, RoundPlanInput } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { z } from 'zod';
import { askSandbox, newOperation } from './driver/ask.js';
import { type Person, personAt } from './driver/person.js';
import { dataFolder, type Product, type StartOptions, startProduct } from './driver/product.js';
import { type Round, roundOf } from './driver/round.js';

const People = z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(z.string()) }));
const Clock = z.object({ now: z.iso.datetime() });

export type Opening = {
  readonly name?: string;
  /** Given where the same round may be opened again after a lost answer. */
  readonly operation?: string;
  readonly leader: string;
  readonly peoplePartner: string;
  /** Proposed, where nothing is said. */
  readonly mode?: RoundPlanInput['mode'];
  /** Names beside the one who opens; none to leave the people partner alone. */
  readonly administrators?: readonly string[];
  readonly audience?: z.infer<typeof AudienceChoice>;
};

/** The whole product on a folder of its own, with verbs for the people in it. Names stand for people; ids do too. */
export type Sandbox = {
  readonly url: () => string;
  /** Where it keeps its data. */
  readonly folder: string;
  readonly people: () => Promise<z.infer<typeof People>>;
  readonly as: (nameOrId: string) => Person;
  /** Opens a round as this person and reads its population. */
  readonly opens: (opener: string, opening: Opening) => Promise<Round>;
  readonly round: (administrator: string, id: string) => Round;
  /** Opens the round after this one, with what it takes over, by somebody who administers both. */
  readonly follows: (opener: string, before: Round) => Promise<Round>;
  /** The directory's entry of somebody changes. */
  readonly moves: (nameOrId: string, change: { managerId?: string | null; department?: string; enabled?: boolean }) => Promise<void>;
  readonly advancesClock: (isoDuration: string) => Promise<string>;
  readonly stop: () => Promise<void>;
  readonly interrupt: () => Promise<void>;
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Ends the product and forgets its data. */
  readonly remove: () => Promise<void>;
};

const day = (now: Date, days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

const planOf = (now: Date, opening: Opening, id: (name: string) => string, administratorIds: string[]): RoundPlanInput => ({
  name: opening.name ?? 'Spring round',
  introduction: 'chief-executive',
  leaderId: id(opening.leader),
  peoplePartnerId: id(opening.peoplePartner),
  administratorIds,
  answersBy: day(now, 14),
  startsOn: day(now, 21),
  endsOn: day(now, 203),
  ...(opening.mode === undefined ? {} : { mode: opening.mode }),
});

type Known = Awaited<ReturnType<Sandbox['people']>>;

const finder = (known: Known) => (nameOrId: string) => {
  const found = known.filter(({ id, name }) => id === nameOrId || name === nameOrId);
  const [one] = found;
  if (one === undefined || found.length > 1) throw new Error(`${found.length} people are called ${nameOrId}.`);
  return one;
};

/** Starts the product on an empty folder; `people` is an organisation's file, else the invented one is there. */
export const startSandbox = async (options: Omit<StartOptions, 'data'> = {}): Promise<Sandbox> => {
  const folder = await dataFolder();
  const start = (): Promise<Product> => startProduct({ data: folder.path, ...options });
  let product = await start();
  const url = (): string => product.url;
  const people = () => askSandbox(url(), '/sandbox/people', People);
  const find = finder(await people());
  const as = (nameOrId: string): Person => personAt(url, find(nameOrId));
  const round = (administrator: string, id: string): Round => roundOf(as(administrator), id);
  return {
    url,
    folder: folder.path,
    people,
    as,
    round,
    opens: async (opener, opening) => {
      const { now } = await askSandbox(url(), '/sandbox/clock', Clock);
      const id = (name: string): string => find(name).id;
      const operation = opening.operation ?? newOperation();
      const plan = planOf(new Date(now), opening, id, [id(opener), ...(opening.administrators ?? []).map(id)]);
      const opened = await as(opener).calls(routes.openRound, {}, { plan, opId: operation });
      const audience = opening.audience ?? { kind: 'below' as const, personId: plan.leaderId, name: opening.leader };
      const mine = round(opener, opened.id);
      await mine.does(routes.chooseAudience, { audience, opId: `${operation}-read` });
      return mine;
    },
    follows: async (opener, before) => {
      const { now } = await askSandbox(url(), '/sandbox/clock', Clock);
      const { introduction, leader, peoplePartner } = await before.overview();
      const opening = { name: 'Autumn round', leader: leader.id, peoplePartner: peoplePartner.id };
      const plan = { ...planOf(new Date(now), opening, (id) => id, [as(opener).id]), introduction };
      const opened = await as(opener).calls(routes.openRound, {}, { plan, follows: before.id });
      const mine = round(opener, opened.id);
      await mine.settles();
      return mine;
    },
    moves: async (nameOrId, change) => {
      await askSandbox(url(), `/sandbox/directory/${find(nameOrId).id}`, z.object({ id: z.string() }), change);
    },
    advancesClock: async (advance) => (await askSandbox(url(), '/sandbox/clock', Clock, { advance })).now,
    stop: () => product.stop(),
    interrupt: () => product.interrupt(),
    kill: () => product.kill(),
    restart: async () => {
      product = await start();
    },
    remove: async () => {
      await product.kill();
      await folder.remove();
    },
  };
};
