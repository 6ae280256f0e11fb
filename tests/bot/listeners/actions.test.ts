import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsOf } from '../cards/every-card.js';
import { id } from '../workflows/world.js';
import { type Scene, type Stage, stageIn, states } from './bot.js';

const verbs = ['join', 'sitOut', 'tellMore', 'showInvitation', 'acceptProposal', 'declineProposal', 'showProposal', 'showStatus'] as const;
const actors = ['asked', 'partner', 'paired', 'silent', 'outsider', 'organiser'] as const;
type Verb = (typeof verbs)[number];
type Who = (typeof actors)[number];

const idOf = (stage: Stage, who: Who) =>
  ({ asked: id('Sam'), partner: stage.partner, paired: stage.paired, silent: id('Jonas'), outsider: id('Nora'), organiser: id('Priya') })[
    who
  ];

const dataFor = (stage: Stage) => ({ roundId: stage.round, proposalId: stage.proposal?.id ?? 'none', disclosureVersion: 1 });

/** The whole of what clicks may change: who, what, when. */
const mayChange = (verb: Verb, who: Who, state: Scene): boolean => {
  const answering = state === 'inviting' || state === 'proposed' || state === 'withdrawn';
  if (who === 'outsider' || who === 'organiser') return false;
  if (verb === 'join') return answering && who === 'silent';
  if (verb === 'sitOut') return answering && !(state !== 'inviting' && who === 'paired');
  if (verb === 'acceptProposal' || verb === 'declineProposal') return state === 'proposed' && (who === 'asked' || who === 'partner');
  return false;
};

const aboutProposals: readonly Verb[] = ['acceptProposal', 'declineProposal'];
const isParty = (stage: Stage, who: Who): boolean => stage.proposal?.memberIds.includes(idOf(stage, who)) === true;
const learnsNothing = (stage: Stage, verb: Verb, who: Who): boolean =>
  who === 'outsider' || who === 'organiser' || (aboutProposals.includes(verb) && !isParty(stage, who));

describe('[S-07] every click of everybody in every state of a round', () => {
  it.each(states)(
    '%s: changes what it may, and nothing else; whoever may not is told so kindly',
    async (state) => {
      for (const verb of verbs) {
        for (const who of actors) {
          const stage = await stageIn(state);
          const before = await stage.everything();
          const { result, action, writings } = await stage.click(idOf(stage, who), verb, dataFor(stage));
          const changed = (await stage.everything()) !== before;
          expect([state, verb, who, changed]).toEqual([state, verb, who, mayChange(verb, who, state)]);
          const told = action !== undefined && 'message' in action ? action.message : '';
          expect([state, verb, who, result, told !== '']).toEqual([state, verb, who, 'done', learnsNothing(stage, verb, who)]);
          expect([verb, who, told.match(/[a-z]-[a-z]+-|undefined|\{/u), writings]).toEqual([verb, who, null, []]);
        }
      }
    },
    60_000,
  );

  it("[S-11] somebody else's round is answered as one that does not exist", async () => {
    const stage = await stageIn('proposed');
    for (const verb of verbs) {
      const theirs = await stage.click(id('Nora'), verb, dataFor(stage));
      const none = await stage.click(id('Nora'), verb, { ...dataFor(stage), roundId: 'no-such-round', proposalId: 'no-such-match' });
      expect([verb, theirs.action]).toEqual([verb, none.action]);
    }
  });

  it('a stale card changes nothing and is brought up to date', async () => {
    const stage = await stageIn('proposed');
    await stage.click(stage.partner, 'declineProposal', dataFor(stage));
    const before = await stage.everything();
    const { action } = await stage.click(id('Sam'), 'acceptProposal', dataFor(stage));
    expect(await stage.everything()).toBe(before);
    expect(action !== undefined && 'card' in action ? textsOf(action.card) : []).toContain('Your match is being reworked');
  });

  it('[CP-33] a card of a withdrawn match changes nothing, whatever is clicked on it, and reads as after the partner’s decline', async () => {
    const declined = await stageIn('proposed');
    await declined.click(declined.partner, 'declineProposal', dataFor(declined));
    const withdrawn = await stageIn('withdrawn');
    const before = await withdrawn.everything();
    for (const verb of ['acceptProposal', 'declineProposal', 'showProposal', 'showStatus', 'showInvitation'] as const) {
      const [one, other] = await Promise.all(
        [declined, withdrawn].map(async (stage) => {
          const { action } = await stage.click(id('Sam'), verb, dataFor(stage));
          return action !== undefined && 'card' in action ? textsOf(action.card) : [];
        }),
      );
      expect([verb, other]).toEqual([verb, one]);
      expect(other?.join(' ')).toContain('being reworked');
    }
    expect(await withdrawn.everything()).toBe(before);
    for (const said of ['status', 'my pair']) expect(await withdrawn.say('Sam', said)).toBe(await declined.say('Sam', said));
  });

  it('[C-01] joining on a card that shows an older “who sees what” does not count, and shows the present one', async () => {
    const stage = await stageIn('inviting');
    const before = await stage.everything();
    const { action } = await stage.click(id('Jonas'), 'join', { roundId: stage.round, disclosureVersion: 0 });
    expect(await stage.everything()).toBe(before);
    expect(action !== undefined && 'card' in action ? textsOf(action.card) : []).toContain('Would you like to be in a coaching pair?');
  });

  it('[S-06] forged data never answers for somebody else: it does what the honest click does, or nothing', async () => {
    const other = fc.constantFrom('Tom', 'Lena', 'Aisha', 'Jonas', 'Nora').map(id);
    const extra = fc.dictionary(fc.constantFrom('personId', 'actor', 'from', 'aadObjectId', 'opId', 'answer', 'constructor'), other);
    const odd = fc.oneof(
      fc.constant(undefined),
      fc.constant(null),
      fc.integer(),
      fc.constantFrom('__proto__', '', '../x', 'a~b'),
      fc.object(),
    );
    const forged = fc.record({ roundId: odd, proposalId: odd, disclosureVersion: odd }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...verbs), extra, forged, async (verb, own, wrong) => {
        const stage = await stageIn('proposed');
        const rowsOf = async () =>
          new Map(
            (await stage.steps.content()).content.participants.map((one) => [one.personId, JSON.stringify([one.answer, one.answeredAt])]),
          );
        const before = await rowsOf();
        const whole = await stage.everything();
        const { action } = await stage.click(id('Sam'), verb, { ...dataFor(stage), ...own, ...wrong });
        const after = await rowsOf();
        for (const [person, row] of before) if (person !== id('Sam')) expect([person, after.get(person)]).toEqual([person, row]);
        const proposals = (await stage.steps.content()).content.proposals;
        for (const { acceptedBy, declinedBy, memberIds } of proposals)
          if (memberIds.includes(id('Sam')))
            for (const person of [...acceptedBy, ...(declinedBy === null ? [] : [declinedBy])]) expect(person).toBe(id('Sam'));
        if ('roundId' in wrong && wrong.roundId !== stage.round) expect(await stage.everything()).toBe(whole);
        expect(action).toBeDefined();
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('an installation', () => {
  it('[R-07] is answered with a welcome, and whoever could not be reached counts as reachable again', async () => {
    const stage = await stageIn('inviting');
    const { deps } = stage.process;
    await deps.rounds.noteUnreachable(stage.round, id('Sam'), 'ConversationBlockedByUser');
    const { writings } = await stage.app.handle(stage.turnOf(id('Sam'), { kind: 'event', name: 'installed', people: [] }));
    expect(writings).toMatchObject([{ kind: 'say', message: { kind: 'card', summary: 'News from Coaching Pairs' } }]);
    expect(await deps.rounds.unreachable(stage.round)).toEqual([]);
  });
});
