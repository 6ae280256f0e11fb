import type { Kit } from '@coaching-pairs/shared/wire/kit';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { ArrangeKickOff } from '@coaching-pairs/shared/wire/rounds';
import { type FakeRound, now } from './round.js';
import { type Handler, named, roundOf } from './world.js';

const kits = new WeakMap<FakeRound, Kit>();
const kitIn = (round: FakeRound): Kit => kits.get(round) ?? { sheets: [] };

const inOutlook = { calendar: 'fine', claims: null };
const meetingOf = (round: FakeRound, organiser: Named, { start, minutes, location }: ReturnType<typeof ArrangeKickOff.parse>) => ({
  ...{ start, minutes, location, organiser, mine: true, pending: false, invited: round.people.length, withoutMail: [] },
  joinUrl: location === null ? 'https://teams.microsoft.com/l/meetup-join/kick-off' : null,
});

type Names = 'kit' | 'writeKit' | 'arrangeKickOff' | 'followKickOff' | 'cancelKickOff';

/** The meeting of the kick-off and the sheets for it, as simple as the pages allow. */
export const kickOffHandlers: Readonly<Record<Names, Handler>> = {
  kit: (world, asked) => kitIn(roundOf(world, asked)),
  writeKit: (world, asked) => {
    const round = roundOf(world, asked);
    const { sheet, text } = asked.body;
    const others = kitIn(round).sheets.filter((one) => one.sheet !== sheet);
    kits.set(round, { sheets: text === '' ? others : [...others, { sheet, text, by: named(world, asked.viewer), at: now }] });
    return kitIn(round);
  },
  arrangeKickOff: (world, asked) => {
    const round = roundOf(world, asked);
    if (round.kickOff !== null) round.kickOff = { ...round.kickOff, meeting: meetingOf(round, named(world, asked.viewer), asked.body) };
    return inOutlook;
  },
  followKickOff: () => inOutlook,
  cancelKickOff: (world, asked) => {
    const round = roundOf(world, asked);
    if (round.kickOff !== null) round.kickOff = { ...round.kickOff, meeting: null };
    return inOutlook;
  },
};
