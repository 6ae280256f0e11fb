export const cast = {
  stranger: 'Stella',
  participant: 'Ana',
  silentMember: 'Nils',
  roundLeader: 'Maya',
  peoplePartner: 'Priya',
  administrator: 'Omar',
  administratorElsewhere: 'Quinn',
  peoplePartnerElsewhere: 'Rhea',
  participantElsewhere: 'Vera',
  openerOfNone: 'Toby',
} as const;
export type Role = keyof typeof cast;

/** Whom a call on the first round succeeds for, and its body; `person` is the one it is about. */
export type Row = {
  readonly whom: readonly Role[] | 'everybody' | 'organisers' | 'openers' | 'administrators';
  readonly body?: (about: { readonly person: string; readonly more: string; readonly op: string }) => object;
  /** The body names somebody who has to belong to the round. */
  readonly namesSomebody?: true;
};

export const only = (whom: Row['whom'], body?: Row['body'], names?: 'namesSomebody'): Row => ({
  whom,
  ...(body !== undefined && { body }),
  ...(names !== undefined && { namesSomebody: true }),
});
export const change: Row['body'] = ({ op }) => ({ opId: op });
