import type { Me } from '@coaching-pairs/shared/wire/mine';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { keys } from './keys.js';
import { useAsked } from './use-asked.js';

const waits = (me: Me | undefined): boolean =>
  me?.rounds.some((round) => round.match.kind === 'waiting' || round.match.kind === 'being-reworked' || round.leads !== null) ?? false;

/** Who I am and my rounds; looked at again now and then while somebody else's answer is awaited. */
export const useMe = (asking: { readonly fresh?: number } = {}) =>
  useAsked(routes.me, { key: keys.me, every: (me) => (waits(me) ? 20_000 : 60_000), ...asking });

/** The day it is for the bot, e.g. `2026-11-20`; null until the bot has said so. */
export const useToday = (): string | null => useMe().data?.today ?? null;
