import { addAdministrator, handlersOf, lacksHandler, removeAdministrator } from '@coaching-pairs/shared/round/administrators';
import { beginWave } from '@coaching-pairs/shared/round/moves';
import { acceptProposal } from '@coaching-pairs/shared/round/proposal';
import { isAdministrator, type Round, replan } from '@coaching-pairs/shared/round/round';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drafted, id, ids, plan, refusal, roundsFor, sent, value } from './people.js';

const { administratorIds: _none, ...newPlan } = plan;
const rounds = roundsFor();
const alone = roundsFor({ administratorIds: [] });
const formed = (...names: readonly string[]) =>
  ids(...names).reduce((proposal, person) => value(acceptProposal(proposal, person)), sent(...names));

describe('naming and removing administrators', () => {
  it('is possible until the round is closed', () => {
    const open = [rounds.draft, rounds.held, rounds.inviting, rounds.matching, rounds.proposed, rounds.active, rounds.awayday];
    for (const round of open) {
      const more = value(addAdministrator(round, id('Noor'), []));
      expect(more.administratorIds).toEqual(ids('Priya', 'Omar', 'Noor'));
      expect(value(removeAdministrator(more, id('Omar'), [])).administratorIds).toEqual(ids('Priya', 'Noor'));
    }
    expect(refusal(addAdministrator(rounds.closed, id('Noor'), []))).toMatchObject({ code: 'wrong-state' });
    expect(refusal(removeAdministrator(rounds.closed, id('Omar'), []))).toMatchObject({ code: 'wrong-state' });
  });

  it('[R-11] of the same person a second time changes nothing', () => {
    expect(value(addAdministrator(rounds.matching, id('Omar'), []))).toBe(rounds.matching);
    expect(value(removeAdministrator(rounds.matching, id('Noor'), []))).toBe(rounds.matching);
  });

  it('[CP-33] never makes the round leader an administrator, who would read who sits out', () => {
    expect(refusal(addAdministrator(rounds.matching, id('Maya'), []))).toEqual({ code: 'leader-as-administrator', personId: 'maya' });
  });

  it("[CP-33] never names as helper somebody who is in the people partner's own match, while it is drafted or out", () => {
    for (const match of [drafted('Priya', 'Sam'), sent('Priya', 'Sam')])
      expect(refusal(addAdministrator(alone.proposed, id('Sam'), [match]))).toEqual({ code: 'in-partners-match', personId: 'sam' });
    expect(addAdministrator(alone.proposed, id('Sam'), [formed('Priya', 'Sam')]).ok).toBe(true);
    expect(addAdministrator(alone.proposed, id('Sam'), [sent('Tom', 'Sam')]).ok).toBe(true);
  });

  it("[CP-33] keeps whoever looks after the people partner's own match as long as it is out", () => {
    const out = [sent('Priya', 'Sam')];
    expect(refusal(removeAdministrator(rounds.proposed, id('Omar'), out))).toEqual({
      code: 'second-administrator-needed',
      personId: 'omar',
    });
    expect(removeAdministrator(value(addAdministrator(rounds.proposed, id('Noor'), out)), id('Omar'), out).ok).toBe(true);
    for (const match of [drafted('Priya', 'Sam'), formed('Priya', 'Sam'), sent('Tom', 'Sam')])
      expect(removeAdministrator(rounds.proposed, id('Omar'), [match]).ok).toBe(true);
  });

  it('leaves at least one administrator, whatever is named and removed: the people partner stays', () => {
    expect(refusal(removeAdministrator(rounds.draft, id('Priya'), []))).toEqual({ code: 'people-partner-stays' });
    const person = fc.constantFrom('Priya', 'Omar', 'Maya', 'Sam', 'Noor').map(id);
    const act = fc.tuple(fc.constantFrom(addAdministrator, removeAdministrator), person);
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const after = acts.reduce<Round>((round, [move, who]) => {
          const next = move(round, who, [sent('Priya', 'Sam')]);
          return next.ok ? next.value : round;
        }, rounds.proposed);
        expect(isAdministrator(after, id('Priya'))).toBe(true);
        expect(isAdministrator(after, id('Maya'))).toBe(false);
        expect(new Set(after.administratorIds).size).toBe(after.administratorIds.length);
      }),
    );
  });
});

describe('[CP-33] who can look after the people partner’s own match', () => {
  it('is an administrator who neither leads the round nor is in that match', () => {
    const many = roundsFor({ administratorIds: ids('Omar', 'Maya', 'Sam') }).matching;
    expect(handlersOf(many, ids('Priya', 'Sam'))).toEqual(ids('Omar'));
    expect(lacksHandler(many, [ids('Priya', 'Omar', 'Sam')])).toBe(true);
    expect(lacksHandler(many, [ids('Tom', 'Lena')])).toBe(false);
  });

  it('is asked for at every sending', () => {
    const own = [ids('Priya', 'Sam')];
    for (const administratorIds of [[], ids('Maya'), ids('Sam'), ids('Maya', 'Sam')])
      expect(refusal(beginWave(roundsFor({ administratorIds }).matching, own))).toEqual({ code: 'second-administrator-missing' });
    expect(beginWave(value(addAdministrator(alone.matching, id('Noor'), [drafted('Priya', 'Sam')])), own).ok).toBe(true);
  });
});

describe('planning a draft anew', () => {
  const withPartner = (name: string, by: string) =>
    value(replan(rounds.draft, { ...newPlan, peoplePartnerId: id(name) }, id(by))).administratorIds;

  it('keeps its administrators', () => {
    expect(withPartner('Priya', 'Omar')).toEqual(ids('Priya', 'Omar'));
  });

  it('exchanges the people partner, but takes the round from nobody who plans it or has opened it', () => {
    const opened = { ...rounds.draft, createdBy: id('Omar') };
    const exchanged = (by: string) => value(replan(opened, { ...newPlan, peoplePartnerId: id('Lena') }, id(by))).administratorIds;
    expect(exchanged('Omar')).toEqual(ids('Lena', 'Omar'));
    expect(exchanged('Priya')).toEqual(ids('Lena', 'Priya', 'Omar'));
    // Priya opened this one.
    expect(withPartner('Lena', 'Omar')).toEqual(ids('Lena', 'Priya', 'Omar'));
  });
});
