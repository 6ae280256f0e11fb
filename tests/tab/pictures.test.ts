import { expect, it } from 'vitest';
import { fitted, paperColours, type Shape, type Tone, textSize } from '../../tab/src/components/pictures/drawing.js';
import { barsDrawing, daysDrawing } from '../../tab/src/components/pictures/lines-drawing.js';
import { tiesDrawing } from '../../tab/src/components/pictures/ties-drawing.js';

const lightOf = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: Tone, other: Tone): number => {
  const lights = [lightOf(paperColours[one]), lightOf(paperColours[other])];
  return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
};

it('every word of a picture is legible on paper and in a file, whatever lies below it', () => {
  for (const below of ['paper', 'heat-1', 'heat-2', 'heat-3'] as const) expect(contrast('ink', below), below).toBeGreaterThan(4.5);
  expect(Math.min(contrast('quiet', 'paper'), contrast('on-heat', 'heat-4'))).toBeGreaterThan(4.5);
});

const texts = (shapes: readonly Shape[]): readonly string[] => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

it('[CP-96] each two functions meet once in the picture, with how often they are tied', () => {
  const functions = ['Finance', 'Legal', 'Sales'].map((name) => ({ name, people: 6, functions: 1 }));
  const ties = [
    { one: 0, other: 1, count: 1 },
    { one: 1, other: 2, count: 9 },
  ];
  const { width, height, shapes } = tiesDrawing({ functions, ties }, (at) => functions[at]?.name ?? '');
  expect(texts(shapes)).toEqual(['1', '1', 'Finance', '2', '2', 'Legal', '3', '3', 'Sales', '1', '9']);
  expect(shapes.filter(({ kind, tone }) => kind === 'box' && tone !== 'line').map(({ tone }) => tone)).toEqual(['heat-1', 'heat-4']);
  for (const shape of shapes) expect([shape.x < width, shape.y < height]).toEqual([true, true]);
  expect(tiesDrawing({ functions: [], ties: [] }, () => '').shapes).toEqual([]);
});

it('a long name is cut in the picture, and nothing is drawn outside it', () => {
  expect([fitted('Legal', 100), fitted('a'.repeat(90), 100).length <= 100 / (textSize * 0.56)]).toEqual(['Legal', true]);
  const bars = barsDrawing([{ title: 'a'.repeat(120), text: '0 of 0', part: 0, whole: 0 }]);
  expect(bars.shapes.filter((shape) => shape.kind === 'box' && shape.tone === 'heat-4')).toEqual([expect.objectContaining({ width: 0 })]);
  expect(daysDrawing([]).shapes).toEqual([]);
});
