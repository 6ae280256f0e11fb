import type { ChooseUndelivered, DeliveryReport, UndeliveredMessage } from '@coaching-pairs/shared/wire/delivery';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { type FakeRound, now } from './round.js';

/** Invitations that were given up, for one reason after the other. */
export const undeliveredTo = (people: readonly Named[]): UndeliveredMessage[] =>
  people.map((person, place) => ({
    id: `message-${place}`,
    person,
    kind: 'invitation',
    reason: (['blocked', 'not-installed', 'perhaps-arrived'] as const)[place % 3] ?? 'other',
    at: now,
  }));

const isPersonal = ({ reason }: UndeliveredMessage): boolean => reason === 'blocked' || reason === 'not-installed';

/** As many invitations on their way as the stand-in was told to have; the rest is sent or was given up. */
export const deliveryOf = (round: FakeRound): DeliveryReport => {
  const { undelivered, toDeliver, people } = round;
  const unreachable = undelivered.filter(isPersonal);
  const reasons = [...new Set(unreachable.map(({ reason }) => reason))];
  const invitation = {
    ...{ kind: 'invitation' as const, sent: people.length - toDeliver - undelivered.length, toCome: toDeliver, due: toDeliver },
    ...{
      unreachable: unreachable.length,
      givenUp: undelivered.length - unreachable.length,
      answered: [...round.answers.values()].filter((answer) => answer !== 'none').length,
    },
  };
  return {
    name: round.plan.name,
    closed: round.state === 'closed',
    lines: round.state === 'draft' || round.state === 'kick-off' ? [] : [invitation],
    unreachable: reasons.map((reason) => ({ reason, people: unreachable.filter((one) => one.reason === reason).length })),
    undelivered: [...undelivered],
  };
};

/** They are sent again, or dropped. */
export const forget = (round: FakeRound, which: ChooseUndelivered['which']): void => {
  round.undelivered = round.undelivered.filter(({ id, reason }) =>
    which.kind === 'one' ? id !== which.messageId : reason !== which.reason,
  );
};
