import type { RoundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { Round, RoundState } from '@coaching-pairs/shared/round/round';
import { dayOf } from '@coaching-pairs/shared/time';
import { type CardPreviews, type PreviewedKind, previewedKinds } from '@coaching-pairs/shared/wire/opening';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { CardDrawing } from '../ports/card-drawing.js';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { asAnybody } from './my-rounds.js';
import type { Refusal } from './refusal.js';

const stateFor: Readonly<Record<PreviewedKind, RoundState>> = {
  'kick-off': 'kick-off',
  invitation: 'inviting',
  'invitation-reminder': 'inviting',
};

/** As it will stand when the message goes out; today takes the place of a day that is not chosen yet. */
const asThen = (deps: Deps, round: Round, kind: PreviewedKind): Round => ({
  ...round,
  state: stateFor[kind],
  kickOff: round.kickOff ?? { on: dayOf(deps.clock.now()), heldAt: null, commonApproach: '', meeting: null },
});

/** The first messages of a round as the very cards that somebody who has not answered would read, in the viewer's language. */
export const cardPreviewsOf = async (
  deps: Deps,
  words: Words,
  asked: { readonly roundId: RoundId; readonly actor: Actor; readonly draw: CardDrawing },
): Promise<Result<CardPreviews, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const drawn = async (kind: PreviewedKind) => {
    const seen = await asAnybody(deps, words, asThen(deps, all.value.round.value, kind));
    return { kind, card: { ...asked.draw(words, kind, seen) } };
  };
  return ok({ cards: await Promise.all(previewedKinds.map(drawn)) });
};
