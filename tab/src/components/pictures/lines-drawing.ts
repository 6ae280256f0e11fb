import { type Drawing, fitted, type Shape } from './drawing.js';

const width = 320;

export type Stop = { readonly title: string; readonly when: string; readonly reached: boolean };

const stopHeight = 48;

/** Days below each other along a line, those reached filled and those to come hollow. */
export const daysDrawing = (stops: readonly Stop[]): Drawing => {
  const height = Math.max(1, stops.length) * stopHeight;
  const middle = (at: number): number => at * stopHeight + stopHeight / 2;
  const line: Shape = {
    kind: 'box',
    x: 9,
    y: middle(0),
    width: 2,
    height: Math.max(0, middle(stops.length - 1) - middle(0)),
    tone: 'line',
  };
  const shapes = stops.flatMap(({ title, when, reached }, at): readonly Shape[] => [
    { kind: 'dot', x: 10, y: middle(at), radius: 8, tone: reached ? 'heat-4' : 'quiet' },
    ...(reached ? [] : [{ kind: 'dot', x: 10, y: middle(at), radius: 6, tone: 'paper' } as const]),
    { kind: 'text', x: 32, y: middle(at) - 3, text: fitted(title, width - 32), tone: 'ink', strong: true },
    { kind: 'text', x: 32, y: middle(at) + 15, text: when, tone: 'quiet' },
  ]);
  return { width, height, shapes: stops.length > 1 ? [line, ...shapes] : shapes };
};

export type Bar = { readonly title: string; readonly text: string; readonly part: number; readonly whole: number };

const barHeight = 64;

/** Bars below each other, each filled as far as its part goes. */
export const barsDrawing = (bars: readonly Bar[]): Drawing => ({
  width,
  height: Math.max(1, bars.length) * barHeight,
  shapes: bars.flatMap(({ title, text, part, whole }, at): readonly Shape[] => [
    { kind: 'text', x: 0, y: at * barHeight + 14, text: fitted(title, width), tone: 'ink', strong: true },
    { kind: 'box', x: 0, y: at * barHeight + 21, width, height: 14, tone: 'quiet' },
    { kind: 'box', x: 2, y: at * barHeight + 23, width: width - 4, height: 10, tone: 'paper' },
    { kind: 'box', x: 2, y: at * barHeight + 23, width: whole === 0 ? 0 : ((width - 4) * part) / whole, height: 10, tone: 'heat-4' },
    { kind: 'text', x: 0, y: at * barHeight + 49, text: fitted(text, width), tone: 'quiet' },
  ]),
});
