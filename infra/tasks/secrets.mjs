// Looks through the files of the project for what has the shape of a secret.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Refusal, root } from './project.mjs';

/** The shapes, by what they are called in a sentence. Each is long enough that a word about it is not taken for one. */
const shapes = {
  'a private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  'a client secret of Entra': /(?<![\w~.-])[\w~.-]{3}[78]Q~[\w~.-]{31,34}(?![\w~.-])/,
  'a storage key': /AccountKey=[A-Za-z0-9+/]{60,}={0,2}/,
  'a shared access signature': /[?&]sig=[A-Za-z0-9%+/]{40,}/,
  'a signed token': /\beyJ[\w-]{16,}\.eyJ[\w-]{16,}\.[\w-]{32,}/,
  'a token of GitHub': /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{60,})/,
  'a token of npm': /\bnpm_[A-Za-z0-9]{36,}/,
  'a token of Slack': /\bxox[abprs]-[A-Za-z0-9-]{20,}/,
  'a key of Amazon': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  'a key of Google': /\bAIza[\w-]{35}\b/,
  'a name and password in an address': /\bhttps?:\/\/[^\s/:@'"`$]+:[^\s/:@'"`$]{6,}@[\w-]+\./,
  'a token of a package registry': /_authToken\s*=\s*[^\s$]{8,}/,
};

/**
 * What packages hold and what opens nothing: the key that every copy of the storage emulator is born with, and what examples of
 * addresses are written with.
 */
const harmless = [
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
  'username:password@',
  'REDACTED:REDACTED@',
];

/** The names of the shapes that a text holds. */
export const secretsIn = (text) => {
  const own = harmless.reduce((left, one) => left.replaceAll(one, ''), text);
  return Object.keys(shapes).filter((name) => shapes[name].test(own));
};

const passedOver = new Set(['node_modules', 'dist', '.git', '.data', '.cache', '.output', 'coverage']);
const pictures = /\.(?:png|ico|woff2?|zip|tsbuildinfo)$/;

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return passedOver.has(entry.name) ? [] : filesIn(path);
    return entry.isFile() && !pictures.test(entry.name) ? [path] : [];
  });

/** Every file at fault under a folder, with what was found there; never the secret itself. */
export const secretsUnder = (folder) =>
  filesIn(folder).flatMap((path) => secretsIn(readFileSync(path, 'utf8')).map((name) => `${relative(folder, path)} holds ${name}`));

/** What was ever added, by the commit that added it: `<commit> holds <shape>`; for a text as `git log -p --format=%x00%H` writes it. */
export const secretsAdded = (log) =>
  log.split('\0').flatMap((commit) => {
    const added = commit.split('\n').filter((line) => line.startsWith('+') && !line.startsWith('+++'));
    return secretsIn(added.map((line) => line.slice(1)).join('\n')).map((name) => `${commit.slice(0, 12)} holds ${name}`);
  });

/** The same of this project, as far back as this checkout goes. A secret that was taken out again is one that somebody has read. */
export const secretsInHistory = () => {
  const args = ['log', '-p', '--no-color', '--no-ext-diff', '--unified=0', '--format=%x00%H'];
  return secretsAdded(execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 }));
};

/** Refuses a project, or another folder such as a build, in which something has the shape of a secret (S-15, S-22). */
export const checkSecrets = (folder = root) => {
  const found = secretsUnder(folder);
  if (found.length > 0) throw new Refusal(`${found.join('; ')}. Take it out, and make it void where it comes from.`);
};
