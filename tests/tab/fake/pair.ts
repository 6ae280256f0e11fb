import { firstTerms } from '@coaching-pairs/shared/agreement/agreement';
import type { AgreementVersion, ChangePair, HouseNotes, PairSpace, WriteHouseNote } from '@coaching-pairs/shared/wire/pair';
import type { z } from 'zod';
import { type FakeRound, now } from './round.js';
import { pairFor } from './sessions.js';
import { Refuse } from './world.js';

type Kept = { versions: readonly AgreementVersion[]; notes: HouseNotes['notes'] };
const kept = new WeakMap<FakeRound, Kept>();
const keptOf = (round: FakeRound): Kept => {
  const known = kept.get(round) ?? { versions: [], notes: [] };
  kept.set(round, known);
  return known;
};

/** What the pair has agreed on before the page opens, the newest first. */
export const versionsAre = (round: FakeRound, versions: readonly AgreementVersion[]): void =>
  void Object.assign(keptOf(round), { versions });
export const notesAre = (round: FakeRound, notes: HouseNotes['notes']): void => void Object.assign(keptOf(round), { notes });

/** A version that the pair of somebody has saved, with what each says of themselves. */
export const versionBy = (
  members: readonly PairSpace['members'][number][],
  version: number,
  more: Partial<AgreementVersion> = {},
): AgreementVersion => ({
  ...{ version, savedAt: now, confirmedBy: [], terms: firstTerms(members.length) },
  savedBy: members[0] ?? { id: '', name: '', functionName: null },
  own: members.map((person) => ({ person, words: { wants: 'To let go of detail.', challenge: '', shutsDown: '' } })),
  ...more,
});

const spaceOf = (round: FakeRound, viewer: string): PairSpace => {
  const members = pairFor(round, viewer);
  if (members.length === 0) throw new Refuse('You have no partner to meet yet.', 'no-pair', 409);
  const over = round.state === 'closed';
  return { members, formedAt: now, open: !over, mayEnd: !over, versions: [...keptOf(round).versions] };
};

const change = (round: FakeRound, viewer: string, { change: wanted }: z.infer<typeof ChangePair>): object => {
  const here = keptOf(round);
  const { members } = spaceOf(round, viewer);
  const [me] = members;
  const [latest] = here.versions;
  if (wanted.kind === 'end') {
    round.proposals = round.proposals.map((one) =>
      one.state === 'formed' && one.members.some(({ id }) => id === viewer) ? { ...one, state: 'being-reworked' } : one,
    );
  } else if (wanted.kind === 'confirm') {
    here.versions = here.versions.map((one) =>
      one.version === wanted.version && me !== undefined ? { ...one, confirmedBy: [...one.confirmedBy, me] } : one,
    );
  } else {
    if (wanted.base !== (latest?.version ?? 0)) throw new Refuse('Somebody saved a newer version meanwhile.', 'agreement-changed', 409);
    const own = members.map((person) => ({
      person,
      words:
        person === me
          ? wanted.words
          : (latest?.own.find((one) => one.person.id === person.id)?.words ?? { wants: '', challenge: '', shutsDown: '' }),
    }));
    here.versions = [versionBy(members, wanted.base + 1, { terms: wanted.terms, own }), ...here.versions];
  }
  return {};
};

const write = (round: FakeRound, { about, text }: z.infer<typeof WriteHouseNote>): HouseNotes => {
  const here = keptOf(round);
  here.notes = [...here.notes.filter((one) => one.about !== about), ...(text === '' ? [] : [{ about, text, at: now }])];
  return { notes: here.notes };
};

// biome-ignore lint/suspicious/noExplicitAny: the body was parsed by the schema of the very route that leads here.
type Asked = { readonly viewer: string; readonly params: Readonly<Record<string, string>>; readonly query: string; readonly body: any };

/** What the stand-in does for the routes about a pair and the guidance. */
export const pairHandlers = <World>(roundOf: (world: World, asked: Asked) => FakeRound) => {
  type Handler = (world: World, asked: Asked) => unknown;
  return {
    pairSpace: (world, asked) => spaceOf(roundOf(world, asked), asked.viewer),
    changePair: (world, asked) => change(roundOf(world, asked), asked.viewer, asked.body),
    clearLeftSessions: () => ({ left: 0, calendar: 'fine', claims: null }),
    houseNotes: (world, asked) => ({ notes: keptOf(roundOf(world, asked)).notes }),
    writeHouseNote: (world, asked) => write(roundOf(world, asked), asked.body),
  } satisfies Readonly<Record<string, Handler>>;
};
