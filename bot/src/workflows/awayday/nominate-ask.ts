import { askForNames, moveNamesBy } from '@coaching-pairs/shared/awayday/feedback-record';
import { type OperationId, operationId, type PersonId, type PlainDate, plainDate, type RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import * as z from 'zod';
import type { VersionedContent } from '../../ports/rounds.js';
import type { Json } from '../../ports/store.js';
import type { Work, WorkContext, WorkEnd } from '../../ports/works.js';
import { type AskedWork, beginWork } from '../begin-work.js';
import { changeAsAdministrator, decideAndCommit, done } from '../change-round.js';
import type { Actor, Deps } from '../deps.js';
import { organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { refused } from '../refused.js';
import { tellPopulation } from '../tell-population.js';

const Input = z.object({ namesBy: z.string() });

/** Opens the time for names; found open by the same work it is left as it is. */
const openNames = (deps: Deps, { work }: WorkContext, namesBy: PlainDate, begun: boolean): Promise<Result<VersionedContent, Refusal>> =>
  decideAndCommit<VersionedContent>(deps.rounds.commit, async () => {
    const { roundId, by, id } = work;
    const [all, present] = await Promise.all([deps.rounds.everything(roundId), deps.rounds.feedback(roundId)]);
    if (all === null) return err({ code: 'not-found' });
    if (present !== null) return begun ? ok({ change: null, answer: all }) : err({ code: 'names-asked' });
    const next = askForNames(all.round.value, namesBy, deps.clock.now());
    if (!next.ok) return next;
    const audit = [done(deps, by, 'names.ask', { roundId })];
    const change = { roundId, opId: operationId(`${id}.open`), feedback: { value: next.value, etag: null }, audit };
    return ok({ change, answer: all });
  });

/** The whole population, whatever anybody answered, as the whole team meets; but for accounts that are closed. */
const everybody = async (deps: Deps, { content }: VersionedContent): Promise<readonly PersonId[]> => {
  const { people } = await organisationOf(deps);
  return content.participants.map(({ personId }) => personId).filter((id) => people.get(id)?.enabled !== false);
};

/** Asks everybody for two names, and whether they take part; all in the same words (CP-81). */
export const askNamesHandler =
  (deps: Deps) =>
  async (input: Json, context: WorkContext): Promise<WorkEnd> => {
    const { namesBy } = Input.parse(input);
    // Noted first, so that one's own opening is known again.
    const begun = context.resume !== null;
    if (!begun) await context.saveResume({ begun: true });
    const opened = await openNames(deps, context, plainDate(namesBy), begun);
    if (!opened.ok) return refused(opened.error);
    const { roundId, by, id } = context.work;
    const telling = { roundId, opId: operationId(id), kind: 'awayday-names', by, context } as const;
    const told = await tellPopulation(deps, telling, await everybody(deps, opened.value));
    return { kind: 'done', report: { told } };
  };

/** Begins to ask everybody. Refused where they were asked already: then only the day is moved. */
export const askNames = (deps: Deps, asked: AskedWork & { readonly namesBy: PlainDate }): Promise<Result<Work, Refusal>> =>
  beginWork(deps, { ...asked, kind: 'ask-names', input: { namesBy: asked.namesBy } }, async ({ round }) => {
    if ((await deps.rounds.feedback(asked.roundId)) !== null) return err({ code: 'names-asked' });
    return askForNames(round.value, asked.namesBy, deps.clock.now());
  });

/** Moves the last day for names; nobody is written to, as the day stands in the tab. */
export const changeNamesBy = (
  deps: Deps,
  asked: { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor; readonly namesBy: PlainDate },
): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, async ({ round }) => {
    const present = await deps.rounds.feedback(asked.roundId);
    if (present === null) return err({ code: 'names-not-asked' });
    const next = moveNamesBy(round.value, present.value, asked.namesBy, deps.clock.now());
    return next.ok ? ok({ action: 'names.move', feedback: { value: next.value, etag: present.etag } }) : next;
  });
