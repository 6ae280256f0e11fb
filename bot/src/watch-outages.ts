import type { Trouble } from '@coaching-pairs/shared/health';
import { dayOf } from '@coaching-pairs/shared/time';
import { type Words, wordsFor } from '@coaching-pairs/shared/words/words';
import { brokenCard, wellAgainCard } from './cards/outage-card.js';
import { realSleep, type Sleep } from './delivery/moments.js';
import { failureFields, type Log } from './ports/log.js';
import type { Seen } from './ports/seen.js';
import type { OutgoingMessage, SendOutcome } from './ports/sender.js';
import { noTelemetry, type Telemetry } from './ports/telemetry.js';
import type { Deps } from './workflows/deps.js';
import { outageWatch, type TellOutage } from './workflows/tell-outage.js';
import { zoneFor } from './workflows/whereabouts.js';

type Watching = {
  readonly log: Log;
  /** One try, no retries. */
  readonly send: (to: Seen['personId'], message: OutgoingMessage) => Promise<SendOutcome>;
  readonly sleep?: Sleep;
  readonly telemetry?: Pick<Telemetry, 'levels'>;
};

/** In milliseconds. */
const lookEvery = 60_000;
/** Between two of these messages, which no rate limit counts: what the sender leaves free is enough for one a second. */
const apart = 1_000;

const wordsOf = async ({ organisation }: Deps, { personId }: Seen): Promise<Words> =>
  wordsFor((await organisation.snapshot()).people.find(({ id }) => id === personId)?.language);

/** In milliseconds: while something is broken, so often each instance says so to IT. */
const saidEvery = 10 * 60_000;

/** A line for IT, whether or not any administrator can be told, at night as well, and while Teams itself is what is broken. */
const sayingBroken = ({ clock }: Pick<Deps, 'clock'>, log: Pick<Log, 'error'>): ((broken: readonly Trouble[]) => void) => {
  let saidAt = Number.NEGATIVE_INFINITY;
  return (broken) => {
    const now = Date.parse(clock.now());
    if (broken.length === 0 || Math.abs(now - saidAt) < saidEvery) return;
    saidAt = now;
    log.error('outage.found', { troubles: broken.join(',') });
  };
};

/** Says it on a card; the page on which it stands is for whoever holds the role, the others come to their rounds. */
export const tellingOutage =
  (deps: Deps, send: Watching['send']): TellOutage =>
  async (to, what, outage) => {
    const maker = { words: await wordsOf(deps, to), teamsAppId: deps.teamsAppId, today: dayOf(deps.clock.now()) };
    const { zone } = await zoneFor(deps, { timeZone: 'UTC' }, to.personId);
    const reader = { zone, place: to.opener ? 'admin/health' : 'admin' };
    const card = what === 'broken' ? brokenCard(maker, outage, reader) : wellAgainCard(maker, outage, reader);
    return send(to.personId, { kind: 'card', card, summary: maker.words.t('summary.news') });
  };

/** Every instance looks once a minute whether something is broken, and tells it past the outbox. */
export const watchOutages = (deps: Deps, { log, send, ...options }: Watching): { readonly stop: () => Promise<void> } => {
  const { sleep = realSleep, telemetry = noTelemetry } = options;
  const stopping = new AbortController();
  const tell = tellingOutage(deps, send);
  const say: TellOutage = async (...said) => {
    const outcome = await tell(...said);
    log.warn('outage.told', { what: said[1], outcome: outcome.kind });
    await sleep(apart, stopping.signal);
    return outcome;
  };
  const sayBroken = sayingBroken(deps, log);
  const look = outageWatch(deps, say, ({ backlog: { fresh, late, stuck }, givenUp }, broken) => {
    telemetry.levels({ backlog: fresh + late + stuck, givenUp: givenUp.length });
    sayBroken(broken);
  });
  const watch = async (): Promise<void> => {
    for (await sleep(lookEvery, stopping.signal); !stopping.signal.aborted; await sleep(lookEvery, stopping.signal))
      await look().catch((error: unknown) => log.warn('outage.notLooked', failureFields(error)));
  };
  const watching = watch();
  return {
    stop: async () => {
      stopping.abort();
      await watching;
    },
  };
};
