import type { Tokens } from './token.js';

type Parser<Answer> = {
  readonly safeParse: (data: unknown) =>
    | {
        readonly success: true;
        readonly data: Answer;
      }
    | {
        readonly success: false;
        readonly error: unknown;
      };
};
/** A row of the route table as far as a caller needs it; `Body` is `never` where nothing is sent. */
export type Callable<Answer, Body = never> = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly answer: Parser<Answer>;
  readonly body: {
    readonly _input: Body;
  } | null;
};
export type Given<Body> = {
  /** For the braces of the path. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
} & ([Body] extends [never]
  ? {
      readonly body?: undefined;
    }
  : {
      readonly body: Body;
    });
export type Call = <Answer, Body = never>(route: Callable<Answer, Body>, given: Given<Body>) => Promise<Answer>;
/** The address of a call; throws where a parameter of the path is missing, which is a fault of the page. */
export declare const addressOf: (
  path: string,
  params?: Readonly<Record<string, string>>,
  query?: Readonly<Record<string, string>>,
) => string;
/**
 * The one way to the bot: signs the call, sends it, and reads the answer by the schema of the route table. A token
 * that is refused is renewed once. Rejects with a `Refusal` for whatever the bot does not do.
 */
export declare const callWith: (tokens: Tokens, locale: string) => Call;
