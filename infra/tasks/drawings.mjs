// Draws the steps in the Teams admin center for the guide for IT: npm run docs:drawings. The same words give the same bytes.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { steps } from './admin-center-steps.mjs';
import { inRoot, isMain, main } from './project.mjs';

const width = 720;
const left = 190;
const line = 46;
const top = 76;
const menu = ['Manage apps', 'Permission policies', 'Setup policies'];

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

// Colours of their own for either theme, so that a page need not be light or dark.
const style = `text{font:14px "Segoe UI",system-ui,sans-serif;fill:#242424}.b{font-weight:600}.s{font-size:12px;fill:#4a4a4a}.w{fill:#fff;stroke:#8a8a8a}.n{fill:#f0f0f0}.c{fill:#e0e0f5}.f{fill:none;stroke:#6e6e6e}.p{fill:#4f52b2}.i{fill:#fff;font-weight:600}.u{stroke:#4f52b2;stroke-width:3}@media(prefers-color-scheme:dark){text{fill:#f5f5f5}.s{fill:#c8c8c8}.w{fill:#242424;stroke:#7a7a7a}.n{fill:#303030}.c{fill:#3b3d66}.f{stroke:#9a9a9a}.p{fill:#9299f7}.i{fill:#111}.u{stroke:#9299f7}}`;

const text = (x, y, words, kind = '') => `<text x="${x}" y="${y}"${kind && ` class="${kind}"`}>${escaped(words)}</text>`;
const box = (x, y, wide, high, kind) => `<rect x="${x}" y="${y}" width="${wide}" height="${high}" rx="4" class="${kind}"/>`;
const number = (x, y, mark) =>
  mark === undefined
    ? ''
    : `<circle cx="${x}" cy="${y}" r="11" class="p"/><text x="${x}" y="${y + 5}" text-anchor="middle" class="i">${mark}</text>`;

/** Wide enough for the words in any font that a reader may have. */
const room = (words) => Math.round(words.length * 9) + 28;
const inside = left + 54;

const drawn = {
  button: ({ text: words }, y) => box(inside, y, room(words), 32, 'c') + text(inside + 14, y + 21, words, 'b'),
  menu: ({ text: words }, y) => box(inside + 24, y - 8, room(words), 32, 'w') + text(inside + 38, y + 13, words),
  field: ({ label, text: words }, y) =>
    text(inside, y + 21, label, 's') + box(inside + 160, y, 300, 32, 'f') + text(inside + 172, y + 21, words),
  row: ({ text: words }, y) => box(inside, y, 460, 32, 'f') + text(inside + 14, y + 21, `✓ ${words}`),
  note: ({ text: words }, y) => text(inside, y + 21, words, 's'),
  tabs: ({ texts, chosen }, y) => {
    let x = inside;
    return texts
      .map((words) => {
        const at = x;
        x += room(words);
        const under = words === chosen ? `<path d="M${at} ${y + 29}h${room(words) - 28}" class="u"/>` : '';
        return text(at, y + 21, words, words === chosen ? 'b' : '') + under;
      })
      .join('');
  },
};

const navigation = ({ nav }) =>
  text(20, top + 4, 'Teams apps', 'b') +
  menu
    .map((words, at) => {
      const y = top + 18 + at * 38;
      const isHere = words === nav.text;
      return (
        (isHere ? box(12, y, left - 24, 30, 'c') + number(left - 28, y + 15, nav.mark) : '') + text(28, y + 20, words, isHere ? 'b' : '')
      );
    })
    .join('');

/** What a picture says in words: the way through the menus, and each number. */
export const described = ({ nav, parts }) => {
  const done = parts
    .filter(({ mark }) => mark !== undefined)
    .map(({ mark, label, text: words, chosen }) => `${mark}: ${label ? `${label}: ` : ''}${words ?? chosen}`);
  return `Teams admin center. ${nav.mark}: Teams apps, ${nav.text}. ${done.join('. ')}. Drawn from Microsoft’s documentation, not yet walked in a live tenant.`;
};

/** One step as an SVG that reads itself out and follows the reader's theme. */
export const drawingOf = (step) => {
  const high = Math.max(top + 150, top + 40 + step.parts.length * line + 34);
  const body = step.parts
    .map((part, at) => {
      const y = top + 34 + at * line;
      return drawn[part.kind](part, y) + number(left + 28, y + (part.kind === 'menu' ? 8 : 16), part.mark);
    })
    .join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${high}" width="${width}" height="${high}" role="img" aria-labelledby="t d">
<title id="t">${escaped(step.title)}</title>
<desc id="d">${escaped(described(step))}</desc>
<style>${style}</style>
${box(1, 1, width - 2, high - 2, 'w')}
<path d="M2 2h${width - 4}v38h-${width - 4}z" class="n"/>
<path d="M2 40h${left - 2}v${high - 42}h-${left - 2}z" class="n"/>
${text(20, 26, 'Microsoft Teams admin center', 'b')}
${navigation(step)}
${text(left + 20, top, step.heading, 'b')}
${body}
${text(left + 20, high - 14, 'A drawing. Not yet walked in a live tenant.', 's')}
</svg>
`;
};

const fileOf = ({ file }) => inRoot('docs/images', `${file}.svg`);

/** The drawings whose committed file is not what the words give now. */
export const outdatedDrawings = () =>
  steps.filter((step) => !existsSync(fileOf(step)) || readFileSync(fileOf(step), 'utf8') !== drawingOf(step));

if (isMain(import.meta.url))
  await main(() => {
    for (const step of steps) writeFileSync(fileOf(step), drawingOf(step));
  });
