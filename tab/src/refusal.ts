/** A call that the bot refused, or that never reached it. The message is a sentence for people, where the bot gave one. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  /** 0 where there was no answer at all. */
  readonly status: number;
  readonly correlationId: string | null;
  readonly fields: Readonly<Record<string, string>>;

  constructor(
    told: { code: string; status: number; message?: string; correlationId?: string; fields?: Record<string, string> },
    options?: ErrorOptions,
  ) {
    super(told.message ?? '', options);
    this.code = told.code;
    this.status = told.status;
    this.correlationId = told.correlationId ?? null;
    this.fields = told.fields ?? {};
  }
}

/** Whether asking again might help: nothing was answered, or the answer says "not now". */
export const mayRetry = (fault: unknown): boolean =>
  fault instanceof Refusal && (fault.status === 0 || fault.status === 429 || fault.status >= 502);

/** Whether the bot has decided: the intention is over, and a further try is a new one. */
export const isDecided = (fault: unknown): boolean =>
  fault instanceof Refusal && fault.status >= 400 && fault.status < 500 && fault.status !== 429;
