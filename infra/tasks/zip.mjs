// A zip of a few small files, the same bytes on every machine.
import { crc32 } from 'node:zlib';

/** The first day that the format knows, so that the hour of building leaves no trace. */
const date = (1 << 5) | 1;
const version = 20;

/** What the header before a file and the directory at the end both say of it. Stored as it is: compressors differ between versions of Node. */
const described = (name, data) => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(date, 8);
  fields.writeUInt32LE(crc32(data), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
};

const localOf = ({ name, data }) => Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), described(name, data), Buffer.from(name), data]);

const entryOf = ({ name, data }, offset) => {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(version);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, described(name, data), rest, Buffer.from(name)]);
};

/** Zips files in the given order; names are plain ASCII. */
export const zipOf = (files) => {
  const locals = [];
  const entries = [];
  let offset = 0;
  for (const file of files) {
    entries.push(entryOf(file, offset));
    locals.push(localOf(file));
    offset += locals.at(-1).length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
};
