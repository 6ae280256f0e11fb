import { terminal } from '../words/terminal.js';

export type Stop = () => Promise<void>;

export type Lifecycle = {
  /** Remembers how to stop something that has just started; when the end has already begun, it is stopped at once. `what` stands in the message `stop.failed`. */
  readonly started: (what: string, stop: Stop) => Promise<void>;
  /** Stops everything, last started first. Each is tried; the same promise for everybody who asks. */
  readonly stop: Stop;
};

/** @param say told in one sentence what could not be stopped properly */
export const createLifecycle = (say: (sentence: string) => void): Lifecycle => {
  const running: { readonly what: string; readonly stop: Stop }[] = [];
  let stopping: Promise<void> | undefined;

  const stopAll = async (): Promise<void> => {
    for (let next = running.pop(); next !== undefined; next = running.pop()) {
      const { what, stop } = next;
      await stop().catch((cause: unknown) =>
        say(terminal.t('stop.failed', { what, reason: cause instanceof Error ? cause.message : String(cause) })),
      );
    }
  };
  return {
    started: async (what, stop) => {
      running.push({ what, stop });
      if (stopping !== undefined) {
        await stopAll();
      }
    },
    stop: () => {
      stopping ??= stopAll();
      return stopping;
    },
  };
};
