import type { Result } from '@coaching-pairs/shared/result';
import type { CreatePart, SandboxPerson } from '../parts.js';

export type PeopleRequest = { readonly dataFolder: string; readonly fresh: boolean; readonly file?: string };
export type LoadedPeople = { readonly people: readonly SandboxPerson[]; readonly notes: readonly string[] };

/** What the sandbox is made of, beside its own skeleton. */
export type Rooms = {
  readonly parts: readonly CreatePart[];
  /**
   * Loads the organisation of the data folder, or the one of `file`; with `fresh` it replaces what the folder had. A refusal,
   * which is printed, has changed nothing. Notes are printed too.
   */
  readonly loadPeople: (request: PeopleRequest) => Promise<Result<LoadedPeople, string>>;
  /** The module whose `start` runs in the bot process. */
  readonly botModule: string;
  /** Told the tenant's offset at the start and after each move, so that embedded servers can follow it. */
  readonly followTime: (offsetMs: number) => void;
};

/** How the bot's process ended: with an exit code, or by a signal. */
export type BotEnd = { readonly how: 'code' | 'signal'; readonly by: string };

export type Telling = {
  readonly say: (sentence: string) => void;
  /** The bot ended by itself; nothing works any more. */
  readonly onBotDeath: (how: BotEnd) => void;
};
