// Reads and writes the one kind of PNG that icons are made of: eight bits a channel, not interlaced.
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { Refusal } from './project.mjs';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bytes of one pixel by the colour type: with and without transparency. */
const channelsOf = { 2: 3, 6: 4 };

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
};

/** A PNG of `pixels`, four bytes each: red, green, blue, opacity. */
export const writePng = ({ width, height, pixels }) => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  const lines = Array.from({ length: height }, (_, y) => Buffer.from([0, ...pixels.subarray(y * width * 4, (y + 1) * width * 4)]));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const chunksOf = (bytes) => {
  const found = [];
  for (let at = signature.length; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return found;
};

const nearest = (left, above, corner) => {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(guess - value));
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
};

/** What each of the five filters of the format adds to a byte. */
const added = [
  () => 0,
  (left) => left,
  (_left, above) => above,
  (left, above) => (left + above) >> 1,
  (left, above, corner) => nearest(left, above, corner),
];

const unfiltered = (raw, stride, channels) => {
  const lines = [];
  for (let at = 0; at + stride < raw.length; at += stride + 1) {
    const [filter, line, above] = [added[raw[at]], Buffer.alloc(stride), lines.at(-1) ?? Buffer.alloc(stride)];
    if (filter === undefined) throw new Refusal('is damaged');
    for (let x = 0; x < stride; x += 1) {
      const before = (of) => (x < channels ? 0 : of[x - channels]);
      line[x] = raw[at + 1 + x] + filter(before(line), above[x], before(above));
    }
    lines.push(line);
  }
  return lines;
};

/** Width, height and the pixels of a PNG, always with opacity. Refused with half a sentence, to be put behind the file's name. */
export const readPng = (bytes) => {
  if (!bytes.subarray(0, 8).equals(signature)) throw new Refusal('is not a PNG file');
  const chunks = chunksOf(bytes);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  const channels = header?.length === 13 && header[8] === 8 && header[12] === 0 ? channelsOf[header[9]] : undefined;
  if (channels === undefined) throw new Refusal('must be saved with eight bits a channel, without a palette and not interlaced');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const lines = unfiltered(raw, width * channels, channels);
  if (lines.length !== height) throw new Refusal('is damaged');
  const pixels = Buffer.alloc(width * height * 4, 255);
  for (const [y, line] of lines.entries()) {
    for (let x = 0; x < width; x += 1) line.copy(pixels, (y * width + x) * 4, x * channels, (x + 1) * channels);
  }
  return { width, height, pixels };
};
