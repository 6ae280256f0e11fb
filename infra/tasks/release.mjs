// Makes what a release consists of: npm run release [-- --out folder]. The same commit gives the same bytes wherever it is made.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { releaseOf } from '../deploy/release.mjs';
import { buildProduct } from './build.mjs';
import { checkLockfile } from './lockfile.mjs';
import { checkExceptions } from './policy.mjs';
import { inRoot, isMain, json, main } from './project.mjs';
import { billOf, billText } from './sbom.mjs';
import { checkSecrets } from './secrets.mjs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** The files of a release by their names: the build, what is inside of it, what it was made with, and a checksum of each. */
export const releaseFiles = (built, lockfile) => {
  const { version } = lockfile.packages[''];
  const { mark, bytes } = releaseOf(built);
  const files = {
    [`coaching-pairs-${version}.zip`]: bytes,
    'sbom.json': readFileSync(join(built, 'sbom.json')),
    'lockfile-sbom.json': Buffer.from(billText(billOf(lockfile))),
  };
  const sums = Object.entries(files).map(([name, data]) => `${sha256(data)}  ${name}\n`);
  return { mark, files: { ...files, 'checksums.txt': Buffer.from(sums.join('')) } };
};

if (isMain(import.meta.url))
  await main(async () => {
    checkExceptions(new Date().toISOString().slice(0, 10));
    checkLockfile();
    checkSecrets();
    const position = process.argv.indexOf('--out');
    const target = resolve(process.env.INIT_CWD ?? '.', position < 0 ? 'release' : (process.argv[position + 1] ?? 'release'));
    const built = mkdtempSync(join(tmpdir(), 'release-'));
    try {
      await buildProduct(built);
      checkSecrets(built);
      const { mark, files } = releaseFiles(built, json(inRoot('package-lock.json')));
      mkdirSync(target, { recursive: true });
      for (const [name, data] of Object.entries(files)) writeFileSync(join(target, name), data);
      process.stdout.write(`${files['checksums.txt']}Build ${mark} in ${target}\n`);
    } finally {
      rmSync(built, { recursive: true, force: true });
    }
  });
