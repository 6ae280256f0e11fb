import { type KitSheet, writeSheet } from '@coaching-pairs/shared/guidance/kit';
import type { OperationId, RoundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { inState, openStates } from '@coaching-pairs/shared/round/round';
import type { Kit } from '@coaching-pairs/shared/wire/kit';
import { changeAsAdministrator, readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { namedIn, organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';

type About = { readonly roundId: RoundId; readonly actor: Actor };

/** The organisers' sheets that were rewritten for a round, for its administrators. */
export const kitOf = async (deps: Deps, { roundId, actor }: About): Promise<Result<Kit, Refusal>> => {
  const all = await readAsAdministrator(deps, roundId, actor);
  if (!all.ok) return all;
  const named = namedIn(await organisationOf(deps));
  return ok({ sheets: all.value.round.value.kit.map(({ sheet, text, by, at }) => ({ sheet, text, by: named(by), at })) });
};

/** An administrator rewrites a sheet of the kit for one round, or brings the original back (CP-95). Refused once it is closed. */
export const writeKit = (
  deps: Deps,
  asked: About & { readonly opId: OperationId; readonly sheet: KitSheet; readonly text: string },
): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, ({ round }) => {
    const open = inState(round.value, ...openStates);
    if (!open.ok) return open;
    const { sheet, text, actor } = asked;
    const kit = writeSheet(round.value.kit, { sheet, text, by: actor.personId, at: deps.clock.now() });
    if (kit === round.value.kit) return ok(null);
    return ok({ action: 'kit.write', subject: { sheet }, round: { value: { ...round.value, kit }, etag: round.etag } });
  });
