import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { type CheckedMatch, checkMatches, provenRules } from '@coaching-pairs/shared/matching/proof-of-rules';
import type { MatchingRules } from '@coaching-pairs/shared/matching/rules';
import { confirmation } from '@coaching-pairs/shared/organisation/confirmation';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { isPutToPeople } from '@coaching-pairs/shared/round/nomination';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import { takingPair } from '@coaching-pairs/shared/round/taking-in';
import { type ProofMatches, type ProofReport, provenPerPage } from '@coaching-pairs/shared/wire/proof';
import type { Words } from '@coaching-pairs/shared/words/words';
import { proofText } from './board.js';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { lastDraft } from './draft-report.js';
import { pageByName } from './name-pages.js';
import { namedIn, organisationOf } from './organisation.js';
import { peopleIndex } from './people-index.js';
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

type Asked = { readonly roundId: RoundId; readonly actor: Actor };

/** The matches that stand, in the order of names, and what they are checked against. */
const readForProof = async (deps: Deps, words: Words, asked: Asked) => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const round = all.value.round.value;
  const { participants, proposals } = all.value.content;
  const [organisation, rules] = await Promise.all([organisationOf(deps), rulesOf(deps, round)]);
  const look: Look = { words, round, organisation };
  const listed = {
    items: proposals.filter((one) => stands(one) && !asksPair(one, participants)),
    idsOf: ({ memberIds }: Proposal) => memberIds,
  };
  const index = peopleIndex(all.value, organisation, words);
  const pageAfter = (most: number, after?: string) => pageByName(index, { ...listed, most }, after === undefined ? {} : { after });
  return ok({ look, rules, pageAfter });
};

const checkedAgainst = (rules: MatchingRules, standing: readonly Proposal[]): readonly CheckedMatch[] =>
  checkMatches(
    rules,
    standing.map(({ memberIds }) => memberIds),
  );

const shownMatches = ({ organisation }: Look, standing: readonly Proposal[], checked: readonly CheckedMatch[]): ProofReport['matches'] =>
  checked.map(({ memberIds, broken }, place) => ({
    members: memberIds.map(namedIn(organisation)),
    state: standing[place]?.state === 'formed' ? 'formed' : standing[place]?.state === 'sent' ? 'sent' : 'draft',
    holds: broken.length === 0,
  }));

/**
 * Checks all matches that stand against the rules as they are now. What people have entered in private is not told of (CP-24d). The report
 * holds the first of the matches, or with `whole` all of them.
 */
export const proofOf = async (deps: Deps, words: Words, asked: Asked, whole = false): Promise<Result<ProofReport, Refusal>> => {
  const read = await readForProof(deps, words, asked);
  if (!read.ok) return read;
  const { look, rules, pageAfter } = read.value;
  const [last, directory] = await Promise.all([lastDraft(deps, asked.roundId), deps.organisation.syncState(asked.roundId)]);
  const standing = pageAfter(Number.POSITIVE_INFINITY).page;
  const checked = checkedAgainst(rules, standing);
  const count = whole ? standing.length : pageAfter(provenPerPage).page.length;
  const drafts = standing.filter(({ state }) => state === 'draft');
  return ok({
    round: look.round.name,
    checkedAt: deps.clock.now(),
    directoryAt: directory?.at ?? null,
    checks: [...ruleChecks(look, checked), ...peopleChecks(look, checked)],
    exceptions: exceptionsOf(look, checked),
    best: proofText(words, last?.report ?? null, drafts),
    matchCount: standing.length,
    matches: shownMatches(look, standing, checked.slice(0, count)),
  });
};

/** More of the matches, each checked as it is asked for. */
export const proofMatchesOf = async (deps: Deps, words: Words, asked: Asked, after?: string): Promise<Result<ProofMatches, Refusal>> => {
  const read = await readForProof(deps, words, asked);
  if (!read.ok) return read;
  const { look, rules, pageAfter } = read.value;
  const { page, ...rest } = pageAfter(provenPerPage, after);
  return ok({ matches: shownMatches(look, page, checkedAgainst(rules, page)), ...rest });
};
