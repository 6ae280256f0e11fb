import { type WordedCard, type OwnWords as Written, wordedCards } from '@coaching-pairs/shared/guidance/own-words';
import type { OperationId, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { canWord, wordedIn, wordsOn, writeOwnWords } from '@coaching-pairs/shared/round/own-words';
import { isAdministrator, type Round } from '@coaching-pairs/shared/round/round';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import type { OwnWords } from '@coaching-pairs/shared/wire/own-words';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { changeAsAdministrator, readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { namedIn, organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';

type About = { readonly roundId: RoundId; readonly actor: Actor };
type Naming = (id: PersonId) => Named;

const saidOn = (round: Round, card: WordedCard, named: Naming): MyRound['ownWords'][WordedCard] => {
  const said = wordsOn(round, card);
  return said === null ? null : { text: said.text, by: named(said.by) };
};

type Reading = Pick<MyRound, 'answer' | 'canAnswer' | 'match' | 'questions'>;

/** What organisers say in their own words beside what is asked of somebody now: the same for every invitation, and for every match (CP-31). */
export const ownWordsFor = (round: Round, { answer, canAnswer, match, questions }: Reading, named: Naming): MyRound['ownWords'] => ({
  invitation: canAnswer && answer === 'none' ? saidOn(round, 'invitation', named) : null,
  match: round.mode === 'proposed' && (match.kind === 'asked' || questions.length > 0) ? saidOn(round, 'match', named) : null,
});

/** What was said in the round before; nothing of a round that the reader does not administer (S-10). */
const saidBefore = async (deps: Deps, { follows }: Round, actor: Actor): Promise<readonly Written[]> => {
  const before = follows === null ? null : await deps.rounds.round(follows);
  return before !== null && isAdministrator(before.value, actor.personId) ? before.value.ownWords : [];
};

/** What the organisers say on cards in their own words, for administrators of the round. */
export const ownWordsOf = async (deps: Deps, { roundId, actor }: About): Promise<Result<OwnWords, Refusal>> => {
  const all = await readAsAdministrator(deps, roundId, actor);
  if (!all.ok) return all;
  const round = all.value.round.value;
  const [before, named] = [await saidBefore(deps, round, actor), namedIn(await organisationOf(deps))];
  const cardOf = (card: WordedCard): OwnWords['cards'][number] => {
    const said = wordsOn(round, card);
    return {
      card,
      said: said === null ? null : { text: said.text, by: named(said.by), at: said.at },
      open: canWord(round, card).ok,
      before: before.find((one) => one.card === card)?.text ?? null,
    };
  };
  return ok({ cards: wordedCards.filter((card) => wordedIn(round).includes(card)).map(cardOf) });
};

type Writing = About & { readonly opId: OperationId; readonly card: WordedCard; readonly text: string };

/** An administrator says something on a card under their own name, or takes it away. Refused once the card has been sent. */
export const sayOnCard = (deps: Deps, asked: Writing): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, ({ round }) => {
    const { card, text, actor } = asked;
    const written = writeOwnWords(round.value, { card, text, by: actor.personId, at: deps.clock.now() });
    if (!written.ok) return written;
    if (written.value === round.value) return ok(null);
    return ok({ action: 'words.write', subject: { about: card }, round: { value: written.value, etag: round.etag } });
  });
