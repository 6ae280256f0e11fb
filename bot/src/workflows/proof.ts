import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { type CheckedMatch, checkMatches, provenRules } from '@coaching-pairs/shared/matching/proof-of-rules';
import { confirmation } from '@coaching-pairs/shared/organisation/confirmation';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { isPutToPeople } from '@coaching-pairs/shared/round/nomination';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import { takingPair } from '@coaching-pairs/shared/round/taking-in';
import type { ProofReport } from '@coaching-pairs/shared/wire/proof';
import type { Words } from '@coaching-pairs/shared/words/words';
import { proofText } from './board.js';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { lastDraft } from './draft-report.js';
import { namedIn, organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';
import { rulesOf } from './rules.js';

type Look = { readonly words: Words; readonly round: Round; readonly organisation: Organisation };
type Check = ProofReport['checks'][number];

/** What the board shows of matches that stand: nothing that came to nothing, and nobody's own suggestion (CP-33). */
const stands = (one: Proposal): boolean => one.state === 'draft' || one.state === 'formed' || (one.state === 'sent' && isPutToPeople(one));

/** A pair that is asked to take somebody in stands as the pair it is, until all three have said yes. */
const asksPair = (one: Proposal, people: readonly Participant[]): boolean =>
  one.state === 'sent' && one.memberIds.length > 2 && takingPair(one, people) !== null;

const ruleChecks = ({ words }: Look, checked: readonly CheckedMatch[]): Check[] =>
  provenRules.map((code) => {
    const broken = checked.filter((one) => one.broken.includes(code)).length;
    const leaning = checked.filter((one) => (code === 'in-one-line' ? one.leansOn : code === 'past-partners' ? one.again : null) !== null);
    return { text: words.t(`proof.rule.${code}`, { broken, matches: checked.length, listed: leaning.length }), holds: broken === 0 };
  });

const peopleChecks = ({ words, round, organisation }: Look, checked: readonly CheckedMatch[]): Check[] => {
  const people = checked.flatMap(({ memberIds }) => memberIds);
  const twice = people.length - new Set(people).size;
  const unconfirmed = people.filter((id) => confirmation(organisation, id, round.topId).status === 'unconfirmed').length;
  return [
    { text: words.t('proof.once', { twice, people: people.length }), holds: twice === 0 },
    { text: words.t('proof.confirmed', { unconfirmed, people: people.length }), holds: unconfirmed === 0 },
  ];
};

/** Whose decision a match leans on, and since when; of the round leader's own reach there is none to name (CP-24a). */
const exceptionsOf = ({ words, round, organisation }: Look, checked: readonly CheckedMatch[]): ProofReport['exceptions'] => {
  const named = namedIn(organisation);
  const dated = ({ by, at }: Pick<Round['reach'][number], 'by' | 'at'>) => ({
    ...{ by: named(by).name, date: words.dateAt(at, round.timeZone) },
  });
  const leaning = ({ upper, lower, levels }: NonNullable<CheckedMatch['leansOn']>): string => {
    const decided = round.reach.find(({ personId }) => personId === upper);
    const args = { upper: named(upper).name, lower: named(lower).name, levels };
    return decided === undefined ? words.t('proof.leans.leader', args) : words.t('proof.leans', { ...args, ...dated(decided) });
  };
  const again = (two: readonly PersonId[]): readonly string[] => {
    const decided = round.repeats.find((one) => two.every((id) => one.memberIds.includes(id)));
    return decided === undefined ? [] : [words.t('proof.again', dated(decided))];
  };
  return checked.flatMap(({ memberIds, leansOn, again: two }) =>
    [...(leansOn === null ? [] : [leaning(leansOn)]), ...(two === null ? [] : again(two))].map((text) => ({
      members: memberIds.map(named),
      text,
    })),
  );
};

/** Checks all matches that stand against the rules as they are now. What people have entered in private is not told of (CP-24d). */
export const proofOf = async (
  deps: Deps,
  words: Words,
  asked: { readonly roundId: RoundId; readonly actor: Actor },
): Promise<Result<ProofReport, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const round = all.value.round.value;
  const [organisation, rules, last, read] = await Promise.all([
    organisationOf(deps),
    rulesOf(deps, round),
    lastDraft(deps, round.id),
    deps.organisation.syncState(round.id),
  ]);
  const look: Look = { words, round, organisation };
  const { participants, proposals } = all.value.content;
  const standing = proposals.filter((one) => stands(one) && !asksPair(one, participants));
  const checked = checkMatches(
    rules,
    standing.map(({ memberIds }) => memberIds),
  );
  const drafts = standing.filter(({ state }) => state === 'draft');
  return ok({
    round: round.name,
    checkedAt: deps.clock.now(),
    directoryAt: read?.at ?? null,
    checks: [...ruleChecks(look, checked), ...peopleChecks(look, checked)],
    exceptions: exceptionsOf(look, checked),
    best: proofText(words, last?.report ?? null, drafts),
    matches: checked.map(({ memberIds, broken }, place) => ({
      members: memberIds.map(namedIn(organisation)),
      state: standing[place]?.state === 'formed' ? 'formed' : standing[place]?.state === 'sent' ? 'sent' : 'draft',
      holds: broken.length === 0,
    })),
  });
};
