import { coachId } from '@coaching-pairs/shared/coaches/coach';
import { operationId, personId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { twoTwoRoutes } from '@coaching-pairs/shared/wire/two-two-routes';
import { twoTwoActsOf } from '../workflows/coaches/acts.js';
import { linkCoach } from '../workflows/coaches/link-account.js';
import { acceptCode, myCoaching, saveMyCoaching } from '../workflows/coaches/my-coaching.js';
import { addCoach, changeCoach, registerOf, removeCoach } from '../workflows/coaches/register.js';
import { suggestionFor } from '../workflows/coaches/suggest.js';
import { switchOf, switchTwoTwo } from '../workflows/coaches/switch.js';
import type { Refusal } from '../workflows/refusal.js';
import type { Call, Handlers } from './call.js';
import { searched } from './organiser-handlers.js';

type AnyCall = Pick<Call<'coachRegister'>, 'deps' | 'words' | 'actor'>;

const asked = ({ actor, body }: Pick<Call<'coachRegister'>, 'actor'> & { readonly body: { readonly opId: string } }) => ({
  actor,
  opId: operationId(body.opId),
});

const registerAfter = async ({ deps, words }: AnyCall, done: Result<null, Refusal>) => (done.ok ? ok(await registerOf(deps, words)) : done);
const mineAfter = async ({ deps, actor }: AnyCall, done: Result<null, Refusal>) => (done.ok ? myCoaching(deps, actor) : done);

/** The switch of 2:2 Coaching, its register and its explainer. */
export const twoTwoHandlers: Pick<Handlers, keyof typeof twoTwoRoutes> = {
  twoTwoSwitch: async ({ deps }) => ok(await switchOf(deps)),
  switchTwoTwo: async (call) => {
    const done = await switchTwoTwo(call.deps, { ...asked(call), on: call.body.on });
    return done.ok ? ok(await switchOf(call.deps)) : done;
  },
  twoTwoActs: async ({ deps, words }) => ok(await twoTwoActsOf(deps, words)),
  coachRegister: async ({ deps, words }) => ok(await registerOf(deps, words)),
  addCoach: async (call) => {
    const { from, capacity } = call.body;
    const origin = from.kind === 'inside' ? { ...from, personId: personId(from.personId) } : from;
    return registerAfter(call, await addCoach(call.deps, { ...asked(call), from: origin, capacity }));
  },
  changeCoach: async (call) => {
    const { opId: _opId, ...change } = call.body;
    return registerAfter(call, await changeCoach(call.deps, { ...asked(call), id: coachId(call.param('coachId')), change }));
  },
  linkCoach: async (call) => registerAfter(call, await linkCoach(call.deps, { ...asked(call), id: coachId(call.param('coachId')) })),
  removeCoach: async (call) => registerAfter(call, await removeCoach(call.deps, { ...asked(call), id: coachId(call.param('coachId')) })),
  searchToCoach: async ({ deps, query }) => {
    const found = await searched(query, deps.directory.searchPeople);
    if (!found.ok) return found;
    return ok({ people: found.value.map(({ id, name, department }) => ({ id, name, functionName: department })) });
  },
  suggestCoaches: async ({ deps, queried }) => {
    const language = queried('language').trim();
    const clientIds = [personId(queried('one')), personId(queried('other'))] as const;
    const sponsorId = queried('sponsor') === '' ? null : personId(queried('sponsor'));
    return suggestionFor(deps, { clientIds, languages: language === '' ? [] : [language], sponsorId });
  },
  explainerSheet: async ({ words, drawExplainer }) => {
    const pdf = Buffer.from(await drawExplainer(words)).toString('base64');
    return ok({ fileName: words.t('explainer.fileName'), pdf });
  },
  myCoaching: ({ deps, actor }) => myCoaching(deps, actor),
  saveMyCoaching: async (call) => {
    const { opId: _opId, ...profile } = call.body;
    return mineAfter(call, await saveMyCoaching(call.deps, { ...asked(call), profile }));
  },
  acceptCode: async (call) => mineAfter(call, await acceptCode(call.deps, { ...asked(call), name: call.body.name })),
};
