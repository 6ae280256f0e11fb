import type { Block, PrivacyDocument } from '@coaching-pairs/shared/privacy/document';
import { privacyNotice } from '@coaching-pairs/shared/privacy/notice';
import { languageFor, type Words, wordsFor } from '@coaching-pairs/shared/words/words';
import { type RequestHandler, Router } from 'express';
import { wordsOf } from './refused.js';

type Page = PrivacyDocument & { readonly name: string };

const privacy = (words: Words): Page => ({ name: words.t('notice.title'), ...privacyNotice(words, 'page') });

const terms = ({ t }: Words): Page => ({
  name: t('legal.terms.title'),
  title: t('legal.terms.heading'),
  lead: t('legal.terms.intro'),
  parts: [
    {
      heading: '',
      blocks: [
        {
          kind: 'list',
          items: [t('legal.terms.choice'), t('legal.terms.between'), t('legal.terms.notTherapy'), t('legal.terms.licence')],
        },
      ],
    },
  ],
});

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => signs[sign] ?? sign);
const within = (tag: string, text: string): string => `<${tag}>${escaped(text)}</${tag}>`;

/** Roles are said again, since on a phone the parts of a table are blocks. */
const tableHtml = ({ heads, rows }: Extract<Block, { kind: 'table' }>): string => {
  const head = heads.map((text) => `<th role="columnheader" scope="col">${escaped(text)}</th>`).join('');
  const cells = (row: readonly string[]): string => row.map((text) => `<td role="cell">${escaped(text)}</td>`).join('');
  const lines = rows.map((row) => `<tr role="row">${cells(row)}</tr>`).join('\n');
  return `<table role="table">\n<thead role="rowgroup"><tr role="row">${head}</tr></thead>\n<tbody role="rowgroup">\n${lines}\n</tbody>\n</table>`;
};

const blockHtml = (block: Block): string => {
  if (block.kind === 'table') return tableHtml(block);
  if (block.kind === 'list') return `<ul>\n${block.items.map((item) => within('li', item)).join('\n')}\n</ul>`;
  return within('p', block.text);
};

const htmlOf = ({ name, title, lead, parts }: Page, { locale }: Words): string => `<!doctype html>
<html lang="${escaped(languageFor(locale))}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
${within('title', name)}
<link rel="stylesheet" href="legal.css" />
</head>
<body>
<main>
${within('h1', title)}
${within('p', lead)}
${parts.map(({ heading, blocks }) => [...(heading === '' ? [] : [within('h2', heading)]), ...blocks.map(blockHtml)].join('\n')).join('\n')}
</main>
</body>
</html>
`;

const shown =
  (pageIn: (words: Words) => Page): RequestHandler =>
  (request, response) => {
    const { locale } = request.query;
    const words = typeof locale === 'string' ? wordsFor(locale) : wordsOf(request);
    response.vary('Accept-Language').set({ 'Cache-Control': 'no-cache', 'Content-Language': languageFor(words.locale) });
    response.type('html').send(htmlOf(pageIn(words), words));
  };

/** The pages that the app package promises to whoever is not signed in, in the reader's language or the one of `?locale=` (S-23). */
export const legalPages = (): Router => {
  const router = Router();
  router.get('/tab/privacy.html', shown(privacy));
  router.get('/tab/terms.html', shown(terms));
  return router;
};
