import type { Agreement } from '@coaching-pairs/shared/agreement/agreement';
import { type PairId, pairId, type RoundId } from '@coaching-pairs/shared/ids';
import { ok } from '@coaching-pairs/shared/result';
import type { AgreementStore } from '../ports/agreements.js';
import { keyOf, partsOf, prefixOf } from '../ports/keys.js';
import { roundPartition } from '../ports/outbox.js';
import type { RoundChange, Versioned } from '../ports/rounds.js';
import type { AgreementName } from '../ports/sealed-agreement.js';
import type { Safe, SafeOwner, Sealing } from '../ports/sealing.js';
import { type Row, storeFault, type Table, type Write } from '../ports/store.js';
import { agreementRow, agreementTextOf, parseAgreementText } from './rows/agreement-row.js';

const kind = 'agreement';
/** Versions are kept in the order of their numbers. */
const keyFor = ({ pairId: pair, version }: AgreementName): string => keyOf(kind, pair, String(version).padStart(4, '0'));
const ownerOf = (pair: PairId): SafeOwner => ({ kind: 'pair', id: pair });
/** To what a sealed version belongs: under any other pair or number it does not open. */
const aboutOf = (round: RoundId, { pairId: pair, version }: AgreementName): readonly string[] => [kind, round, pair, String(version)];

const nameOf = ({ key }: Row): AgreementName => {
  const [, pair = '', version = ''] = partsOf(key);
  return { pairId: pairId(pair), version: Number(version) };
};

/** What a change writes of agreements; sealed before they come here. */
export const agreementWrites = ({ agreements = [], removedAgreements = [] }: RoundChange): readonly Write[] => [
  ...agreements.map(({ value, etag }) => agreementRow.write(keyFor(value), { value: { sealed: value.sealed }, etag })),
  ...removedAgreements.map(({ value, etag }): Write => ({ kind: 'delete', key: keyFor(value), etag })),
];

/** Empty for a version whose key was destroyed: it is gone, wherever its row came from. */
const opened = (safe: Safe, round: RoundId, row: Row): readonly Versioned<Agreement>[] => {
  const name = nameOf(row);
  const text = safe.open(aboutOf(round, name), agreementRow.read(row).value.sealed);
  if (!text.ok) {
    if (text.error === 'erased') return [];
    throw storeFault('row-unreadable', row.key);
  }
  return [{ value: { ...name, ...parseAgreementText(text.value, row.key) }, etag: row.etag }];
};

/** Agreements in the partition of their round, each pair's sealed with a key of its own. */
export const agreementStore = (table: Table, sealing: Sealing): AgreementStore => {
  const rowsOf = async (round: RoundId, pair?: PairId): Promise<readonly Row[]> => {
    const rows: Row[] = [];
    const prefix = pair === undefined ? prefixOf(kind) : prefixOf(kind, pair);
    for await (const row of table.list(roundPartition(round), { prefix })) rows.push(row);
    return rows;
  };
  return {
    all: async (round, pair) => {
      const rows = await rowsOf(round, pair);
      if (rows.length === 0) return ok([]);
      const safe = await sealing.existingSafe(ownerOf(pair));
      if (!safe.ok) return safe;
      const { value } = safe;
      return ok(value === null ? [] : rows.flatMap((row) => opened(value, round, row)));
    },
    names: async (round, pair) => (await rowsOf(round, pair)).map((row) => ({ value: nameOf(row), etag: row.etag })),
    sealed: async (round, agreement) => {
      const safe = await sealing.safeFor(ownerOf(agreement.pairId));
      if (!safe.ok) return safe;
      const { pairId: pair, version } = agreement;
      const sealed = safe.value.seal(aboutOf(round, agreement), agreementTextOf(agreement));
      return ok({ pairId: pair, version, sealed });
    },
    destroyKey: (pair) => sealing.destroy(ownerOf(pair)),
    withKey: async () => (await sealing.owners('pair')).map(pairId),
  };
};
