import type { PlainDate } from '@coaching-pairs/shared/ids';
import { tabLink } from '@coaching-pairs/shared/wire/tab-link';
import type { Words } from '@coaching-pairs/shared/words/words';

/** Adaptive Card JSON. */
export type CardJson = { readonly [property: string]: unknown };

/** What every card is made with: the reader's words, the app whose tab the links open, and the day it is, in UTC. */
export type CardMaker = { readonly words: Words; readonly teamsAppId: string; readonly today: PlainDate };

type Element = Readonly<Record<string, unknown>>;

/**
 * Text of people and of the organisation is shown as it is: no links, no mentions, no formatting, no lines of its own, and no
 * list where it begins with a dash or a number (S-14), nor a day that the client would write in its place. Hyphens, apostrophes and
 * letters of any script stay as they are.
 */
export const plain = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#~|]/gu, (sign) => `\\${sign}`)
    .replace(/\{\{(?=\s*(?:DATE|TIME)\s*\()/giu, '{ {')
    .replace(/^([-+])(?=\s|$)/u, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/u, '$1\\$2');

export const heading = (text: string): Element => ({
  type: 'TextBlock',
  text,
  size: 'Large',
  weight: 'Bolder',
  wrap: true,
  style: 'heading',
});

export const paragraph = (text: string): Element => ({ type: 'TextBlock', text, wrap: true });

export const quiet = (text: string): Element => ({ type: 'TextBlock', text, wrap: true, isSubtle: true, size: 'Small' });

export const label = (text: string): Element => ({ type: 'TextBlock', text, wrap: true, weight: 'Bolder', spacing: 'Medium' });

/** Short lines under each other, each with a mark. */
export const lines = (texts: readonly string[]): readonly Element[] =>
  texts.map((text) => ({ type: 'TextBlock', text: `• ${text}`, wrap: true, spacing: 'Small' }));

export const facts = (pairs: readonly (readonly [string, string])[]): Element => ({
  type: 'FactSet',
  facts: pairs.map(([title, value]) => ({ title, value })),
});

/** A box that sets something apart from the rest of the card. */
export const box = (items: readonly Element[]): Element => ({ type: 'Container', style: 'emphasis', items, spacing: 'Medium' });

export type Button = {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly style?: 'positive';
};

/** Clients without Universal Actions send the same as a message. */
const execute = ({ title, verb, data, style }: Button): Element => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
  ...(style === undefined ? {} : { style }),
  fallback: { type: 'Action.Submit', title, data: { ...data, verb } },
});

/** A link that opens the tab at a place of its own, such as `round/…`. */
export const openTab = ({ teamsAppId }: CardMaker, title: string, place: string): Element => ({
  type: 'Action.OpenUrl',
  title,
  url: tabLink(teamsAppId, place),
});

/** A button that opens a dialog of the bot's own (`task/fetch`); a client without dialogs shows it and nothing happens. */
export const openDialog = (title: string, view: string, data: Readonly<Record<string, string>>): Element => ({
  type: 'Action.Submit',
  title,
  data: { msteams: { type: 'task/fetch' }, view, ...data },
});

/** A button inside a dialog: sends what was entered there, with this. */
export const submitDialog = (title: string, view: string, data: Readonly<Record<string, string>>, style?: 'positive'): Element => ({
  type: 'Action.Submit',
  title,
  data: { view, ...data },
  ...(style === undefined ? {} : { style }),
});

/** What the client asks the bot for when it shows the card, so that it shows the present state wherever it is opened. */
export type Refresh = { readonly verb: string; readonly data: Readonly<Record<string, string | number>> };

/** A card names a language, not a locale: `en`, never `en-GB`. */
const languageOf = ({ locale }: Words): string => locale.split('-')[0] ?? locale;

/** A card of one piece: at most six actions (S-24), refreshed when `refresh` is given. */
export const cardOf = (given: {
  readonly words: Words;
  readonly body: readonly Element[];
  readonly buttons?: readonly Button[];
  readonly links?: readonly Element[];
  readonly refresh?: Refresh;
}): CardJson => ({
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: '1.5',
  lang: languageOf(given.words),
  fallbackText: given.words.t('card.fallback'),
  ...(given.refresh === undefined
    ? {}
    : {
        refresh: {
          action: { type: 'Action.Execute', title: given.words.t('card.refresh'), verb: given.refresh.verb, data: given.refresh.data },
        },
      }),
  body: given.body,
  actions: [...(given.buttons ?? []).map(execute), ...(given.links ?? [])].slice(0, 6),
});

/** The line above the heading that says which round this is about. */
export const overline = (words: Words, roundName: string): Element => quiet(words.t('card.overline', { round: plain(roundName) }));
