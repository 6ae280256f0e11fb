/** The sandbox cannot start or go on; the message is the whole sentence for the person. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

export const codeOf = (cause: unknown): string | undefined =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
