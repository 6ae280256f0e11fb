import { htmlText } from '@coaching-pairs/shared/words/html-text';

/** A sheet as a page of its own, which any browser prints. */
export const sheetPage = (title: string, text: string, locale: string): string =>
  [
    `<!doctype html><html lang="${htmlText(locale)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${htmlText(title)}</title>`,
    '<style>body{font:12pt/1.5 system-ui,sans-serif;max-width:70ch;margin:2rem auto;padding:0 1rem}p{white-space:pre-line}</style>',
    `<h1>${htmlText(title)}</h1><p>${htmlText(text)}</p></html>`,
  ].join('\n');
