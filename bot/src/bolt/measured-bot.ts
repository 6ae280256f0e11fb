import { type Ending, type Telemetry, timed } from '../ports/telemetry.js';
import type { TurnOutcome } from './answer.js';
import type { Connected, Connector } from './connector.js';
import type { Turn } from './turn.js';

type Note = Pick<Telemetry, 'note'>;

const ofConnected = ({ kind }: Connected): Ending => {
  if (kind === 'accepted') return 'done';
  if (kind === 'throttled') return 'throttled';
  if (kind === 'permanent') return 'refused';
  return kind === 'unsent' ? 'away' : 'failed';
};

/** The same connector, of which each call is counted. */
export const measuredConnector = (connector: Connector, { note }: Note): Connector => {
  const count = (operation: string, call: () => Promise<Connected>): Promise<Connected> =>
    timed(call, (took, ending) => note({ kind: 'call', service: 'connector', operation, ending, took }), { answered: ofConnected });
  return {
    post: (...words) => count('post', () => connector.post(...words)),
    put: (...words) => count('put', () => connector.put(...words)),
    open: (...words) => count('open', () => connector.open(...words)),
  };
};

const endings: { readonly [result in TurnOutcome['result']]: Ending } = { done: 'done', refused: 'refused', failed: 'failed' };

/** Which button it was, or which command, would tell who said no: what kind of activity it was says enough (S-20). */
const activityOf = ({ request }: Turn): string => (request.kind === 'event' ? `event ${request.name}` : request.kind);

/** The same app, of which each turn is told by its kind. */
export const measuredTurns = (app: { handle(turn: Turn): Promise<TurnOutcome> }, { note }: Note): typeof app => ({
  handle: (turn) =>
    timed(
      () => app.handle(turn),
      (took, ending) => note({ kind: 'turn', activity: activityOf(turn), ending, took }),
      { answered: ({ result }) => endings[result] },
    ),
});
