import type { Block, PrivacyDocument } from './document.js';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'blank':
      return `*${block.text}*`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'table':
      return [row(block.heads), row(block.heads.map(() => '---')), ...block.rows.map(row)].join('\n');
  }
};

/** The document as Markdown, as it lies in `docs`. */
export const markdownOf = ({ title, lead, parts }: PrivacyDocument): string =>
  [`# ${title}`, lead, ...parts.flatMap(({ heading, blocks }) => [`## ${heading}`, ...blocks.map(blockText)])].join('\n\n').concat('\n');
