import { paragraphsOf, type WordedCard } from '@coaching-pairs/shared/guidance/own-words';
import { instant, personId } from '@coaching-pairs/shared/ids';
import { canWord, wordedIn, wordsOn, writeOwnWords } from '@coaching-pairs/shared/round/own-words';
import { roundStates } from '@coaching-pairs/shared/round/round';
import { describe, expect, it } from 'vitest';
import { roundsFor, value } from '../round/people.js';

const { draft: round } = roundsFor();
const written = (text: string, card: WordedCard = 'invitation', by = 'priya') => ({
  ...{ card, text, by: personId(by), at: instant('2026-11-20T09:00:00.000Z') },
});

describe('what organisers say on cards in their own words', () => {
  it('is plain text in short paragraphs: no empty lines, no control signs, nothing that turns the writing round', () => {
    expect(paragraphsOf(' One \r\n\r\n two\t words\u0007 \u202Eevil\u2069\n')).toEqual(['One', 'two words evil']);
    expect(paragraphsOf('a\nb\nc\nd\ne')).toEqual(['a', 'b', 'c', 'd e']);
    expect(paragraphsOf(' \n ')).toEqual([]);
  });

  it('says who wrote it and when; what is written as it was keeps both, and an empty text takes it away', () => {
    const first = value(writeOwnWords(round, written(' I begin this myself.\n\nCome. ')));
    expect(wordsOn(first, 'invitation')).toEqual(written('I begin this myself.\nCome.'));
    expect(value(writeOwnWords(first, { ...written('I begin this myself.\nCome.'), by: personId('omar') }))).toBe(first);
    const both = value(writeOwnWords(first, written('Trust it.', 'match', 'omar')));
    expect(value(writeOwnWords(both, written(' \n'))).ownWords).toEqual([written('Trust it.', 'match', 'omar')]);
  });

  it('is changed until its card is sent for the first time, and never after', () => {
    const openFor = (card: WordedCard) => roundStates.filter((state) => canWord({ ...round, state }, card).ok);
    expect(openFor('invitation')).toEqual(['draft', 'kick-off']);
    expect(openFor('match')).toEqual(['draft', 'kick-off', 'inviting', 'matching']);
  });

  it('[CP-31] stands on no match where partners are chosen in the open', () => {
    const open = { ...round, mode: 'open-choice' } as const;
    expect(wordedIn(open)).toEqual(['invitation']);
    expect(writeOwnWords(open, written('Trust it.', 'match'))).toEqual({ ok: false, error: { code: 'other-mode', mode: 'open-choice' } });
  });
});
