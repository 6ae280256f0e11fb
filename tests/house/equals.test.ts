import { readdirSync } from 'node:fs';
import { catalogues as sandboxCatalogues } from '@coaching-pairs/local/words/catalogues';
import { catalogues } from '@coaching-pairs/shared/words/catalogues';
import { describe, expect, it } from 'vitest';
import { textOf } from './documented.js';

/** To coach is what both do for each other, and so a verb of both; whoever is called a coach is one of two. */
const ofBoth = [
  /coach each other/giu,
  /\b(?:both|all)(?: are)? coach(?:ed)?\b/giu,
  /each of you coaches and is coached/giu,
  /learnt to coach/giu,
  /nobody is "the coach"/giu,
];
const roles = /\bcoach(?:es|ed|ees?)?\b|\bmentor\w*|\bmentees?\b|prot[ée]g[ée]|\b(?:more )?senior\b|\bjunior\b/giu;

/** What a text calls people that would set one of a pair above the other. */
const rolesIn = (text: string): readonly string[] => ofBoth.reduce((left, both) => left.replace(both, ''), text).match(roles) ?? [];

const inFolder = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path) && !path.endsWith('catalogues.ts'))
    .map((path) => `${folder}/${path}`);

/** What people are given to read outside the catalogue, and in `docs/api.md` the name of every field that travels. */
const pages = [
  ...['README.md', 'CHANGELOG.md', 'appPackage/manifest.json', 'docs/api.md', 'docs/sandbox.md', 'docs/try-it.md', 'docs/matching.md'],
  ...inFolder('docs/guides', /\.md$/u),
];
const code = ['shared/src', 'bot/src', 'tab/src', 'infra/local/src'].flatMap((folder) => inFolder(folder, /\.tsx?$/u));

describe('in a pair both are coaching partners', () => {
  it.each(
    Object.entries({ ...catalogues, ...Object.fromEntries(Object.entries(sandboxCatalogues).map(([of, all]) => [`sandbox ${of}`, all])) }),
  )(
    '[CP-02] no text of the catalogue %s, of which screens, cards, guides, sheets and exports are made, calls one coach, mentor or senior, the other coachee, mentee or junior',
    (_language, catalogue) => {
      for (const [key, text] of Object.entries(catalogue)) expect([key, rolesIn(`${key} ${text}`)]).toEqual([key, []]);
    },
  );

  it.each(pages)('[CP-02] nor does %s', (page) => {
    expect(rolesIn(textOf(page))).toEqual([]);
  });

  it('[CP-02] nor any name or line of the code', () => {
    expect(code.length).toBeGreaterThan(400);
    expect(code.flatMap((path) => rolesIn(textOf(path)).map((role) => `${path}: ${role}`))).toEqual([]);
  });

  it('the search itself finds them, and lets pass what both do', () => {
    for (const text of ['Your coach is Ada', 'Coachee: Ben', 'both coaches', 'the senior partner', 'Mentoring', 'role.coach'])
      expect([text, rolesIn(text)]).not.toEqual([text, []]);
    expect(rolesIn('You both coach and are both coached; you coach each other in Coaching Pairs, as coaching partners.')).toEqual([]);
  });
});
