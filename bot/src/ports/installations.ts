import type { PersonId } from '@coaching-pairs/shared/ids';

/**
 * Why the app cannot be given to somebody:
 * - `InstallNotPermitted`: the product has not been granted it, for anybody;
 * - `AppNotInCatalogue`: the organisation's catalogue does not hold the app;
 * - `InstallRefused`: a rule of the organisation refuses it for this person;
 * - `PersonNotFound`: there is no such account.
 */
export const installRefusals = ['InstallNotPermitted', 'AppNotInCatalogue', 'InstallRefused', 'PersonNotFound'] as const;
export type InstallRefusal = (typeof installRefusals)[number];

/**
 * `installed`: the person has the app, now or already; `chatId` is their chat with the bot, null where it is not there yet.
 * `later`: nobody said no; to be asked again after that many milliseconds.
 */
export type InstallOutcome =
  | { readonly kind: 'installed'; readonly chatId: string | null }
  | { readonly kind: 'later'; readonly waitMs: number }
  | { readonly kind: 'refused'; readonly code: InstallRefusal };

/** Gives people the product's own app. Whoever has it keeps it, so it may be asked again after a crash. Never throws. */
export type Installations = { readonly install: (person: PersonId) => Promise<InstallOutcome> };
