import type { BotAnswer } from './bot-door.js';
import type { CardJson } from './chat.js';
import { objectAt, textAt } from './json.js';

/** What came of something a person did: the bot's own status, and what the person is shown. */
export type Outcome = {
  readonly status: number;
  readonly card?: CardJson;
  readonly text?: string;
  /** A dialog's title. */
  readonly title?: string;
};

const numberAt = (value: unknown, property: string): number | undefined => {
  const found = typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(property) : undefined;
  return typeof found === 'number' ? found : undefined;
};

/** Reads the answer to a card's button (`adaptiveCard/action`). */
export const cardOutcome = ({ status, body }: BotAnswer): Outcome => {
  const own = status === 200 ? (numberAt(body, 'statusCode') ?? status) : status;
  switch (textAt(body, 'type')) {
    case 'application/vnd.microsoft.card.adaptive':
      return { status: own, card: objectAt(body, 'value') };
    case 'application/vnd.microsoft.activity.message':
      return { status: own, text: textAt(body, 'value') ?? '' };
    case 'application/vnd.microsoft.error':
      return { status: own, text: textAt(objectAt(body, 'value'), 'message') ?? '' };
    default:
      return { status: own };
  }
};

/** Reads the answer to `task/fetch` and `task/submit`: another dialog, a sentence, or nothing, which closes the dialog. */
export const dialogOutcome = ({ status, body }: BotAnswer): Outcome => {
  const task = objectAt(body, 'task');
  if (task.type === 'message') return { status, text: textAt(task, 'value') ?? '' };
  if (task.type !== 'continue') return { status };
  const value = objectAt(task, 'value');
  const title = textAt(value, 'title');
  return { status, card: objectAt(objectAt(value, 'card'), 'content'), ...(title === undefined ? {} : { title }) };
};
