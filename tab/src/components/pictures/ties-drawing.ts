import type { TieMap } from '@coaching-pairs/shared/pictures/ties';
import { type Drawing, fitted, type Shape, type Tone, widthOf } from './drawing.js';

/** Of a column and of a line; narrower where there are many, so that a desk has room for all of them. */
const cellOf = (count: number): number => (count > 14 ? 28 : 36);
const gap = 2;
const longestName = 168;
const number = 28;

const heats = ['heat-1', 'heat-2', 'heat-3', 'heat-4'] as const satisfies readonly Tone[];

/** How strong a tie looks beside the strongest of the picture. */
const heatOf = (count: number, most: number): (typeof heats)[number] =>
  heats[Math.ceil((count / Math.max(most, heats.length)) * heats.length) - 1] ?? 'heat-1';

/** Each function is a line and, by its number, a column; each two meet once. */
export const tiesDrawing = ({ functions, ties }: TieMap, nameOf: (at: number) => string): Drawing => {
  const cell = cellOf(functions.length);
  const names = functions.reduce((widest, _one, at) => Math.max(widest, widthOf(nameOf(at))), 0);
  const left = number + Math.min(names, longestName) + 8;
  const most = ties.reduce((highest, { count }) => Math.max(highest, count), 0);
  const centre = (at: number): number => at * cell + cell / 2;
  const base = (at: number): number => cell + centre(at) + 5;
  const labels = functions.flatMap((_one, at): readonly Shape[] => [
    { kind: 'text', x: left + centre(at), y: cell / 2 + 5, text: String(at + 1), tone: 'quiet', anchor: 'middle' },
    { kind: 'text', x: 0, y: base(at), text: String(at + 1), tone: 'quiet' },
    { kind: 'text', x: number, y: base(at), text: fitted(nameOf(at), longestName), tone: 'ink' },
  ]);
  const free = functions.flatMap((_one, row) =>
    functions.slice(0, row + 1).map((_other, column): Shape => {
      const [x, y] = [left + centre(column) - 2, cell + centre(row) - 2];
      return { kind: 'box', x, y, width: 4, height: 4, tone: 'line' };
    }),
  );
  const tied = ties.flatMap(({ one, other, count }): readonly Shape[] => {
    const heat = heatOf(count, most);
    const [x, y] = [left + one * cell, cell + other * cell];
    const text = { kind: 'text', text: String(count), x: x + cell / 2, y: base(other), anchor: 'middle', strong: true } as const;
    return [
      { kind: 'box', x: x + gap / 2, y: y + gap / 2, width: cell - gap, height: cell - gap, tone: heat },
      { ...text, tone: heat === 'heat-4' ? 'on-heat' : 'ink' },
    ];
  });
  const side = functions.length * cell;
  return { width: left + side, height: cell + side, shapes: [...labels, ...free, ...tied] };
};
