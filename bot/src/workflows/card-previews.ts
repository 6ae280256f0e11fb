import type { WordedCard } from '@coaching-pairs/shared/guidance/own-words';
import type { RoundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { writeOwnWords } from '@coaching-pairs/shared/round/own-words';
import type { Round, RoundState } from '@coaching-pairs/shared/round/round';
import { dayOf } from '@coaching-pairs/shared/time';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { type CardPreviews, type PreviewedKind, previewedKinds } from '@coaching-pairs/shared/wire/opening';
import type { TriedCard } from '@coaching-pairs/shared/wire/own-words';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { CardDrawing } from '../ports/card-drawing.js';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { asAnybody } from './my-rounds.js';
import { namedIn, organisationOf } from './organisation.js';
import { ownWordsFor } from './own-words.js';
import type { Refusal } from './refusal.js';

const stateFor: Readonly<Record<PreviewedKind, RoundState>> = {
  'kick-off': 'kick-off',
  invitation: 'inviting',
  'invitation-reminder': 'inviting',
  match: 'proposed',
};

/** As it will stand when the message goes out; today takes the place of a day that is not chosen yet. */
const asThen = (deps: Deps, round: Round, kind: PreviewedKind): Round => ({
  ...round,
  state: stateFor[kind],
  kickOff: round.kickOff ?? { on: dayOf(deps.clock.now()), heldAt: null, commonApproach: '', meeting: null },
});

/** A match with somebody invented, for reasons that anybody may read. */
const invented = (words: Words): MyRound['match'] => ({
  kind: 'asked',
  proposalId: 'invented',
  partners: [{ id: 'invented', name: words.t('card.sample.name'), functionName: words.t('card.sample.function') }],
  reasons: [words.t('reason.distance', { steps: 6 }), words.t('reason.sharedHours', { hours: 7 })],
  answerBy: null,
});

const seenThen = async (deps: Deps, words: Words, round: Round, kind: PreviewedKind): Promise<MyRound> => {
  const seen = await asAnybody(deps, words, asThen(deps, round, kind));
  if (kind !== 'match') return seen;
  const asked: MyRound = { ...seen, answer: 'joined', match: invented(words) };
  return { ...asked, ownWords: ownWordsFor(round, asked, namedIn(await organisationOf(deps))) };
};

type Asked = { readonly roundId: RoundId; readonly actor: Actor; readonly draw: CardDrawing };

/** The first messages of a round as the very cards that somebody who has not answered would read, in the viewer's language. */
export const cardPreviewsOf = async (deps: Deps, words: Words, asked: Asked): Promise<Result<CardPreviews, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const round = all.value.round.value;
  const drawn = async (kind: PreviewedKind) => ({ kind, card: { ...asked.draw(words, kind, await seenThen(deps, words, round, kind)) } });
  const sent = previewedKinds.filter((kind) => kind !== 'match' || round.mode === 'proposed');
  return ok({ cards: await Promise.all(sent.map(drawn)) });
};

/** A card as it would be with words that are being written, under the name of whoever writes; nothing is kept. Refused once it has been sent. */
export const triedCard = async (
  deps: Deps,
  words: Words,
  asked: Asked & { readonly card: WordedCard; readonly text: string },
): Promise<Result<TriedCard, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const { card, text, actor } = asked;
  const tried = writeOwnWords(all.value.round.value, { card, text, by: actor.personId, at: deps.clock.now() });
  if (!tried.ok) return tried;
  return ok({ card: { ...asked.draw(words, card, await seenThen(deps, words, tried.value, card)) } });
};
