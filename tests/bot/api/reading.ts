import { sealAudit } from '@coaching-pairs/bot/workflows/audit/seal-audit';
import { type RouteName, routes } from '@coaching-pairs/shared/wire/routes';
import { idOf } from './company.js';
import type { House } from './house.js';
import { pathOf } from './played-round.js';

/** Whatever can be asked for in a round without more than its id and somebody's name. */
const reading = Object.keys(routes)
  .filter((name): name is RouteName => name in routes)
  .filter((name) => routes[name].method === 'GET' && !['work', 'otherPartners', 'health'].includes(name));

const queryOf = (name: RouteName): string =>
  name.startsWith('search') || name.endsWith('eople') || name === 'peopleToName' ? '?q=an' : '';

/** Everything that somebody is answered in this round, by route, their own export included; a status where they are refused. */
export const everythingTo = async (
  house: House,
  viewer: string,
  roundId: string,
  without: readonly RouteName[] = [],
): Promise<Readonly<Record<string, string>>> => {
  const asked = reading.filter((name) => !without.includes(name));
  const texts = asked.map(async (name) => {
    const { status, text } = await house.call(viewer, 'GET', `${pathOf(name, { roundId, personId: idOf('Ana') })}${queryOf(name)}`);
    if (status === 429) throw new Error(`${viewer} has asked too often to be shown ${name}.`);
    return [name, status === 200 ? text : String(status)] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
};

/** Lists that administrators ask for in part: what is left out of a part, or counted with it, is told as well. */
const partsOf: Partial<Record<RouteName, readonly string[]>> = {
  audit: ['?q=answer'],
  boardPage: ['?view=sent', '?view=reworking', '?view=pairs', '?view=left'],
  people: ['?answer=joined', '?answer=sitting-out', '?unreachable=yes', '?partner=none'],
  dryRun: ['?q=an'],
  draftNumbers: ['?q=an'],
  otherPartners: [''],
};

/** The same for an administrator of the round in every part, and for whoever may open rounds how the product is. */
export const inPartsTo = async (house: House, roundId: string): Promise<readonly string[]> => {
  const asked = Object.entries(partsOf).flatMap(([name, parts]) => parts.map((part) => ['Priya', name as RouteName, part] as const));
  const texts = [...asked, ['Quinn', 'health', ''] as const].map(async ([who, name, part]) => {
    const { status, text } = await house.call(who, 'GET', `${pathOf(name, { roundId, personId: idOf('Ana') })}${part}`);
    return `${name}${part} ${status} ${text.replace(/"correlationId":"[^"]*"/u, '')}`;
  });
  return Promise.all(texts);
};

/** The record of a round, sealed until now, as an administrator takes it along. */
export const recordOf = async (house: House, roundId: string, opId: string): Promise<string> => {
  await sealAudit(house.deps);
  return (await house.call('Priya', 'POST', pathOf('exportAudit', { roundId }), { opId })).text;
};
