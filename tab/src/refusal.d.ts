/** A call that the bot refused, or that never reached it. The message is a sentence for people, where the bot gave one. */
export declare class Refusal extends Error {
  readonly name = 'Refusal';
  readonly code: string;
  /** 0 where there was no answer at all. */
  readonly status: number;
  readonly correlationId: string | null;
  readonly fields: Readonly<Record<string, string>>;
  constructor(
    told: {
      code: string;
      status: number;
      message?: string;
      correlationId?: string;
      fields?: Record<string, string>;
    },
    options?: ErrorOptions,
  );
}
/** Whether asking again might help: nothing was answered, or the answer says "not now". */
export declare const mayRetry: (fault: unknown) => boolean;
/** Whether the bot has decided: the intention is over, and a further try is a new one. */
export declare const isDecided: (fault: unknown) => boolean;
