import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { Resources } from '@coaching-pairs/shared/wire/closing';
import type { Actor, Deps } from '../deps.js';
import { namedIn, organisationOf } from '../organisation.js';

const chatAddress = 'https://teams.microsoft.com/l/chat/0/0';

/** An address that opens a chat with a round's organisers in Teams (deep links to a chat); null where the directory has no address of any. */
const chatWith = ({ people }: Organisation, { administratorIds }: Round): string | null => {
  const users = administratorIds.flatMap((id) => people.get(id)?.mail ?? []);
  return users.length === 0 ? null : `${chatAddress}?users=${users.map(encodeURIComponent).join(',')}`;
};

/**
 * What the resources pages need of the bot, for anybody signed in (CP-90): who organises the rounds that the reader belongs to, so that
 * experiences reach them in a chat of their own (CP-92). Nothing that is written there passes through the product.
 */
export const resourcesFor = async (deps: Deps, { personId: me }: Actor): Promise<Resources> => {
  const rounds = (await deps.rounds.list()).filter(({ state }) => state !== 'draft');
  const [organisation, rows] = await Promise.all([
    organisationOf(deps),
    Promise.all(rounds.map((round) => deps.rounds.participant(round.id, me))),
  ]);
  const mine = rounds.filter((_round, at) => rows[at] !== null);
  const current = mine.filter(({ state }) => state !== 'closed');
  const named = namedIn(organisation);
  return {
    appId: deps.teamsAppId,
    rounds: (current.length > 0 ? current : mine.slice(0, 1)).map((round) => ({
      id: round.id,
      name: round.name,
      organisers: round.administratorIds.map(named),
      chat: chatWith(organisation, round),
    })),
  };
};
