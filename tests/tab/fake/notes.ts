import type { MyData } from '@coaching-pairs/shared/wire/my-data';
import type { Notes, NoteView } from '@coaching-pairs/shared/wire/notes';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { now } from './round.js';
import { type Asked, type Handler, meOf, Refuse, type World } from './world.js';

type Kept = { readonly note: NoteView; readonly author: string; readonly roundId: string | null };

const kept = new WeakMap<World, Kept[]>();
const keptOf = (world: World): Kept[] => {
  const known = kept.get(world) ?? [];
  kept.set(world, known);
  return known;
};

const pairsOf = ({ rounds }: World, viewer: string): Notes['pairs'] =>
  rounds.flatMap(({ id, plan, state, proposals }) => {
    const members: readonly Named[] =
      proposals.find((one) => one.state === 'formed' && one.members.some((member) => member.id === viewer))?.members ?? [];
    const partners = members.filter((member) => member.id !== viewer);
    return partners.length === 0 || state === 'closed' ? [] : [{ roundId: id, roundName: plan.name, partners }];
  });

const notesOf = (world: World, viewer: string): Notes => {
  const pairs = pairsOf(world, viewer);
  const shared = keptOf(world).filter(({ author, roundId }) =>
    pairs.some((pair) => pair.roundId === roundId && pair.partners.some(({ id }) => id === author)),
  );
  return {
    mayWrite: true,
    notes: keptOf(world)
      .filter(({ author }) => author === viewer)
      .map(({ note }) => note)
      .reverse(),
    unreadable: 0,
    pairs,
    fromPartners: shared.map(({ note: { id, content, changedAt }, author }) => {
      const named = pairs.flatMap(({ partners }) => partners).find((one) => one.id === author);
      return { id, content, changedAt, author: named ?? { id: author, name: author, functionName: null } };
    }),
  };
};

let versions = 0;
const put = (world: World, next: Omit<Kept, 'note'> & { readonly note: Omit<NoteView, 'version'> }): { note: NoteView } => {
  const note = { ...next.note, version: `version-${++versions}` };
  const others = keptOf(world).filter((one) => one.note.id !== note.id);
  kept.set(world, [...others, { ...next, note }]);
  return { note };
};

const found = (world: World, { viewer, params }: Asked): Kept => {
  const one = keptOf(world).find(({ note, author }) => note.id === params.noteId && author === viewer);
  if (one === undefined) throw new Refuse('We cannot find that.');
  return one;
};

/** Somebody's note as if they had written it on another device, or their partner had. */
export const noteIs = (world: World, author: string, note: Pick<NoteView, 'id' | 'content'>, roundId: string | null = null): void => {
  const pair = pairsOf(world, author).find((one) => one.roundId === roundId);
  put(world, { author, roundId, note: { ...note, sharedWith: pair?.partners ?? [], changedAt: now } });
};

/** Of a round with a partner as much as there is after some months. */
const roundOf = ({ roundId, roundName, partners }: Notes['pairs'][number]): MyData['rounds'][number] => ({
  ...{ id: roundId, name: roundName, state: 'active', startsOn: '2026-12-11', endsOn: '2027-06-11', parts: [] },
  ...{ answer: 'joined', pausedUntil: null, invitedAt: now, answeredAt: now, disclosureVersion: 1, closely: [], trusted: [...partners] },
  matches: [{ partners: [...partners], sentAt: now, suggestedByMe: false, answer: 'accepted', outcome: 'pair' }],
  pairs: [
    {
      ...{ partners: [...partners], formedAt: now, endedAt: null, agreement: [] },
      sessions: [{ start: now, minutes: 60, place: 'walk', state: 'on', bookedByMe: true }],
    },
  ],
  messages: ['invitation', 'proposal', 'pair-formed'].map((kind) => ({ kind, at: now, arrived: true })),
  awayday: null,
  insights: [],
  acts: [],
});

/** The same for what is asked by the page. A version that is not the newest is refused as the product does. */
export const noteHandlers = {
  notes: (world, { viewer }) => notesOf(world, viewer),
  addNote: (world, { viewer, body }) =>
    put(world, { author: viewer, roundId: null, note: { id: body.noteId, content: body.content, sharedWith: [], changedAt: now } }),
  saveNote: (world, asked) => {
    const one = found(world, asked);
    if (one.note.version !== asked.body.version) throw new Refuse('This note has been changed.', 'note-changed', 409);
    return put(world, { ...one, note: { ...one.note, content: asked.body.content } });
  },
  shareNote: (world, asked) => {
    const one = found(world, asked);
    const pair = pairsOf(world, asked.viewer).find(({ roundId }) => roundId === asked.body.roundId);
    return put(world, { ...one, roundId: asked.body.roundId, note: { ...one.note, sharedWith: pair?.partners ?? [] } });
  },
  myData: (world, { viewer }) => ({
    madeAt: now,
    person: {
      ...{ id: viewer, name: meOf(world, viewer).person.name, mail: null, jobTitle: null },
      department: null,
      location: null,
      language: null,
      timeZone: null,
    },
    reminders: { pausedUntil: null, zoneInTab: 'Europe/London', zoneInChat: null },
    rounds: pairsOf(world, viewer).map((pair) => roundOf(pair)),
    notes: notesOf(world, viewer).notes.map(({ content, changedAt, sharedWith }) => ({ content, changedAt, sharedWith })),
    unreadable: 0,
    twoTwo: null,
    twoTwoActs: [],
    engagements: [],
  }),
  eraseMyData: (world, { viewer }) => {
    kept.set(
      world,
      keptOf(world).filter(({ author }) => author !== viewer),
    );
    return {};
  },
  deleteNote: (world, asked) => {
    const one = found(world, asked);
    kept.set(
      world,
      keptOf(world).filter((other) => other !== one),
    );
    return {};
  },
  eraseNotes: (world, { viewer }) => {
    kept.set(
      world,
      keptOf(world).filter(({ author }) => author !== viewer),
    );
    return {};
  },
} satisfies Readonly<Record<string, Handler>>;
