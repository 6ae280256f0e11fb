import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Reader } from '@coaching-pairs/shared/matching/reasons';
import { nomineeText } from '@coaching-pairs/shared/words/nominee-text';
import { ruleReasonTexts } from '@coaching-pairs/shared/words/reason-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import { feedbackRefusalText } from './awayday/refusal-text.js';
import { choosingRefusalText } from './choosing/refusal-text.js';
import { twoTwoRefusalText } from './engagement/refusal-text.js';
import { noteRefusalText } from './notes/refusal-text.js';
import { closingRefusalText } from './pulse/refusal-text.js';
import type { Refusal } from './refusal.js';
import { sessionRefusalText } from './sessions/refusal-text.js';
import { wishRefusalText } from './wishes-refusal-text.js';

type Naming = { readonly words: Words; readonly nameOf: (id: PersonId) => string; readonly reader: Reader };

/** Names shown in one sentence; more are counted. */
const most = 12;

const people = ({ words, nameOf }: Naming, ids: readonly PersonId[]): string => {
  const names = ids.slice(0, most).map(nameOf);
  const more = ids.length - names.length;
  return words.list(more > 0 ? [...names, words.t('refused.more', { count: more })] : names);
};

const administratorText = ({ words, nameOf }: Naming, refusal: Refusal): string | null => {
  switch (refusal.code) {
    case 'second-administrator-missing':
      return words.t('refused.secondAdministrator');
    case 'second-administrator-needed':
      return words.t('refused.secondAdministratorNeeded', { name: nameOf(refusal.personId) });
    case 'leader-as-administrator':
      return words.t('refused.leaderAsAdministrator', { name: nameOf(refusal.personId) });
    case 'in-partners-match':
      return words.t('refused.inPartnersMatch', { name: nameOf(refusal.personId) });
    case 'people-partner-stays':
      return words.t('refused.peoplePartnerStays');
    case 'asked-already':
      return words.t('refused.askedAlready', { name: nameOf(refusal.personId) });
    case 'account-blocked':
      return words.t('refused.accountBlocked', { name: nameOf(refusal.personId) });
    default:
      return null;
  }
};

const roundText = (naming: Naming, refusal: Refusal): string | null => {
  const { words } = naming;
  switch (refusal.code) {
    case 'name-missing':
      return words.t('refused.nameMissing');
    case 'dates-out-of-order':
      return refusal.first === 'answersBy' ? words.t('refused.answersAfterStart') : words.t('refused.startAfterEnd');
    case 'day-passed':
      return words.t('refused.dayPassed', { date: words.date(refusal.day) });
    case 'pause-out-of-range':
      return words.t('refused.pauseOutOfRange', { from: words.date(refusal.from), to: words.date(refusal.to) });
    case 'wrong-state':
      return words.t('refused.wrongState');
    case 'audience-missing':
      return words.t('refused.audienceMissing');
    case 'kick-off-not-held':
      return words.t('refused.kickOffNotHeld');
    case 'kick-off-over':
      return words.t('refused.kickOffOver');
    case 'kick-off-in-past':
      return words.t('refused.kickOffInPast');
    case 'kick-off-after-end':
      return words.t('refused.kickOffAfterEnd');
    case 'kick-off-of-another':
      return words.t('refused.kickOffOfAnother', { name: naming.nameOf(refusal.personId) });
    case 'nobody-joined':
      return words.t('refused.nobodyJoined');
    case 'proposals-open':
      return words.t('refused.proposalsOpen', { count: refusal.count });
    case 'without-partner':
      return words.t('refused.withoutPartner', { people: people(naming, refusal.personIds) });
    case 'kept-days':
      return words.t('refused.keptDays', { fewest: refusal.fewest, most: refusal.most });
    default:
      return null;
  }
};

const awaydayText = ({ words, nameOf }: Naming, refusal: Refusal): string | null => {
  switch (refusal.code) {
    case 'awayday-missing':
      return words.t('refused.awaydayMissing');
    case 'awayday-in-past':
      return words.t('refused.awaydayInPast');
    case 'awayday-of-another':
      return words.t('refused.awaydayOfAnother', { name: nameOf(refusal.personId) });
    case 'awayday-zone-unknown':
      return words.t('refused.noTimeZone', { name: refusal.zone });
    case 'awayday-changed':
      return words.t('refused.awaydayChanged');
    default:
      return null;
  }
};

/** What drafts cannot be changed or sent for. */
const draftText = (naming: Naming, refusal: Refusal): string | null => {
  const { words } = naming;
  switch (refusal.code) {
    case 'board-moved-on':
      return words.t('refused.boardMovedOn');
    case 'draft-locked':
      return words.t('refused.draftLocked', { people: people(naming, refusal.personIds) });
    case 'repeat-not-offered':
      return words.t('refused.repeatNotOffered');
    case 'repeat-in-use':
      return words.t('refused.repeatInUse', { people: people(naming, refusal.personIds) });
    case 'nothing-to-send':
      return words.t('refused.nothingToSend');
    default:
      return null;
  }
};

const matchingText = (naming: Naming, refusal: Refusal): string | null => {
  const { words, nameOf, reader } = naming;
  switch (refusal.code) {
    case 'rule':
    case 'lock-against-rule':
      return ruleReasonTexts(words, refusal.reasons, reader, nameOf).join(' ');
    case 'not-free':
      return words.t('refused.notFree', { people: people(naming, refusal.personIds) });
    case 'chains-unconfirmed':
      return words.t('refused.chainsUnconfirmed', { people: people(naming, refusal.personIds) });
    case 'people-moved-on':
      return words.t('refused.peopleMovedOn');
    case 'people-file-faulty':
      return words.t('refused.peopleFileFaulty');
    case 'too-many-apart':
      return words.t('refused.tooManyApart', { most: refusal.most });
    case 'too-many':
      return words.t('refused.tooMany', { participants: refusal.participants, most: refusal.most });
    case 'matching-out-of-memory':
      return words.t('refused.matchingOutOfMemory');
    case 'matching-broke-off':
      return words.t('refused.matchingBrokeOff');
    case 'stopped':
      return words.t('refused.matchingStopped');
    case 'reserve-not-free':
      return words.t('refused.reserveNotFree', { name: nameOf(refusal.personId) });
    case 'lock-overlaps':
      return words.t('refused.lockOverlaps', { name: nameOf(refusal.personId) });
    case 'duplicate-participant':
    case 'unknown-participant':
    case 'lock-not-two-or-three':
    case 'points-too-wide':
    case 'proof-failed':
      return words.t('refused.matchingFailed', { code: refusal.code });
    default:
      return null;
  }
};

const directoryText = (naming: Naming, refusal: Refusal): string | null => {
  const { words } = naming;
  switch (refusal.code) {
    case 'permission-missing':
      return words.t('refused.permissionMissing', { permission: refusal.permission });
    case 'audience-not-found':
      return words.t('refused.audienceNotFound');
    case 'unavailable':
      return words.t('refused.directoryUnavailable');
    case 'unreadable':
      return words.t('refused.directoryUnreadable', { field: refusal.field });
    case 'unknown-people':
      return words.t('refused.unknownPeople', { entries: words.list(refusal.entries.slice(0, most)) });
    case 'manager-circle':
      return words.t('refused.managerCircle', { people: people(naming, refusal.path) });
    case 'no-time-zone':
      return words.t('refused.noTimeZone', { name: refusal.name });
    case 'department-twice':
      return words.t('refused.departmentTwice', { departments: words.list(refusal.departments.slice(0, most)) });
    default:
      return null;
  }
};

/** What one part of the product refuses by itself. */
const apartText = (naming: Naming, refusal: Refusal): string | null =>
  sessionRefusalText(naming.words, refusal) ??
  noteRefusalText(naming.words, refusal) ??
  wishRefusalText(naming.words, refusal, (ids) => people(naming, ids)) ??
  awaydayText(naming, refusal) ??
  closingRefusalText(naming.words, refusal) ??
  feedbackRefusalText(naming, refusal) ??
  choosingRefusalText(naming.words, refusal) ??
  twoTwoRefusalText(naming, refusal);

/** What was refused and what to do, as a sentence for the person who asked. */
export const refusalText = (naming: Naming, refusal: Refusal): string => {
  const known =
    roundText(naming, refusal) ??
    administratorText(naming, refusal) ??
    draftText(naming, refusal) ??
    matchingText(naming, refusal) ??
    directoryText(naming, refusal);
  if (known !== null) return known;
  const { words } = naming;
  const apart = apartText(naming, refusal);
  if (apart !== null) return apart;
  switch (refusal.code) {
    case 'too-busy':
      return words.t('refused.tooBusy');
    case 'not-allowed':
      return words.t('refused.notAllowed');
    case 'not-invited':
      return words.t('refused.notInvited');
    case 'work-running':
      return words.t('refused.workRunning');
    case 'who-sees-what-changed':
      return words.t('refused.whoSeesWhatChanged');
    case 'in-a-pair':
      return words.t('refused.inAPair');
    case 'may-not-suggest':
      return words.t('refused.maySuggestNobody');
    case 'suggestion-open':
      return words.t('refused.suggestionOpen');
    case 'nominee':
      return nomineeText(words, refusal.standing, (id) => (id === refusal.asker ? words.t('reason.you') : naming.nameOf(id))) ?? '';
    case 'own-match':
      return words.t('refused.ownMatch');
    case 'not-open':
    case 'already-formed':
      return words.t('refused.notOpen');
    case 'not-found':
    case 'not-a-member':
      return words.t('refused.notFound');
    default:
      return words.t('refused.givenUp');
  }
};
