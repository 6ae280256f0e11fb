// @vitest-environment jsdom
import { plain } from '@coaching-pairs/bot/cards/card';
import { invitationCard } from '@coaching-pairs/bot/cards/invitation-card';
import { pairCard, proposalCard } from '@coaching-pairs/bot/cards/proposal-card';
import { groundRules } from '@coaching-pairs/shared/guidance/ground-rules';
import { AdaptiveCard, SerializationContext } from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import { untranslated } from '../../pseudo.js';
import {
  aisha,
  asked,
  elementsOf,
  everyCard,
  makerFor,
  paired,
  question,
  roundWith,
  someone,
  textsOf,
  tom,
  waiting,
} from './every-card.js';

const english = makerFor('en-GB');
const cards = everyCard(english);

describe('every card in every state', () => {
  it.each(cards)('$name is what the renderer of Teams understands, small, and can be clicked by every client', ({ card }) => {
    const context = new SerializationContext();
    const parsed = new AdaptiveCard();
    // The renderer checks the language with an expression that remembers the last card, so that it refuses every second one.
    const { lang, ...rest } = card;
    expect(lang).toMatch(/^[a-z]{2,3}$/u);
    parsed.parse(rest, context);
    expect(Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message)).toEqual([]);
    expect(parsed.validateProperties().validationEvents).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
    for (const element of elementsOf(card['actions']).filter(({ type }) => type === 'Action.Execute')) {
      expect(element).toMatchObject({ fallback: { type: 'Action.Submit', title: element['title'], data: { verb: element['verb'] } } });
    }
  });

  it('[S-24] has at most six actions', () => {
    for (const { name, card } of cards) {
      const { actions } = card;
      expect([name, Array.isArray(actions) && actions.length >= 1 && actions.length <= 6]).toEqual([name, true]);
    }
  });

  it('asks for its present state wherever that can still change, and for nothing else', () => {
    for (const { name, card, changes } of cards) expect([name, card['refresh'] !== undefined]).toEqual([name, changes]);
  });

  it('accepts in one tap and declines in one: both buttons are on the card, with nothing to fill in', () => {
    const card = proposalCard(english, roundWith({ match: asked(tom) }), 'p1');
    const verbs = elementsOf(card['actions']).flatMap(({ type, verb }) => (type === 'Action.Execute' ? [verb] : []));
    expect(verbs).toEqual(['acceptProposal', 'declineProposal']);
    expect(elementsOf(card).filter(({ type }) => String(type).startsWith('Input.'))).toEqual([]);
  });

  it('[CP-71] with the pair comes the guide to skim before the first meeting, one tap away', () => {
    const formed = cards.filter(({ name }) => name.startsWith('pair of '));
    expect(formed.length).toBeGreaterThan(0);
    for (const { name, card } of formed) {
      expect([name, textsOf(card).join(' ')]).toEqual([name, expect.stringContaining('Skim the guide to using your time well.')]);
      const links = elementsOf(card['actions']).map(({ url }) => decodeURIComponent(String(url)));
      expect([name, links.some((url) => url.includes('round/spring/prepare'))]).toEqual([name, true]);
    }
  });

  it('[CP-41] with the pairs comes the way to the sessions, for whoever is in one', () => {
    const ways = cards
      .filter(({ name }) => name.startsWith('announced, '))
      .map(({ name, card }) => [name, elementsOf(card['actions']).some(({ url }) => String(url).includes('sessions'))] as const);
    expect(ways.filter(([, leads]) => leads).map(([name]) => name)).toEqual(['announced, paired', 'announced, paired, three']);
  });

  it('leaves no text untranslated: in the pseudo-locale all but names and facts stands in brackets', () => {
    const facts = [tom, aisha, roundWith().leader, roundWith().peoplePartner].flatMap(({ name, functionName }) => [
      name,
      functionName ?? name,
    ]);
    for (const { name, card } of everyCard(makerFor('qps-ploc'))) {
      const texts = textsOf(card).filter((text) => !text.includes('steps apart'));
      expect([name, untranslated(texts, [...facts, roundWith().name, tom.id, aisha.id])]).toEqual([name, []]);
    }
  });
});

describe('what cards say', () => {
  const said = textsOf;

  it('[CP-60] that nobody outranks anybody stands on the invitation, the match and the pair, of two and of three', () => {
    const invited = roundWith({ state: 'inviting', answer: 'none' });
    const shown = [
      invitationCard(english, invited, false),
      invitationCard(english, invited, true),
      ...[asked(tom), asked(tom, aisha)].map((match) => proposalCard(english, roundWith({ match }), 'p1')),
      ...[paired(tom), paired(tom, aisha)].map((match) => pairCard(english, roundWith({ match }), match)),
    ];
    for (const card of shown) expect(said(card).join(' ')).toContain('nobody outranks anybody');
  });

  it('[CP-63] that no training is needed stands on the invitation that tells more', () => {
    expect(said(invitationCard(english, roundWith({ state: 'inviting', answer: 'none' }), true)).join(' ')).toContain(
      'No training is needed',
    );
  });

  it('[C-01] who sees the answer stands on the invitation before it is given', () => {
    const texts = said(invitationCard(english, roundWith({ state: 'inviting', answer: 'none' }), false)).join(' ');
    expect(texts).toContain('Who sees your answer');
    expect(texts).toContain('only the people partner and the administrators');
  });

  it('[CP-24] the match rests on trust and asks one question, without a score', () => {
    const texts = said(proposalCard(english, roundWith({ match: asked(tom) }), 'p1')).join(' ');
    expect(texts).toContain('Could I be open with this person, and they with me?');
    expect(texts).toContain('trust and respect');
    expect(said(proposalCard(english, roundWith({ match: asked(tom, aisha) }), 'p1')).join(' ')).toContain('with these two');
    expect(texts).not.toMatch(/\d+ ?%|\bscore\b|\bpoints\b/iu);
  });

  it('[CP-33] being reworked reads the same for whoever said no and for the other; before a no the reader learns what may be guessed', () => {
    const round = roundWith({ match: { kind: 'being-reworked' } });
    expect(JSON.stringify(proposalCard(english, round, 'p1'))).not.toContain('Tom');
    expect(said(proposalCard(english, roundWith({ match: asked(tom) }), 'p1')).join(' ')).toContain('They may guess');
  });

  it('[CP-61] functions are shown and titles are not: a card is given none', () => {
    expect(Object.keys(tom)).toEqual(['id', 'name', 'functionName']);
    expect(said(proposalCard(english, roundWith({ match: asked(tom) }), 'p1'))).toContain('We suggest Tom Berger (Technology).');
  });

  it('a trio is called one, and its other two are partners', () => {
    const match = paired(tom, aisha);
    const texts = said(pairCard(english, roundWith({ match }), match)).join(' ');
    expect(texts).toContain("You, Tom Berger and Aisha O'Neil-Schäfer are a coaching trio");
    expect(texts).toContain('your coaching partners are Tom Berger (Technology) and');
  });

  it('[CP-61] the hour is split evenly, which the invitation says and the ground rules repeat', () => {
    for (const more of [false, true]) {
      const invitation = said(invitationCard(english, roundWith({ state: 'inviting', answer: 'none' }), more)).join(' ');
      expect(invitation).toContain('half the time each');
    }
    expect(groundRules).toContain('guidance.rule.bothWays');
    expect(english.words.t('guidance.rule.bothWays')).toContain('Half of every hour belongs to each.');
  });

  it('[CP-61] a trio is told, before it answers and after, that it meets in thirds; a pair has its hour', () => {
    const cards = (...partners: Parameters<typeof asked>) => {
      const open = proposalCard(english, roundWith({ match: asked(...partners) }), 'p1');
      const match = paired(...partners);
      return [open, pairCard(english, roundWith({ match }), match)].map((card) => said(card).join(' '));
    };
    const [open, formed] = cards(tom, aisha);
    expect(open).toContain('75 minutes, a third of them for each of you. It forms only when all three have said yes.');
    expect(formed).toContain('find 75 minutes for your first conversation: a third of them for each of you');
    expect(cards(tom).join(' ')).not.toMatch(/75 minutes|three/u);
    expect(cards(tom)[1]).toContain('find an hour');
  });

  it('once the last day for an answer is over, no card asks for one by then, and each says that it still counts', () => {
    const late = makerFor('en-GB', '2027-01-02');
    const cards = [
      invitationCard(late, roundWith({ state: 'inviting', answer: 'none' }), false),
      proposalCard(late, roundWith({ match: asked(tom) }), 'p1'),
      proposalCard(late, roundWith({ match: asked(tom), questions: [question('p2', aisha)] }), 'p2'),
    ].map((card) => said(card).join(' '));
    for (const card of cards) {
      expect(card).toContain('Answers were asked for by');
      expect(card).toContain('Yours still counts.');
      expect(card).not.toMatch(/answer by/u);
    }
  });

  it('after the round has gone on, an old invitation promises nothing any more', () => {
    const over = { state: 'active', canAnswer: false } as const;
    const texts = (own: Parameters<typeof roundWith>[0]) => said(invitationCard(english, roundWith({ ...over, ...own }), false)).join(' ');
    expect(texts({})).not.toMatch(/As soon as|change your mind/u);
    expect(texts({ match: paired(tom) })).toContain('Your coaching partner is Tom Berger (Technology).');
    expect(texts({ answer: 'sitting-out' })).not.toContain('still join');
  });
});

describe('[S-14] what organisers say in their own words', () => {
  const said = { text: 'I begin this round myself.\n\n  Come and see.\u202E ', by: someone('Priya Raman', 'People') };
  const saying = { ownWords: { invitation: said, match: said } };
  const boxed = {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Medium',
    items: [
      { type: 'TextBlock', text: 'Priya Raman writes', wrap: true, weight: 'Bolder', spacing: 'Medium' },
      { type: 'TextBlock', text: 'I begin this round myself.', wrap: true },
      { type: 'TextBlock', text: 'Come and see.', wrap: true },
    ],
  };
  const invited = { state: 'inviting', answer: 'none' } as const;

  it.each([
    ['the invitation', invitationCard(english, roundWith({ ...invited, ...saying }), false)],
    ['its reminder', invitationCard(english, roundWith({ ...invited, ...saying }), false, true)],
    ['a match', proposalCard(english, roundWith({ match: asked(tom), ...saying }), 'p1')],
    ['a match that somebody else suggested', proposalCard(english, roundWith({ questions: [question('p2', aisha)], ...saying }), 'p2')],
  ])('stands on %s in a box of its own, under the name of whoever says it', (_name, card) => {
    expect(card['body']).toContainEqual(boxed);
  });

  it('leaves no trace where nobody says anything, and is gone once it was answered', () => {
    const silent = [
      invitationCard(english, roundWith(invited), false),
      invitationCard(english, roundWith({ ...saying, state: 'inviting', answer: 'joined' }), false),
      proposalCard(english, roundWith({ match: waiting(tom), ...saying }), 'p1'),
    ];
    for (const card of silent)
      expect(said.text.split('\n').some((line) => JSON.stringify(card).includes(line.trim() || 'writes'))).toBe(false);
  });
});

describe('[S-14] names and other texts of people', () => {
  it.each([
    ["Aisha O'Neil-Schäfer", "Aisha O'Neil-Schäfer"],
    ['R&D', 'R&D'],
    ['Jean-Luc  de  la Tour', 'Jean-Luc de la Tour'],
    ['李小龙', '李小龙'],
    ['Anne (Sales)', 'Anne (Sales)'],
    ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
    ['<at>Sam</at>', '\\<at\\>Sam\\</at\\>'],
    ['**bold** _and_ `code`', '\\*\\*bold\\*\\* \\_and\\_ \\`code\\`'],
    ['- item', '\\- item'],
    ['1. first', '1\\. first'],
    ['two\nlines', 'two lines'],
    ['{{DATE(2026-11-20T09:00:00Z, LONG)}}', '{ {DATE(2026-11-20T09:00:00Z, LONG)}}'],
  ])('%s', (name, shown) => {
    expect(plain(name)).toBe(shown);
  });

  it('stay text wherever a card shows them', () => {
    const evil = '[x](https://evil.example) <at>Sam</at> **now**';
    const match = asked(someone(evil, evil));
    const said = { text: evil, by: someone(evil) };
    const people = { leader: someone(evil), peoplePartner: someone(evil) };
    const own = { name: evil, ...people, ownWords: { invitation: said, match: said }, match: { ...match, reasons: [evil] } };
    for (const { name, card } of [...everyCard(english, own), { name: 'asked', card: proposalCard(english, roundWith(own), 'p1') }])
      for (const text of textsOf(card)) expect([name, text.match(/(?<!\\)\[x|(?<!\\)<at|(?<!\\)\*\*/u)]).toEqual([name, null]);
  });
});
