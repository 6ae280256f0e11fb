import type { Me } from '@coaching-pairs/shared/wire/mine';
import { cleanup, configure, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type As, type EnquiryDraft, emptyDraft, enquiryOf } from '../../tab/src/pages/two-two/engagement/enquiry-draft.js';
import { nextStepOf } from '../../tab/src/pages/two-two/engagement/next-step.js';
import { accepted, engagementAt, ines, karl, lena, putForward, rosa, sam } from './fake/engagement-paper.js';
import type { EngagementOnPaper, World } from './fake/world.js';
import { button, click, confirms, dialog, field, finds, heading, noButton, part, twoTwoOver, writes } from './two-two-stage.js';

let world: World;
let paper: EngagementOnPaper;
const anybody = { on: true, coordinator: false, coach: false };
const at = (path: string, who = rosa, twoTwo: Me['twoTwo'] = anybody) => twoTwoOver(world).at(path, who, twoTwo);
const opens = (engagement: NonNullable<EngagementOnPaper['engagement']>, who = rosa) => {
  paper.engagement = engagement;
  return at('/2-2/engagements/e-1', who);
};

configure({ asyncUtilTimeout: 20_000 });
beforeEach(() => {
  paper = { moves: [] };
  world = { rounds: [], everybody: [rosa, sam, ines, karl, lena], groups: [], administrators: new Set(), engagement: paper };
});
afterEach(cleanup);

describe('what comes next', () => {
  const mine = { mine: '2026-11-20T09:00:00.000Z', version: 1 };
  it('[TT-05] [TT-10] is told of oneself alone until both have answered, and leads from the enquiry to the end', () => {
    const next = (...given: Parameters<typeof engagementAt>) =>
      nextStepOf(engagementAt(...given), given[1] === 'client' ? 'rosa' : 'ines').step;
    expect([
      next('enquiry', 'client'),
      next('enquiry', 'client', { consent: { ...mine, both: false } }),
      next('enquiry', 'client', { consent: { ...mine, both: true } }),
      ...[false, true].map((said) =>
        next('enquiry', 'client', { consent: { ...mine, both: true }, putForward: { ...putForward, mine: said } }),
      ),
      ...[next('discovery', 'client'), next('discovery', 'coach')],
      ...[next('proposal', 'client'), next('proposal', 'coach')],
      ...[next('agreed', 'client'), next('agreed', 'coach')],
      ...[next('active', 'client'), next('active', 'coach')],
      ...[next('closing', 'client'), next('closed', 'client')],
    ]).toEqual([
      ...['answer', 'answers', 'coaches', 'near', 'near-mine', 'prepare', 'recommend', 'structure', 'structure-coach', 'accept', 'accept'],
      ...['goals', 'meet', 'finish', 'ended'],
    ]);
    const { agreement } = engagementAt('agreed', 'client');
    const mineAlone = { agreement: { ...agreement, accepted: accepted(rosa) } };
    expect([next('agreed', 'client', mineAlone), next('active', 'client', { agreement, mayBook: false })]).toEqual([
      'agreements',
      'accept-anew',
    ]);
  });
});

describe('an enquiry', () => {
  it('[TT-01] is for two different people, and for a sponsor who is neither of them nor the client who enquires', () => {
    const of = (as: As, more: Partial<EnquiryDraft>) => enquiryOf({ ...emptyDraft(as), dyad: 'peers', ...more }, 'rosa');
    const gaps = [
      of('client', {}),
      of('client', { other: rosa }),
      of('client', { other: sam, dyad: null }),
      of('client', { other: sam, withSponsor: true }),
      of('client', { other: sam, withSponsor: true, sponsor: sam }),
      of('sponsor', { one: sam, other: rosa }),
      of('coordinator', { one: sam, other: sam }),
    ].map(({ gap }) => gap);
    expect(gaps).toEqual(['people', 'same', 'dyad', 'sponsor', 'sponsor-same', 'same', 'same']);
    const two = { one: sam, other: ines };
    expect([of('sponsor', two), of('coordinator', two)]).toEqual(
      (['sponsor', 'coordinator'] as const).map((as) => ({
        gap: null,
        sent: { as, dyad: 'peers', clientIds: ['sam', 'ines'], sponsorId: as === 'sponsor' ? 'rosa' : null },
      })),
    );
  });
});

describe('the way in', () => {
  it('[TT-10] [TT-03] [TT-04] [TT-63] one of the two enquires: whom, what they are to each other, a sponsor, and what it is and is not', async () => {
    at('/2-2/engagements/new');
    expect(await heading('Neither mediation nor therapy', 3)).toBeDefined();
    expect(await heading('Where confidentiality ends', 3)).toBeDefined();
    expect((await button('Send the enquiry')).getAttribute('aria-disabled')).toBe('true');
    await finds(/^With whom/u, sam);
    fireEvent.click(await field('One of you reports to the other'));
    fireEvent.click(await field('Somebody sponsors it'));
    expect(await screen.findByText(/Please choose who sponsors it/u)).toBeDefined();
    fireEvent.click(await field('No sponsor'));
    await click('Send the enquiry');
    expect(screen.getByText(/Sam Oduya reads that you enquire/u)).toBeDefined();
    confirms('Send the enquiry');
    expect(await screen.findByText('Sent. Open it to say yes for yourself')).toBeDefined();
    expect(paper.enquiry).toEqual({ as: 'client', dyad: 'manager-and-report', clientIds: ['rosa', 'sam'], sponsorId: null });
  });

  it('[TT-05] each says yes for themselves, and reads nothing of the other meanwhile', async () => {
    opens(engagementAt('enquiry', 'client'));
    expect(await heading('Would you like this?')).toBeDefined();
    expect(screen.getByText('Only you see what you answer')).toBeDefined();
    await click('Yes, I would like this');
    expect(await heading('You have answered')).toBeDefined();
    expect(paper.moves).toEqual([{ kind: 'consent', version: 1 }]);
    expect(document.body.textContent).not.toMatch(/Sam Oduya (?:has|said)/u);
  });

  it('[TT-05] a no is quiet: it says who learns what before it, and reads like every other end of an enquiry after it', async () => {
    opens(engagementAt('enquiry', 'client'));
    await click('I would rather not');
    expect(dialog().getByText(/Nobody is told who said no/u)).toBeDefined();
    expect(dialog().getByText(/again for 30 days/u)).toBeDefined();
    confirms('I would rather not');
    expect(await heading('This does not go ahead')).toBeDefined();
    expect(screen.getByText(/can enquire again from 20 December 2026/u)).toBeDefined();
    expect(paper.moves).toEqual([{ kind: 'rather-not' }]);
    expect(noButton('I would rather not')).toBe(true);
  });
});

describe('from discovery to the agreement', () => {
  it('[TT-02] [TT-10] clients prepare with the questions of the call, and all four read who holds whom', async () => {
    opens(engagementAt('discovery', 'client'));
    expect(await screen.findByText('What brings you here now?')).toBeDefined();
    expect(screen.getByText('Coach, holds your experience')).toBeDefined();
    expect(screen.getByText('Coach, holds the experience of Sam Oduya')).toBeDefined();
    await click('See the questions');
    expect(document.activeElement?.textContent).toBe('For the discovery call');
  });

  it('[R-12] what another of the four did a moment ago is there as soon as a page is opened', async () => {
    opens(engagementAt('enquiry', 'client'));
    expect(await heading('Would you like this?')).toBeDefined();
    fireEvent.click(screen.getByText('My 2:2 Coaching', { selector: 'a' }));
    expect(await screen.findByText('Rosa Marin and Sam Oduya', { selector: 'a' })).toBeDefined();
    paper.engagement = engagementAt('discovery', 'client');
    fireEvent.click(screen.getByText('Rosa Marin and Sam Oduya', { selector: 'a' }));
    expect(await screen.findByText('Coach, holds your experience', {}, { timeout: 2_000 })).toBeDefined();
  });

  it('[TT-10] a coach recommends a structure: nothing is filled in beforehand', async () => {
    opens(engagementAt('discovery', 'coach'), ines);
    for (const name of [/^Number of sessions/u, /^Minutes of each/u, /^Weeks from one/u])
      expect((await field(name)).getAttribute('value')).toBe('');
    expect((await button('Recommend this')).getAttribute('aria-disabled')).toBe('true');
    await writes(/^Number of sessions/u, '6');
    await writes(/^Minutes of each/u, '5');
    await writes(/^Weeks from one/u, '3');
    expect((await button('Recommend this')).getAttribute('aria-disabled')).toBe('true');
    await writes(/^Minutes of each/u, '90');
    await click('Recommend this');
    expect(await screen.findByText('6 sessions of 90 minutes, every 3 weeks')).toBeDefined();
    expect(paper.moves).toEqual([{ kind: 'recommend', base: 0, sessions: 6, minutes: 90, everyWeeks: 3 }]);
    expect(await button('Recommend something else')).toBeDefined();
  });

  it('[TT-10] a client says yes to the structure, and is told nothing of the other’s yes', async () => {
    opens(engagementAt('proposal', 'client'));
    await click('Yes, this suits me');
    expect(await heading('You have said yes to the structure')).toBeDefined();
    expect(paper.moves).toEqual([{ kind: 'accept-frame', version: 1 }]);
  });

  it('[TT-30] [TT-31] [TT-32] [TT-34] the agreement: terms by party, guidance that nobody signs, own words, and my yes by name', async () => {
    const { agreement } = engagementAt('agreed', 'client');
    opens(engagementAt('agreed', 'client', { agreement: { ...agreement, accepted: accepted(sam, karl) } }));
    expect(await screen.findByText(/I switch notifications off while we meet/u)).toBeDefined();
    expect(screen.getByText('I keep to the ICF Code of Ethics.')).toBeDefined();
    expect(screen.getByText('This is guidance. Nobody signs it.')).toBeDefined();
    expect(screen.getAllByText('Still to accept')).toHaveLength(2);
    expect(screen.getByText(/No session can be booked before all four/u)).toBeDefined();
    await click('I accept, as Rosa Marin');
    expect(await heading('You have accepted your part')).toBeDefined();
    expect(screen.getByText(/Still to come: Ines Falk\./u)).toBeDefined();
    expect(noButton(/^I accept/u)).toBe(true);
  });

  it('[TT-34] [TT-61] what the four write is a new version, after which all are asked anew; a sponsor never reads it', async () => {
    opens(engagementAt('active', 'client'));
    await click('Add something');
    expect(part('#part-agreement').getAllByText('The four of you read this; a sponsor never does')).toHaveLength(3);
    expect((await button('Save for all four')).getAttribute('aria-disabled')).toBe('true');
    await writes(/^What stays among you/u, 'That we meet at all.');
    await click('Save for all four');
    expect(await heading('The agreement has changed')).toBeDefined();
    expect(screen.getByText('That we meet at all.')).toBeDefined();
    expect(paper.moves).toMatchObject([{ kind: 'write-terms', base: 0, confidentiality: 'That we meet at all.' }]);
  });
});

describe('who is in it', () => {
  it('[TT-02] a client reads which coach holds whom, and what each says of themselves; a coach is not told their own', async () => {
    opens(engagementAt('discovery', 'client'));
    expect(await screen.findByText('Coach, holds your experience')).toBeDefined();
    expect(screen.getByText('I listen for what is not said.')).toBeDefined();
    expect(screen.getByText('Speaks English and Deutsch · Leeds')).toBeDefined();
    cleanup();
    opens(engagementAt('discovery', 'coach'), ines);
    expect(await screen.findByText(/you hold the experience of Rosa Marin/u)).toBeDefined();
    expect(screen.queryByText('I listen for what is not said.')).toBeNull();
  });
});

describe('the end', () => {
  it('[TT-64] any of the four ends it without a reason, after reading who is told what', async () => {
    opens(engagementAt('active', 'coach'), ines);
    await click('End it');
    const lines = dialog()
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(lines).toHaveLength(7);
    expect(lines.join(' ')).toMatch(/Nobody is told by whom.*The sponsor reads that it is no longer active/u);
    confirms('End it');
    expect(await heading('This has ended')).toBeDefined();
    expect(noButton('End it')).toBe(true);
  });

  it('[TT-62] [TT-64] it closes as agreed: the closing session first, then it is completed', async () => {
    opens(engagementAt('active', 'client'));
    await click('Begin closing');
    expect(dialog().getByText(/both clients approve it before you complete this/u)).toBeDefined();
    confirms('Begin closing');
    expect(await heading('Your closing session')).toBeDefined();
    await click('We have completed it');
    expect(dialog().getByText(/not approved by now never goes to the sponsor/u)).toBeDefined();
    confirms('We have completed it');
    expect(await heading('You have completed this together')).toBeDefined();
    expect(paper.moves.map(({ kind }) => kind)).toEqual(['begin-closing', 'complete']);
  });
});

describe('a page of an engagement that is none of mine', () => {
  it.each(['', '/sessions/s-1'])('[S-11] says so in words, whether it is of others, over or never was: e-9%s', async (rest) => {
    delete paper.engagement;
    at(`/2-2/engagements/e-9${rest}`, rosa, { on: true, coordinator: false, coach: false });
    expect(await heading('This is not open to you', 1)).toBeDefined();
    expect(document.querySelector('[role=alert]')).toBeNull();
    expect(await screen.findByText('My 2:2 Coaching', { selector: 'a' })).toBeDefined();
  });
});
