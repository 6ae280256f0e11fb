/** A text with parts, made of one reader's words: a page for people, or a document that an organisation completes. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** Only in a document: what the organisation fills in itself. */
  | { readonly kind: 'blank'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };

export type Part = { readonly heading: string; readonly blocks: readonly Block[] };

export type PrivacyDocument = { readonly title: string; readonly lead: string; readonly parts: readonly Part[] };

/** As people read it in the app, or as a document of an organisation, with the places that it has to complete. */
export type Use = 'page' | 'document';

export const text = (words: string): Block => ({ kind: 'text', text: words });

/** A place to complete; a page has none. */
export const blank = (use: Use, words: string): readonly Block[] => (use === 'document' ? [{ kind: 'blank', text: words }] : []);
