import { describe, it } from 'vitest';
import { engagementAt, ines, rosa } from '../tab/fake/engagement-paper.js';
import { roundAt } from '../tab/fake/scenarios.js';
import { coachEntry } from '../tab/fake/two-two.js';
import { fakedTab } from './faked-tab.js';
import { photographs } from './guide-camera.js';

const faked = fakedTab();

const about = 'Twelve years of leading research teams, six of coaching two people at once. I ask more than I tell.';

type World = typeof faked.api.world;

const shown = async (name: string, path: string, height: number, prepare: (world: World) => void, from?: string): Promise<void> => {
  const tab = await faked.opens([roundAt('proposed')], {
    ...{ as: ines.id, path, size: { width: 980, height } },
    prepare: ({ world }) => {
      world.twoTwo = { on: true, coordinator: false, coach: true };
      prepare(world);
    },
  });
  if (from !== undefined)
    await tab
      .getByRole('heading', { name: from })
      .first()
      .evaluate((one) => {
        window.scrollTo(0, one.getBoundingClientRect().top + window.scrollY - 40);
      });
  await photographs(name, tab, tab.locator('body'), faked.page.locator('iframe'));
};

const goals = [
  {
    ...{
      id: 'g-1',
      what: 'Decide on budgets together',
      sign: 'No surprise in the quarterly meeting',
      firstStep: 'One look ahead each month',
    },
    ...{ suggestedBy: rosa, agreed: true, mine: true, closedAt: null },
  },
];
const entries = [
  {
    ...({ id: 'n-1', version: '1', author: ines, audience: 'held', changedAt: '2026-11-20T10:00:00.000Z' } as const),
    text: 'What would you try next week if nobody were watching?',
  },
];

describe('the pictures of the guide for coaches', () => {
  it('one’s own entry', () =>
    shown('guides/coaches-entry', '/2-2/me', 860, (world) => {
      const entry = coachEntry(ines.id, ines.name, { about, languages: ['English', 'German'], place: 'Vienna' });
      world.twoTwoState = { switch: { on: true, by: null, at: null }, coaches: [entry], suggestion: null };
    }));

  it('an engagement with its next step', () =>
    shown('guides/coaches-engagement', '/2-2/engagements/e-1', 900, (world) => {
      world.engagement = { engagement: engagementAt('active', 'coach', { focus: ['trust', 'roles'], goals }), moves: [] };
    }));

  it('notes and who reads them', () =>
    shown(
      'guides/coaches-notes',
      '/2-2/engagements/e-1',
      760,
      (world) => {
        const audiences = ['only-me', 'held', 'all-four'] as const;
        world.engagement = { engagement: engagementAt('active', 'coach', { entries, audiences: [...audiences], goals }), moves: [] };
      },
      'Notes',
    ));
});
