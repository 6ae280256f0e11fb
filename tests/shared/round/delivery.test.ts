import { isUnreachable, reportedKind, reportedKinds, undeliveredReason, undeliveredReasons } from '@coaching-pairs/shared/round/delivery';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';

describe('what a delivery report names', () => {
  it('[CP-33] is no kind from which a decline could be read, and none that nobody has thought about', () => {
    for (const discreet of ['being-reworked', 'in-one-line', 'match-reminder', 'something-new'])
      expect(reportedKind(discreet), discreet).toBeNull();
    expect(reportedKinds.map(reportedKind)).toEqual([...reportedKinds]);
  });
});

describe('why a message was given up', () => {
  it.each([
    ['ConversationBlockedByUser', 'blocked'],
    ['MessageWritesBlocked', 'blocked'],
    ['BotNotInConversationRoster', 'not-installed'],
    ['ConversationNotFound', 'not-installed'],
    ['InstallRefused', 'not-installed'],
    ['InstallNotPermitted', 'not-permitted'],
    ['AppNotInCatalogue', 'not-installed'],
    ['BotDisabledByAdmin', 'switched-off'],
    ['Status403', 'person-refused'],
    ['PersonNotFound', 'person-refused'],
    ['ServiceUrlNotAllowed', 'person-refused'],
    ['perhaps-delivered', 'perhaps-arrived'],
    ['throttled', 'too-busy'],
    ['precondition', 'too-busy'],
    ['ECONNREFUSED', 'no-connection'],
    ['conversation-not-opened', 'no-connection'],
    ['TokenUnavailable', 'app-refused'],
    ['Status401', 'app-refused'],
    ['poison', 'unsendable'],
    ['Status413', 'unsendable'],
    ['Teapot', 'other'],
    [null, 'other'],
  ] as const)('%s means %s', (code, reason) => expect(undeliveredReason(code)).toBe(reason));

  it('[R-07] is about the person where nothing would reach them, and has words and advice for each', () => {
    expect(undeliveredReasons.filter(isUnreachable)).toEqual([
      'blocked',
      'not-installed',
      'not-permitted',
      'switched-off',
      'person-refused',
    ]);
    const { t } = wordsFor('en-GB');
    for (const reason of undeliveredReasons) {
      expect(t(`tab.delivery.reason.${reason}`)).not.toBe('');
      expect(t(`tab.delivery.help.${reason}`)).not.toBe('');
    }
  });
});
