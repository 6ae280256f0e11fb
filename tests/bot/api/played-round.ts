import { routes } from '@coaching-pairs/shared/wire/routes';
import { expect } from 'vitest';
import type { z } from 'zod';
import { fullName, idOf } from './company.js';
import type { House } from './house.js';

type Named = keyof typeof routes;

/** Fills the braces of a route's path. */
export const pathOf = (name: Named, parameters: Readonly<Record<string, string>> = {}): string =>
  routes[name].path.replace(/\{(\w+)\}/gu, (_whole, key: string) => encodeURIComponent(parameters[key] ?? ''));

export const joiners = ['Ana', 'Ben', 'Cleo', 'Dev', 'Edda', 'Finn', 'Gwen', 'Hugo'];
export const silent = 'Maya';
export const sittingOut = 'Nils';
/** All that people may write by hand in a round; none of it belongs in a log. */
export const canaries = { name: 'canary-round-name', commonApproach: 'canary-common-approach', functionName: 'canary-function-name' };

export type Cast = {
  readonly opens: string;
  readonly partner: string;
  readonly leader: string;
  readonly joiners: readonly string[];
  readonly others: readonly string[];
};

/** Omar opens it, Priya is its people partner, Maya its round leader. */
export const spring: Cast = { opens: 'Omar', partner: 'Priya', leader: 'Maya', joiners, others: [silent, sittingOut] };
/** A round that has nothing to do with the other. */
export const autumn: Cast = { opens: 'Quinn', partner: 'Rhea', leader: 'Uma', joiners: ['Uma', 'Vera'], others: [] };

/** A round that is played by real calls. */
export const playRound = (house: House, opened: string, cast: Cast = spring) => {
  let operations = 0;
  const opId = (): string => `${opened}-${String(++operations).padStart(6, '0')}`;
  const id = `r-${opened}-000001`;
  const does = async <Name extends Named>(who: string, name: Name, body?: object, parameters: Readonly<Record<string, string>> = {}) => {
    const given = routes[name].body === null ? undefined : { opId: opId(), ...body };
    const answer = await house.call(who, routes[name].method, pathOf(name, { roundId: id, ...parameters }), given);
    expect(answer.status, `${who} ${name} ${answer.text}`).toBe(200);
    return routes[name].answer.parse(answer.body) as z.output<(typeof routes)[Name]['answer']>;
  };
  const works = async (name: Named, body?: object): Promise<void> => {
    await does(cast.partner, name, body);
    await house.runner.runNow();
    const { works: found } = await does(cast.partner, 'overview');
    expect(found.map(({ state }) => state)).not.toContain('failed');
    expect(found.every(({ state }) => state === 'done')).toBe(true);
  };
  const answers = (who: string, answer: 'joined' | 'sitting-out') => does(who, 'answerInvitation', { answer, disclosureVersion: 1 });
  const plan = {
    ...{
      name: canaries.name,
      introduction: 'owner',
      leaderId: idOf(cast.leader),
      peoplePartnerId: idOf(cast.partner),
      administratorIds: [],
    },
    ...{ answersBy: '2026-12-04', startsOn: '2026-12-07', endsOn: '2027-05-28' },
  };
  return {
    ...{ id, plan, does, opId, answers },
    opens: () => does(cast.opens, 'openRound', { plan }),
    chooses: (names: readonly string[] = [...cast.joiners, ...cast.others]) =>
      works('chooseAudience', { audience: { kind: 'list', entries: names.map(idOf) } }),
    invites: async () => {
      await works('announceKickOff', { on: '2026-11-23' });
      await does(cast.partner, 'holdKickOff', { commonApproach: canaries.commonApproach });
      await works('openInvitations');
    },
    joins: async () => {
      for (const who of cast.joiners) await answers(who, 'joined');
      if (cast.others.includes(sittingOut)) await answers(sittingOut, 'sitting-out');
    },
    proposes: async () => {
      await works('beginMatching');
      await works('sendProposals');
    },
    works,
    /** The sent proposals, each with the first names of its members. */
    sent: async () => {
      const { sent } = await does(cast.partner, 'board');
      const nameOf = (full: string): string => cast.joiners.find((name) => fullName(name) === full) ?? full;
      return sent.map((proposal) => ({ id: proposal.id, members: proposal.members.map(({ name }) => nameOf(name)) }));
    },
    says: (who: string, proposalId: string, answer: 'accept' | 'decline') => does(who, 'answerProposal', { answer }, { proposalId }),
  };
};
export type PlayedRound = ReturnType<typeof playRound>;
