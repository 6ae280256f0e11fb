import type { Nominees } from '@coaching-pairs/shared/wire/mine';
import { type FakeRound, joinedOf, standingOf } from './round.js';

const personIn = (round: FakeRound, id: string) => round.people.find((one) => one.id === id) ?? { id, name: id, functionName: null };

/** Everybody who joined and is in no pair: of one function for the people partner, and the first of others not possible. */
export const nomineesFor = (round: FakeRound, viewer: string, query: string): Nominees => {
  const me = personIn(round, viewer);
  const partners = round.proposals.find(({ state, members }) => state === 'sent' && members.some(({ id }) => id === viewer))?.members ?? [
    me,
  ];
  const others = joinedOf(round).filter((one) => standingOf(round, one.id) !== 'paired' && !partners.some(({ id }) => id === one.id));
  const found = others.filter(({ name }) => name.toLowerCase().startsWith(query.toLowerCase()));
  const people = found.slice(0, 8).map((person, place): Nominees['people'][number] => {
    if (place === 0) return { person, standing: 'not-possible', why: `In one management chain: ${person.name} → you.` };
    if (place === 1) return { person, standing: 'not-possible', why: 'Not available this round.' };
    if (person.functionName !== me.functionName) return { person, standing: 'possible', why: null };
    return { person, standing: 'needs-tap', why: `You both belong to ${me.functionName}, so the people partner looks at it first.` };
  });
  return { people, more: Math.max(0, found.length - people.length) };
};

export const suggest = (round: FakeRound, viewer: string, nomineeId: string): void => {
  const [by, nominee] = [personIn(round, viewer), personIn(round, nomineeId)];
  round.proposals = round.proposals.map((one) =>
    one.state === 'sent' && one.members.some(({ id }) => id === viewer) ? { ...one, state: 'being-reworked', declinedBy: viewer } : one,
  );
  const needsTap = by.functionName === nominee.functionName;
  const id = `suggestion-${round.suggestions.length + 1}`;
  round.suggestions = [...round.suggestions, { id, by, nominee, needsTap, reasons: ['Same language: English'], answerBy: '2026-12-18' }];
};

export const settle = (round: FakeRound, id: string | undefined, pass: boolean): void => {
  round.suggestions = round.suggestions.flatMap((one) => (one.id !== id ? [one] : pass ? [{ ...one, needsTap: false }] : []));
};

/** Whether it was about a suggestion: taken back, or answered by whom it names. */
export const answerSuggestion = (round: FakeRound, viewer: string, id: string, answer: string): boolean => {
  const found = round.suggestions.find((one) => one.id === id);
  if (found === undefined) return false;
  round.suggestions = round.suggestions.filter((one) => one.id !== id);
  if (answer !== 'accept' || found.nominee.id !== viewer) return true;
  const members = [found.by, found.nominee];
  const isOf = (ids: readonly { readonly id: string }[]): boolean => ids.some((one) => members.some((member) => member.id === one.id));
  round.proposals = round.proposals.map((one) => (one.state === 'sent' && isOf(one.members) ? { ...one, state: 'being-reworked' } : one));
  const pair = {
    id,
    members,
    reasons: found.reasons,
    links: [],
    locked: false,
    byHand: false,
    fresh: false,
    leansOn: null,
    unconfirmed: false,
  };
  const state = {
    state: 'formed',
    answerBy: null,
    mayWithdraw: false,
    acceptedBy: members.map((one) => one.id),
    declinedBy: null,
  } as const;
  round.proposals = [...round.proposals, { ...pair, ...state }];
  return true;
};
