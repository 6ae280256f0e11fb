import type { PersonId, PlainDate } from '@coaching-pairs/shared/ids';
import { chainAbove } from '@coaching-pairs/shared/organisation/chains';
import { findingsOf } from '@coaching-pairs/shared/organisation/findings';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import { overdueMatches } from '@coaching-pairs/shared/reminders/occasions';
import { handlersOf } from '@coaching-pairs/shared/round/administrators';
import { isAdministrator, type Round } from '@coaching-pairs/shared/round/round';
import { type RoundContent, seemFree } from '@coaching-pairs/shared/round/standing';
import type { Notice } from '@coaching-pairs/shared/wire/parts';
import type { Words } from '@coaching-pairs/shared/words/words';
import { namedIn } from './organisation.js';

/** What a notice is made from. */
export type Scene = {
  readonly words: Words;
  readonly round: Round;
  readonly content: RoundContent;
  readonly organisation: Organisation;
  /** In UTC. */
  readonly today: PlainDate;
  /** Members of pairs that have come to stand in one line (CP-24b). */
  readonly pairsInLine: readonly PersonId[];
  readonly unconfirmed: readonly PersonId[];
};

const notice = (scene: Scene, code: string, severity: Notice['severity'], text: string, people: readonly PersonId[] = []): Notice => ({
  code,
  severity,
  text,
  people: people.map(namedIn(scene.organisation)),
});

/** CP-03: the round leader is in a pair too. */
const leaderNotices = (scene: Scene): readonly Notice[] => {
  const { round, content, words } = scene;
  const leader = content.participants.find((one) => one.personId === round.leaderId);
  if (content.participants.length > 0 && leader === undefined) {
    return [notice(scene, 'leader-not-invited', 'warning', words.t('notice.leaderNotInvited'), [round.leaderId])];
  }
  const matchingTime = round.state === 'matching' || round.state === 'proposed' || round.state === 'choosing';
  if (matchingTime && leader !== undefined && leader.answer !== 'joined') {
    return [notice(scene, 'leader-not-joined', 'warning', words.t('notice.leaderNotJoined'), [round.leaderId])];
  }
  return [];
};

/** CP-33: the round leader, who is not to read who sits out, reads it where they administer the round as well. */
const leaderAdministers = (scene: Scene): readonly Notice[] => {
  const { round, words } = scene;
  if (round.state === 'closed' || !isAdministrator(round, round.leaderId)) return [];
  const text = words.t(round.leaderId === round.peoplePartnerId ? 'notice.leaderIsPeoplePartner' : 'notice.leaderAdministers');
  return [notice(scene, 'leader-administers', 'warning', text, [round.leaderId])];
};

/** CP-33: so does any administrator whom the round asks as well; that the people partner may take part is settled (CP-04). */
const audienceAdministers = (scene: Scene): readonly Notice[] => {
  const { round, content, words } = scene;
  const asked = new Set(content.participants.map((one) => one.personId));
  const both = round.administratorIds.filter((id) => asked.has(id) && id !== round.leaderId && id !== round.peoplePartnerId);
  if (round.state === 'closed' || both.length === 0) return [];
  return [notice(scene, 'audience-administers', 'warning', words.t('notice.audienceAdministers', { count: both.length }), both)];
};

/**
 * CP-33: somebody else has to handle the people partner's own match; never the round leader, who learns of no decline. Where all
 * who could are in that match themselves, the notice says so and names them.
 */
const secondAdministrator = (scene: Scene): readonly Notice[] => {
  const { round, content, words } = scene;
  const takesPart = content.participants.some((one) => one.personId === round.peoplePartnerId && one.answer !== 'sitting-out');
  const own = content.proposals.find(({ state, memberIds }) => state === 'draft' && memberIds.includes(round.peoplePartnerId));
  if (!takesPart || handlersOf(round, own?.memberIds ?? []).length > 0) return [];
  const inIt = handlersOf(round, []);
  return inIt.length === 0
    ? [notice(scene, 'second-administrator', 'warning', words.t('notice.secondAdministrator'))]
    : [notice(scene, 'second-administrator', 'warning', words.t('notice.administratorsMatched', { count: inIt.length }), inIt)];
};

const largestFunction = (scene: Scene, people: readonly PersonId[]): readonly Notice[] => {
  const counts = new Map<string, number>();
  for (const id of people) {
    const name = scene.organisation.functionOf.get(id);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [name, count] = [...counts].sort(([, few], [, many]) => many - few)[0] ?? ['', 0];
  if (count * 2 <= people.length) return [];
  const values = { functionName: name, count, total: people.length, left: count * 2 - people.length };
  return [notice(scene, 'function-too-large', 'warning', scene.words.t('notice.functionTooLarge', values))];
};

/** While matches are made: an odd number is free, and nobody has put all of them into drafts yet (tension 15). */
const oddNumber = (scene: Scene): readonly Notice[] => {
  const { round, content, words, organisation } = scene;
  if (round.state !== 'matching' && round.state !== 'proposed') return [];
  const free = seemFree(content).filter((id) => organisation.people.get(id)?.enabled !== false);
  const drafted = new Set(content.proposals.filter(({ state }) => state === 'draft').flatMap(({ memberIds }) => memberIds));
  if (free.length % 2 === 0 || free.every((id) => drafted.has(id))) return [];
  return [notice(scene, 'odd-number', 'info', words.t('notice.oddNumber', { count: free.length }))];
};

const numbers = (scene: Scene): readonly Notice[] => {
  const { round, content } = scene;
  const joined = content.participants.filter((one) => one.answer === 'joined').map((one) => one.personId);
  const everybody = content.participants.filter((one) => one.answer !== 'sitting-out').map((one) => one.personId);
  const asked = round.state === 'draft' || round.state === 'kick-off' || round.state === 'inviting';
  return [...largestFunction(scene, asked ? everybody : joined), ...oddNumber(scene)];
};

const chains = (scene: Scene): readonly Notice[] => {
  const { unconfirmed, pairsInLine, words } = scene;
  return [
    ...(unconfirmed.length > 0
      ? [notice(scene, 'chains-unconfirmed', 'warning', words.t('notice.chainsUnconfirmed', { count: unconfirmed.length }), unconfirmed)]
      : []),
    ...(pairsInLine.length > 0 ? [notice(scene, 'pair-in-one-line', 'warning', words.t('notice.pairInOneLine'), pairsInLine)] : []),
  ];
};

/** The time to answer some matches is over: nothing follows from silence, but an organiser should know (CP-33). */
const overdue = (scene: Scene): readonly Notice[] => {
  const count = overdueMatches(scene.round, scene.content.proposals, scene.today);
  return count === 0 ? [] : [notice(scene, 'matches-overdue', 'info', scene.words.t('notice.matchesOverdue', { count }))];
};

/** Pairs that ended after the announcement, as long as their people wait for a new match; nothing tells who ended one. */
const endedPairs = (scene: Scene): readonly Notice[] => {
  const { round, content, words } = scene;
  const free = new Set(seemFree(content));
  const waiting = content.participants.filter(({ personId, former }) => former.length > 0 && free.has(personId));
  if (round.state !== 'active' || waiting.length === 0) return [];
  const text = words.t('notice.pairEnded', { count: waiting.length });
  return [
    notice(
      scene,
      'pair-ended',
      'info',
      text,
      waiting.map(({ personId }) => personId),
    ),
  ];
};

/** Whoever joined after the announcement, as long as they have no match. */
const lateJoiners = (scene: Scene): readonly Notice[] => {
  const { round, content, words } = scene;
  const free = new Set(seemFree(content));
  const late = content.participants.filter(
    ({ personId, askedLateAt, former }) => askedLateAt !== null && former.length === 0 && free.has(personId),
  );
  if (round.state !== 'active' || late.length === 0) return [];
  const text = words.t('notice.joinedLate', { count: late.length });
  return [
    notice(
      scene,
      'joined-late',
      'info',
      text,
      late.map(({ personId }) => personId),
    ),
  ];
};

/** What an organiser should know of a round as it stands. */
export const noticesOf = (scene: Scene): Notice[] => [
  ...leaderNotices(scene),
  ...leaderAdministers(scene),
  ...audienceAdministers(scene),
  ...secondAdministrator(scene),
  ...chains(scene),
  ...overdue(scene),
  ...endedPairs(scene),
  ...lateJoiners(scene),
  ...numbers(scene),
];

/** What the directory's reading found about the population and those above it, in words (CP-24b). */
export const findingNotices = (scene: Scene): Notice[] => {
  const { words, organisation, content } = scene;
  const found = findingsOf(organisation);
  const population = new Set(content.participants.map((one) => one.personId));
  // The organisation is kept for all rounds; people of others are none of this round's business (S-11).
  const concerned = new Set([...population].flatMap((id) => [id, ...chainAbove(organisation, id)]));
  const inLine = (ids: readonly PersonId[]): readonly PersonId[] => ids.filter((id) => concerned.has(id));
  // At the confirmed top nobody is missing.
  const top = scene.round.topId ?? scene.round.leaderId;
  const here = (ids: readonly PersonId[]): readonly PersonId[] => ids.filter((id) => population.has(id));
  const line = (code: string, severity: Notice['severity'], ids: readonly PersonId[], text: (count: number) => string): Notice[] =>
    ids.length === 0 ? [] : [notice(scene, code, severity, text(ids.length), ids)];
  return [
    ...line(
      'no-manager',
      'info',
      inLine(found.withoutManager).filter((id) => id !== top),
      (count) => words.t('notice.noManager', { count }),
    ),
    ...line('manager-missing', 'warning', inLine(found.managerMissing.map((one) => one.personId)), (count) =>
      words.t('notice.managerMissing', { count }),
    ),
    ...line('manager-disabled', 'warning', inLine(found.managerDisabled.map((one) => one.personId)), (count) =>
      words.t('notice.managerDisabled', { count }),
    ),
    ...found.cycles
      .filter((cycle) => inLine(cycle).length > 0)
      .map((cycle) => notice(scene, 'cycle', 'warning', words.t('notice.cycle', { count: cycle.length }), cycle)),
    ...line('no-department', 'warning', here(found.withoutDepartment), (count) => words.t('notice.noDepartment', { count })),
    ...line('disabled', 'warning', here(found.disabled), (count) => words.t('notice.disabled', { count })),
  ];
};
