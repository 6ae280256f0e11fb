import { type ExplainerPart, explainer, explainerRevisedOn, icfCode } from '@coaching-pairs/shared/coaches/explainer';
import type { Words } from '@coaching-pairs/shared/words/words';
import type PDFDocument from 'pdfkit';
import type { SheetDrawing } from './ports/sheet-drawing.js';

type Sheet = PDFKit.PDFDocument;

/** In points. */
const size = { title: 20, heading: 11, text: 9.25, small: 8 } as const;
const margin = 46;
const indent = 10;
const ink = { text: '#242424', heading: '#3d3e78', quiet: '#5c5c5c' } as const;

type Tag = 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'LBody';

/** Text under a tag, so that a screen reader knows what it is. */
const tagged = (sheet: Sheet, tag: Tag, draw: () => void): PDFKit.PDFStructureElement => sheet.struct(tag, {}, draw);

const heading = (sheet: Sheet, text: string): PDFKit.PDFStructureElement =>
  tagged(sheet, 'H2', () => {
    sheet.moveDown(0.55).font('Helvetica-Bold').fontSize(size.heading).fillColor(ink.heading).text(text).moveDown(0.15);
  });

const body = (sheet: Sheet) => sheet.font('Helvetica').fontSize(size.text).fillColor(ink.text);

const bullet = (sheet: Sheet, text: string): PDFKit.PDFStructureElement =>
  sheet.struct('LI', {}, [
    tagged(sheet, 'LBody', () => {
      body(sheet).text('\u2022', margin, sheet.y, { continued: false, lineBreak: false });
      sheet.text(text, margin + indent, sheet.y, { width: sheet.page.width - 2 * margin - indent });
      sheet.x = margin;
    }),
  ]);

const part = (sheet: Sheet, { t }: Words, { title, lines, after }: ExplainerPart): readonly PDFKit.PDFStructureElement[] => {
  const paragraph = (text: string) => tagged(sheet, 'P', () => void body(sheet).text(text));
  const [only, ...more] = lines;
  const told =
    more.length === 0 && only !== undefined
      ? paragraph(t(only))
      : sheet.struct(
          'L',
          {},
          lines.map((line) => bullet(sheet, t(line))),
        );
  return [heading(sheet, t(title)), told, ...(after === undefined ? [] : [paragraph(t(after))])];
};

const partsOf = (sheet: Sheet, words: Words): readonly PDFKit.PDFStructureElement[] => {
  const { t, date } = words;
  const top = tagged(sheet, 'H1', () => {
    sheet.font('Helvetica-Bold').fontSize(size.title).fillColor(ink.heading).text(t(explainer.title)).moveDown(0.2);
  });
  const lead = tagged(
    sheet,
    'P',
    () =>
      void body(sheet)
        .fontSize(size.text + 1)
        .text(t(explainer.lead)),
  );
  const parts = explainer.parts.flatMap((one) => part(sheet, words, one));
  const end = tagged(sheet, 'P', () => {
    sheet.moveDown(0.9).font('Helvetica').fontSize(size.small).fillColor(ink.quiet);
    sheet.text(`${t('explainer.code', { site: icfCode.name })} ${t('explainer.revised', { date: date(explainerRevisedOn) })}`);
  });
  return [top, lead, ...parts, end];
};

const bytesOf = (sheet: Sheet): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    sheet.on('data', (piece: Buffer) => pieces.push(piece));
    sheet.on('end', () => resolve(Buffer.concat(pieces)));
    sheet.on('error', reject);
    sheet.end();
  });

/**
 * Draws the explainer as PDF: one page, with title, language and tags for screen readers, and the same bytes each time. What draws it is
 * fetched with the first sheet, so that no start waits for it. Its fonts are those that every reader of PDF has, for Latin letters alone.
 */
export const explainerDrawing = (): SheetDrawing => {
  const known = new Map<string, Promise<Uint8Array>>();
  const draw = async (words: Words): Promise<Uint8Array> => {
    const Document: typeof PDFDocument = (await import('pdfkit')).default;
    const sheet = new Document({
      ...{ size: 'A4', margin, pdfVersion: '1.7', lang: words.locale, displayTitle: true, tagged: true },
      info: { Title: words.t(explainer.title), CreationDate: new Date(`${explainerRevisedOn}T00:00:00Z`) },
    });
    const root = sheet.struct('Document', {}, [...partsOf(sheet, words)]);
    sheet.addStructure(root);
    root.end();
    return bytesOf(sheet);
  };
  return (words) => {
    const drawn = known.get(words.locale) ?? draw(words);
    known.set(words.locale, drawn);
    // What could not be drawn is tried again.
    drawn.catch(() => known.delete(words.locale));
    return drawn;
  };
};
