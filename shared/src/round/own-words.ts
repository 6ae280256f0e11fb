import { type OwnWords, paragraphsOf, type WordedCard, wordedCards } from '../guidance/own-words.js';
import { err, ok, type Result } from '../result.js';
import { inState, type Round, type RoundRefusal, type RoundState } from './round.js';

/** Until the card is sent for the first time; from then on everybody is to read the same. */
const writtenIn = {
  invitation: ['draft', 'kick-off'],
  match: ['draft', 'kick-off', 'inviting', 'matching'],
} as const satisfies Readonly<Record<WordedCard, readonly RoundState[]>>;

/** The cards that are sent in a round of this mode: where partners are chosen in the open, no match is put to anybody by organisers. */
export const wordedIn = ({ mode }: Pick<Round, 'mode'>): readonly WordedCard[] =>
  wordedCards.filter((card) => card === 'invitation' || mode === 'proposed');

/** Whether words may still be written on a card. Refused once it has been sent, and where the round sends no such card. */
export const canWord = (round: Round, card: WordedCard): Result<Round, RoundRefusal> =>
  wordedIn(round).includes(card) ? inState(round, ...writtenIn[card]) : err({ code: 'other-mode', mode: round.mode });

export const wordsOn = ({ ownWords }: Pick<Round, 'ownWords'>, card: WordedCard): OwnWords | null =>
  ownWords.find((one) => one.card === card) ?? null;

/** Writes words on a card in the place of those before; none takes them away. What is written as it was keeps its author and its day. */
export const writeOwnWords = (round: Round, written: OwnWords): Result<Round, RoundRefusal> => {
  const open = canWord(round, written.card);
  if (!open.ok) return open;
  const text = paragraphsOf(written.text).join('\n');
  if (text === (wordsOn(round, written.card)?.text ?? '')) return ok(round);
  const others = round.ownWords.filter(({ card }) => card !== written.card);
  return ok({ ...round, ownWords: text === '' ? others : [...others, { ...written, text }] });
};
