import type { SandboxContext } from '../parts.js';
import type { Activity } from './activities.js';

/** What the bot's endpoint answered. 502: nobody was there; 504: no answer in the time Teams waits. */
export type BotAnswer = { readonly status: number; readonly body: unknown };

/** Teams gives an answer up after this many milliseconds. */
const patience = 15_000;

const parsed = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return text;
    throw cause;
  }
};

/** Posts activities to the bot's real endpoint with a signed Bot Framework token. */
export const botDoor =
  ({ trust, botUrl }: Pick<SandboxContext, 'trust' | 'botUrl'>) =>
  async (activity: Activity): Promise<BotAnswer> => {
    const token = await trust.signBotToken({ serviceUrl: activity.serviceUrl });
    try {
      const response = await fetch(`${botUrl()}/api/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(patience),
      });
      return { status: response.status, body: parsed(await response.text()) };
    } catch (cause) {
      return { status: cause instanceof Error && cause.name === 'TimeoutError' ? 504 : 502, body: undefined };
    }
  };
