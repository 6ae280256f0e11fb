import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const passedOver = new Set(['node_modules', 'dist', '.git', '.data', '.cache', '.output', 'coverage']);

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !passedOver.has(entry.name))
    .flatMap((entry) => [join(folder, entry.name), ...foldersIn(join(folder, entry.name))]);

const folders = foldersIn(root);
const manifests = ['', 'shared', 'bot', 'tab', 'tests', 'infra/local'].map((name) => join(root, name, 'package.json'));

type Manifest = { readonly [kind in 'dependencies' | 'devDependencies']?: Readonly<Record<string, string>> };

describe('the repository', () => {
  it('has no drawer for whatever has no name', () => {
    const drawers = folders.filter((folder) => /[\\/](utils|helpers|services|common|misc)$/.test(folder));
    expect(drawers.map((folder) => relative(root, folder))).toEqual([]);
  });

  it('pins every package it names to one version', () => {
    const loose = manifests.flatMap((path) => {
      const manifest: Manifest = JSON.parse(readFileSync(path, 'utf8'));
      const named = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
      return named.filter(([name, version]) => !name.startsWith('@coaching-pairs/') && !/^\d+\.\d+\.\d+(?:-beta\.\d+)?$/.test(version));
    });
    expect(loose).toEqual([]);
  });

  it('installs without running anybody’s scripts', () => {
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toContain('ignore-scripts=true');
  });

  it('keeps a checksum of every package, and no host, in the lockfile', () => {
    const { packages }: { packages: Record<string, { link?: boolean; integrity?: string; resolved?: string }> } = JSON.parse(
      readFileSync(join(root, 'package-lock.json'), 'utf8'),
    );
    const foreign = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && link !== true);
    expect(foreign.filter(([, { integrity, resolved }]) => integrity === undefined || resolved !== undefined)).toEqual([]);
    expect(foreign.length).toBeGreaterThan(300);
  });
});
