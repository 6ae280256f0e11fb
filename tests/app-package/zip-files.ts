type ZipFile = { readonly data: Buffer; readonly checksum: number };

/** The files of a zip by its directory, each as its local header says it; for files stored as they are. */
export const filesIn = (bytes: Buffer): ReadonlyMap<string, ZipFile> => {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('This is no zip.');
  const files = new Map<string, ZipFile>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const length = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + length);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    files.set(name, { data: bytes.subarray(start, start + bytes.readUInt32LE(local + 18)), checksum: bytes.readUInt32LE(at + 16) });
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
};
