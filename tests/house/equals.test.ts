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

/** 2:2 Coaching has words of its own, which stand in messages, rooms and routes of its own (tension 7). */
const ofTwoTwo = {
  message: /^(?:twoTwo|tab\.twoTwo|coaches|coordinator|explainer|audit\.act\.engagement)\.|^refused\.(?:twoTwo|coach(?!ing))/u,
  room: /[/-](?:engagements?|coach(?:es)?|two-two)(?:[/.-]|$)/u,
  /** Where the rest of the house names such a room: the path of a file, a kind of row, a store, a part of an answer. */
  naming: /(?<='seen', )'coach'|\/coach(?:es)?(?=[/.'-])|\.coaches\b|\btwoTwo\.coach\b|\bcoach(?:es)?(?=:|,? \})/gu,
  /** The chapters of docs/api.md about its routes, and of other pages about it. */
  chapter: /^## .*\n\n`[A-Z]+ \/api\/two-two|^## .*2:2 Coaching/u,
  /** A point of a list that says that it is about it. */
  point: /^- .*2:2 Coaching.*$/gmu,
  /** Its own guide. */
  guide: 'guides/coaches.md',
  /** What of it stands in an answer about somebody as a whole. */
  part: /^- `(?:twoTwo|engagements)`:.*\n(?: {2,}-.*\n)*/gmu,
};
const withoutTheirs = (page: string): string =>
  page
    .split(/^(?=## )/mu)
    .filter((chapter) => !ofTwoTwo.chapter.test(chapter))
    .join('')
    .replace(ofTwoTwo.part, '')
    .replace(ofTwoTwo.point, '')
    .replaceAll(ofTwoTwo.guide, '');
/** What nobody is called in it, as nobody in a pair is called a client or a sponsor. */
const partners = /\b(?:coaching )?partners?\b/giu;
const clients = /\bclients?\b|\bsponsors?\b/giu;

const inFolder = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path) && !path.endsWith('catalogues.ts'))
    .map((path) => `${folder}/${path}`);

/** What people are given to read outside the catalogue, and in `docs/api.md` the name of every field that travels. */
const pages = [
  ...['README.md', 'CHANGELOG.md', 'appPackage/manifest.json', 'docs/api.md', 'docs/sandbox.md', 'docs/try-it.md', 'docs/matching.md'],
  ...inFolder('docs/guides', /\.md$/u).filter((path) => !path.endsWith(ofTwoTwo.guide)),
];
const code = ['shared/src', 'bot/src', 'tab/src', 'infra/local/src'].flatMap((folder) => inFolder(folder, /\.tsx?$/u));

describe('in a pair both are coaching partners', () => {
  it.each(
    Object.entries({ ...catalogues, ...Object.fromEntries(Object.entries(sandboxCatalogues).map(([of, all]) => [`sandbox ${of}`, all])) }),
  )(
    '[CP-02] no text of the catalogue %s, of which screens, cards, guides, sheets and exports are made, calls one coach, mentor or senior, the other coachee, mentee or junior',
    (language, catalogue) => {
      for (const [key, text] of Object.entries(catalogue).filter(([key]) => !ofTwoTwo.message.test(key)))
        expect([key, [...rolesIn(`${key} ${text}`), ...(language.startsWith('sandbox') ? [] : (text.match(clients) ?? []))]]).toEqual([
          key,
          [],
        ]);
    },
  );

  it.each(Object.entries(catalogues))(
    '[CP-02] nor does the catalogue %s call anybody in 2:2 Coaching a partner: both ways of coaching keep their words to themselves',
    (_language, catalogue) => {
      const texts = Object.entries(catalogue).filter(([key]) => ofTwoTwo.message.test(key));
      expect(texts.length).toBeGreaterThan(90);
      for (const [key, text] of texts) expect([key, text.match(partners) ?? []]).toEqual([key, []]);
    },
  );

  it.each(pages)('[CP-02] nor does %s', (page) => {
    expect(rolesIn(withoutTheirs(textOf(page)))).toEqual([]);
  });

  it('[CP-02] nor any name or line of the code', () => {
    expect(code.length).toBeGreaterThan(400);
    const ofPairs = code.filter((path) => !ofTwoTwo.room.test(`/${path}`));
    expect(ofPairs.flatMap((path) => rolesIn(textOf(path).replace(ofTwoTwo.naming, '')).map((role) => `${path}: ${role}`))).toEqual([]);
  });

  it('the search itself finds them, and lets pass what both do', () => {
    for (const text of ['Your coach is Ada', 'Coachee: Ben', 'both coaches', 'the senior partner', 'Mentoring', 'role.coach'])
      expect([text, rolesIn(text)]).not.toEqual([text, []]);
    expect(
      rolesIn(
        withoutTheirs(
          '## a\n\n`GET /api/two-two/a`\n\ncoach\n\n## b\n\n`GET /api/b`\n\n- `twoTwo`: these:\n  - `coach`: yes or no\n- `of`: coach',
        ),
      ),
    ).toEqual(['coach']);
    expect(rolesIn(withoutTheirs('## 2:2 Coaching\n\na coach\n\n## b\n\n- 2:2 Coaching has coaches\n- nobody is a mentor'))).toEqual([
      'mentor',
    ]);
    for (const [path, isTheirs] of [
      ['shared/src/engagement/terms.ts', true],
      ['bot/src/api/engagement-handlers.ts', true],
      ['bot/src/workflows/coaches/switch.ts', true],
      ['bot/src/workflows/pair/agree.ts', false],
      ['shared/src/wire/coaching.ts', false],
    ] as const)
      expect([path, ofTwoTwo.room.test(`/${path}`)]).toEqual([path, isTheirs]);
    expect(rolesIn('You both coach and are both coached; you coach each other in Coaching Pairs, as coaching partners.')).toEqual([]);
  });
});
