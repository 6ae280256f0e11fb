import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import type { ActionAnswer, ViewAnswer } from '../bolt/answer.js';
import { suggestDialog } from '../cards/suggest-dialog.js';
import { tapCard, tappedCard } from '../cards/tap-card.js';
import { awaitedTap } from '../workflows/awaited-tap.js';
import { nomineesOf } from '../workflows/nominees.js';
import type { Refusal } from '../workflows/refusal.js';
import { refusalText } from '../workflows/refusal-text.js';
import { settleSuggestion } from '../workflows/settle-suggestion.js';
import { suggestPartner } from '../workflows/suggest-partner.js';
import { refusalAnswer } from './answer-invitation.js';
import { type BotApp, type ListenerContext, roundFor } from './context.js';
import { AboutProposal, AboutRound, clickOperation, Naming } from './payload.js';

const sentence = ({ words, actor }: ListenerContext, refusal: Refusal, nameOf: (id: PersonId) => string): string =>
  refusalText({ words, nameOf, reader: { kind: 'leader', personId: actor.personId } }, refusal);

/** The dialog with whom they may name by the beginning of a name; one sentence where they may name nobody now. */
const page = async (context: ListenerContext, roundId: RoundId, query: string, said?: string): Promise<ViewAnswer> => {
  const { deps, words, actor, maker } = context;
  const [round, found] = await Promise.all([roundFor(context, roundId), nomineesOf(deps, words, { roundId, actor, query })]);
  if (!found.ok) return { message: sentence(context, found.error, (id) => id) };
  if (round === null) return { message: sentence(context, { code: 'not-found' }, (id) => id) };
  const title = words.t('card.suggest.title');
  return { title, card: suggestDialog(maker, { round, found: found.value, query, ...(said === undefined ? {} : { said }) }) };
};

type Asked = { readonly roundId: RoundId; readonly query: string; readonly nominee: PersonId };

const ask = async (context: ListenerContext, { roundId, query, nominee }: Asked): Promise<ViewAnswer> => {
  const { deps, actor, words } = context;
  const done = await suggestPartner(deps, { roundId, nominee, opId: clickOperation(deps), actor });
  if (!done.ok) {
    const { people } = await deps.organisation.snapshot();
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return page(
      context,
      roundId,
      query,
      sentence(context, done.error, (id) => names.get(id) ?? id),
    );
  }
  return { message: words.t(`card.suggest.done.${done.value}`) };
};

const tapNow = async (
  context: ListenerContext,
  about: { readonly roundId: RoundId; readonly proposalId: string },
): Promise<ActionAnswer> => {
  const { deps, words, actor, maker } = context;
  const found = await awaitedTap(deps, words, { ...about, personId: actor.personId });
  if (found !== null) return { card: tapCard(maker, found) };
  const round = await deps.rounds.round(about.roundId);
  const mine = round?.value.administratorIds.includes(actor.personId) === true;
  return mine ? { card: tappedCard(maker, round.value) } : refusalAnswer(context, { code: 'not-found' });
};

/** *Suggest someone*: a dialog from the card of a match; and the people partner's tap where both belong to one function (CP-31). */
export const listenToSuggestions = (app: BotApp): void => {
  app.view('suggestPartner', 'fetch', AboutRound, async ({ context, payload, ack }) => ack(await page(context, payload.roundId, '')));
  app.view('suggestPartner', 'submit', Naming, async ({ context, payload, ack }) => {
    const { roundId, query, step, personId } = payload;
    if (step === 'find') return ack(await page(context, roundId, query));
    if (personId === null) return ack(await page(context, roundId, query, context.words.t('card.suggest.chooseFirst')));
    ack(await ask(context, { roundId, query, nominee: personId }));
  });
  for (const [verb, pass] of [
    ['passOnSuggestion', true],
    ['keepSuggestion', false],
  ] as const)
    app.action(verb, AboutProposal, async ({ context, payload, ack }) => {
      const { deps, actor } = context;
      const done = await settleSuggestion(deps, { ...payload, pass, opId: clickOperation(deps), actor });
      ack(done.ok ? await tapNow(context, payload) : refusalAnswer(context, done.error));
    });
  app.action('showSuggestion', AboutProposal, async ({ context, payload, ack }) => ack(await tapNow(context, payload)));
};
