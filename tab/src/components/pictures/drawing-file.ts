import { type Drawing, paperColours, type Shape, textSize } from './drawing.js';

const scale = 2;
const border = 24;
const head = 40;
const family = '"Segoe UI", system-ui, sans-serif';

const draw = (canvas: CanvasRenderingContext2D, shape: Shape): void => {
  canvas.fillStyle = paperColours[shape.tone];
  if (shape.kind === 'box') canvas.fillRect(shape.x, shape.y, shape.width, shape.height);
  if (shape.kind === 'dot') {
    canvas.beginPath();
    canvas.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
    canvas.fill();
  }
  if (shape.kind === 'text') {
    canvas.font = `${shape.strong === true ? '600 ' : ''}${textSize}px ${family}`;
    canvas.textAlign = shape.anchor === 'middle' ? 'center' : 'start';
    canvas.fillText(shape.text, shape.x, shape.y);
  }
};

/** A drawing as a PNG file on white, below its title; null where the browser makes none. */
export const pngOf = async (drawing: Drawing, title: string): Promise<Blob | null> => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.font = `600 16px ${family}`;
  const width = Math.max(drawing.width, Math.ceil(context.measureText(title).width)) + 2 * border;
  canvas.width = width * scale;
  canvas.height = (drawing.height + head + 2 * border) * scale;
  context.scale(scale, scale);
  context.fillStyle = paperColours.paper;
  context.fillRect(0, 0, width, canvas.height / scale);
  context.fillStyle = paperColours.ink;
  context.font = `600 16px ${family}`;
  context.fillText(title, border, border + 16);
  context.translate(border, border + head);
  for (const shape of drawing.shapes) draw(context, shape);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
};
