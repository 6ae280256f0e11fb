import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import type { ViewAnswer } from '../bolt/answer.js';
import { namesDialog, namesView } from '../cards/names-dialog.js';
import { feedbackPeople, myFeedback, saveFeedback } from '../workflows/awayday/nominate.js';
import { namedIn, organisationOf } from '../workflows/organisation.js';
import type { Refusal } from '../workflows/refusal.js';
import { refusalText } from '../workflows/refusal-text.js';
import type { BotApp, ListenerContext } from './context.js';
import { AboutRound, clickOperation, TwoNames } from './payload.js';

type Chosen = { readonly first: PersonId | null; readonly second: PersonId | null };
type Asked = Chosen & { readonly roundId: RoundId; readonly query: string };

const sentence = async ({ deps, words, actor }: ListenerContext, refusal: Refusal): Promise<string> => {
  const named = namedIn(await organisationOf(deps));
  return refusalText({ words, nameOf: (id) => named(id).name, reader: { kind: 'leader', personId: actor.personId } }, refusal);
};

/** The dialog with whom somebody may name; one sentence where nobody can be named now. Chosen are those who are asked for, or whom they named before. */
const page = async (
  context: ListenerContext,
  asked: Pick<Asked, 'roundId' | 'query'>,
  chosen: Chosen | null,
  said?: string,
): Promise<ViewAnswer> => {
  const { deps, words, actor, maker } = context;
  const about = { roundId: asked.roundId, actor };
  const [mine, found] = await Promise.all([myFeedback(deps, about), feedbackPeople(deps, words, { ...about, query: asked.query })]);
  if (!mine.ok) return { message: await sentence(context, mine.error) };
  if (!found.ok) return { message: await sentence(context, found.error) };
  const named = namedIn(await organisationOf(deps));
  const shown = (id: PersonId | null) => (id === null ? null : named(id));
  const { first, second } = chosen === null ? mine.value : { first: shown(chosen.first), second: shown(chosen.second) };
  const told = said === undefined ? {} : { said };
  return {
    title: words.t('tab.names.title'),
    card: namesDialog(maker, { ...asked, mine: mine.value, found: found.value, first, second, ...told }),
  };
};

const save = async (context: ListenerContext, { roundId, query, first, second }: Asked): Promise<ViewAnswer> => {
  const { deps, words, actor } = context;
  const again = (said: string) => page(context, { roundId, query }, { first, second }, said);
  if (first === null || second === null) return again(words.t('card.names.both'));
  const done = await saveFeedback(deps, { roundId, actor, opId: clickOperation(deps), attends: true, named: { first, second } });
  return done.ok ? { message: words.t('card.names.saved') } : again(await sentence(context, done.error));
};

/** Two names for the Awayday, in a dialog from the card that asks for them (CP-81). */
export const listenToNames = (app: BotApp): void => {
  app.view(namesView, 'fetch', AboutRound, async ({ context, payload, ack }) =>
    ack(await page(context, { roundId: payload.roundId, query: '' }, null)),
  );
  app.view(namesView, 'submit', TwoNames, async ({ context, payload, ack }) =>
    ack(payload.step === 'find' ? await page(context, payload, payload) : await save(context, payload)),
  );
};
