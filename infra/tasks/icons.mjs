// Draws the two icons of the app package: node infra/tasks/icons.mjs
import { writeFileSync } from 'node:fs';
import { writePng } from './png.mjs';
import { inRoot, isMain, main } from './project.mjs';

const indigo = [0x3d, 0x3a, 0x8c];
const white = [0xff, 0xff, 0xff];
const gold = [0xf2, 0xb8, 0x4b];
/** Samples along each side of a pixel; edges are as smooth as their square. */
const samples = 8;

/** How far a point is outside the line of a ring: negative on it. */
const outside = ({ x, radius, line }, px, py) => Math.abs(Math.hypot(px - x, py) - radius) - line / 2;

/** Which of the two rings is seen at a point, from the middle of the picture. The left one is in front above, the right one below. */
const ringAt = ({ offset, radius, line, gap }, px, py) => {
  const left = { x: -offset, radius, line };
  const right = { x: offset, radius, line };
  const [front, back] = py < 0 ? [left, right] : [right, left];
  const before = outside(front, px, py);
  if (before <= 0) return front === left ? 'left' : 'right';
  return before > gap && outside(back, px, py) <= 0 ? (back === left ? 'left' : 'right') : undefined;
};

/** A square picture of two interlocked rings. `colours` are those of the rings; without a ground it is transparent. */
const rings = ({ size, shape, colours, ground }) => {
  const pixels = Buffer.alloc(size * size * 4);
  for (let at = 0; at < size * size; at += 1) {
    const count = { left: 0, right: 0 };
    for (let sample = 0; sample < samples * samples; sample += 1) {
      const px = (at % size) + ((sample % samples) + 0.5) / samples - size / 2;
      const py = Math.floor(at / size) + (Math.floor(sample / samples) + 0.5) / samples - size / 2;
      const ring = ringAt(shape, px, py);
      if (ring !== undefined) count[ring] += 1;
    }
    const drawn = (count.left + count.right) / samples ** 2;
    const part = (channel) =>
      (count.left * colours.left[channel] + count.right * colours.right[channel]) / samples ** 2 + (1 - drawn) * (ground?.[channel] ?? 0);
    const colour = ground === undefined ? white : [0, 1, 2].map((channel) => Math.round(part(channel)));
    pixels.set([...colour, ground === undefined ? Math.round(drawn * 255) : 255], at * 4);
  }
  return { width: size, height: size, pixels };
};

/** Teams rounds the corners itself, and keeps the middle 120 pixels of the colour icon visible in every shape it cuts. */
export const icons = () => ({
  'color.png': rings({
    size: 192,
    shape: { offset: 21, radius: 31.5, line: 11.5, gap: 4 },
    colours: { left: white, right: gold },
    ground: indigo,
  }),
  'outline.png': rings({ size: 32, shape: { offset: 5.8, radius: 8.3, line: 2.5, gap: 1.2 }, colours: { left: white, right: white } }),
});

if (isMain(import.meta.url))
  await main(() => {
    for (const [name, picture] of Object.entries(icons())) writeFileSync(inRoot('appPackage', name), writePng(picture));
  });
