import { languageFor, type MessageId, type Words, wordsFor } from '@coaching-pairs/shared/words/words';
import { type RequestHandler, Router } from 'express';
import { wordsOf } from './refused.js';

type LegalId = Extract<MessageId, `legal.${string}`>;
type Block = { readonly heading: LegalId } | { readonly text: LegalId } | { readonly list: readonly LegalId[] };
type Page = { readonly title: LegalId; readonly heading: LegalId; readonly blocks: readonly Block[] };

const privacy: Page = {
  title: 'legal.privacy.title',
  heading: 'legal.privacy.heading',
  blocks: [
    { text: 'legal.privacy.intro' },
    { heading: 'legal.privacy.stored.heading' },
    {
      list: [
        'legal.privacy.stored.directory',
        'legal.privacy.stored.round',
        'legal.privacy.stored.sessions',
        'legal.privacy.stored.wishes',
        'legal.privacy.stored.notes',
        'legal.privacy.stored.agreement',
        'legal.privacy.stored.closing',
        'legal.privacy.stored.decisions',
        'legal.privacy.stored.messages',
        'legal.privacy.stored.seen',
      ],
    },
    { text: 'legal.privacy.stored.never' },
    { heading: 'legal.privacy.where.heading' },
    { text: 'legal.privacy.where.text' },
    { heading: 'legal.privacy.who.heading' },
    {
      list: [
        'legal.privacy.who.joined',
        'legal.privacy.who.silent',
        'legal.privacy.who.declined',
        'legal.privacy.who.pair',
        'legal.privacy.who.sessions',
        'legal.privacy.who.agreement',
        'legal.privacy.who.notes',
        'legal.privacy.who.wishes',
        'legal.privacy.who.closing',
      ],
    },
    { text: 'legal.privacy.who.before' },
    { heading: 'legal.privacy.time.heading' },
    { text: 'legal.privacy.time.closed' },
    { text: 'legal.privacy.time.notes' },
    { text: 'legal.privacy.time.wishes' },
    { text: 'legal.privacy.time.agreement' },
    { text: 'legal.privacy.time.closing' },
    { text: 'legal.privacy.time.record' },
    { text: 'legal.privacy.time.left' },
    { text: 'legal.privacy.time.ask' },
  ],
};

const terms: Page = {
  title: 'legal.terms.title',
  heading: 'legal.terms.heading',
  blocks: [
    { text: 'legal.terms.intro' },
    { list: ['legal.terms.choice', 'legal.terms.between', 'legal.terms.notTherapy', 'legal.terms.licence'] },
  ],
};

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => signs[sign] ?? sign);

const htmlOf = (page: Page, { t, locale }: Words): string => {
  const text = (id: LegalId): string => escaped(t(id));
  const block = (one: Block): string => {
    if ('heading' in one) return `<h2>${text(one.heading)}</h2>`;
    if ('text' in one) return `<p>${text(one.text)}</p>`;
    return `<ul>\n${one.list.map((id) => `<li>${text(id)}</li>`).join('\n')}\n</ul>`;
  };
  return `<!doctype html>
<html lang="${escaped(languageFor(locale))}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${text(page.title)}</title>
<link rel="stylesheet" href="legal.css" />
</head>
<body>
<main>
<h1>${text(page.heading)}</h1>
${page.blocks.map(block).join('\n')}
</main>
</body>
</html>
`;
};

const shown =
  (page: Page): RequestHandler =>
  (request, response) => {
    const { locale } = request.query;
    const words = typeof locale === 'string' ? wordsFor(locale) : wordsOf(request);
    response.vary('Accept-Language').set({ 'Cache-Control': 'no-cache', 'Content-Language': languageFor(words.locale) });
    response.type('html').send(htmlOf(page, words));
  };

/** The pages that the app package promises to whoever is not signed in, in the reader's language or the one of `?locale=` (S-23). */
export const legalPages = (): Router => {
  const router = Router();
  router.get('/tab/privacy.html', shown(privacy));
  router.get('/tab/terms.html', shown(terms));
  return router;
};
