import { measuredConnector, measuredTurns } from '@coaching-pairs/bot/bolt/measured-bot';
import type { Turn } from '@coaching-pairs/bot/bolt/turn';
import { measuredKeys, measuredSend, measuredTable } from '@coaching-pairs/bot/measured';
import type { SendOutcome } from '@coaching-pairs/bot/ports/sender';
import { storeFault } from '@coaching-pairs/bot/ports/store';
import type { Measured } from '@coaching-pairs/bot/ports/telemetry';
import { describe, expect, it } from 'vitest';
import { memoryTable } from '../workflows/memory-table.js';

const noting = () => {
  const noted: Measured[] = [];
  return { noted, note: (one: Measured) => void noted.push(one) };
};
const plain = ({ took, ...rest }: Measured): object => {
  expect(took).toBeGreaterThanOrEqual(0);
  return rest;
};
const priya = 'a3b1c2d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d';

describe('what is measured', () => {
  it('[S-20] of the table is which use and how it ended, without partition, key or field', async () => {
    const { noted, note } = noting();
    const table = measuredTable(memoryTable(), { note });
    await table.commit({ partition: priya, writes: [{ kind: 'insert', key: priya, fields: { name: 'Priya' } }] });
    const row = await table.read(priya, priya);
    if (row === null) throw new Error('The row is gone.');
    await table.swap(row, { name: 'Sam' });
    expect(await table.swap(row, { name: 'Sam' })).toBeNull();
    for await (const one of table.list(priya, { prefix: '' })) expect(one.key).toBe(priya);
    const call = { kind: 'call', service: 'storage' };
    expect(noted.map(plain)).toEqual([
      { ...call, operation: 'commit', ending: 'done' },
      { ...call, operation: 'read', ending: 'done' },
      { ...call, operation: 'swap', ending: 'done' },
      { ...call, operation: 'swap', ending: 'refused' },
      { ...call, operation: 'list', ending: 'done' },
    ]);
    expect(JSON.stringify(noted)).not.toMatch(/priya|a3b1/iu);
  });

  it('of a table that is away is that it was, and the fault goes on', async () => {
    const { noted, note } = noting();
    const away = async (): Promise<never> => {
      throw storeFault('store-unavailable', 'table');
    };
    const table = measuredTable({ ...memoryTable(), read: away }, { note });
    await expect(table.read('a', 'b')).rejects.toThrow('store-unavailable');
    expect(noted.map(plain)).toEqual([{ kind: 'call', service: 'storage', operation: 'read', ending: 'away' }]);
  });

  it('[C-03] of a turn is what kind of thing came, not which button', async () => {
    const { noted, note } = noting();
    const app = measuredTurns({ handle: async () => ({ result: 'done', writings: [] }) }, { note });
    const requests = [
      { kind: 'action', verb: 'declineProposal', data: { proposalId: 'p' }, trigger: 'manual', asMessage: false },
      { kind: 'command', text: 'sit out' },
      { kind: 'event', name: 'uninstalled', people: [] },
    ];
    for (const request of requests) await app.handle({ request } as unknown as Turn);
    const turn = { kind: 'turn', ending: 'done' };
    expect(noted.map(plain)).toEqual([
      { ...turn, activity: 'action' },
      { ...turn, activity: 'command' },
      { ...turn, activity: 'event uninstalled' },
    ]);
  });

  it('of messages is how each try ended, and of the connector which call it was', async () => {
    const { noted, note } = noting();
    const outcomes: readonly SendOutcome[] = [
      { kind: 'sent', activityId: priya },
      { kind: 'throttled' },
      { kind: 'permanent', code: 'ConversationBlockedByUser', scope: 'person' },
      { kind: 'unsent', code: 'TokenUnavailable' },
      { kind: 'ambiguous' },
    ];
    for (const outcome of outcomes) await measuredSend(async (_to: string) => outcome, { note })(priya);
    const connector = measuredConnector(
      {
        post: async () => ({ kind: 'accepted', id: priya }),
        put: async () => ({ kind: 'ambiguous' }),
        open: async () => ({ kind: 'throttled' }),
      },
      { note },
    );
    await connector.post('https://example.com', priya, {});
    await connector.put('https://example.com', priya, priya, {});
    await connector.open('https://example.com', { botId: 'b', personId: priya, tenantId: 't' });
    const call = { kind: 'call', service: 'connector' };
    expect(noted.map(plain)).toEqual([
      ...['done', 'throttled', 'refused', 'away', 'failed'].map((ending) => ({ kind: 'delivery', ending })),
      { ...call, operation: 'post', ending: 'done' },
      { ...call, operation: 'put', ending: 'failed' },
      { ...call, operation: 'open', ending: 'throttled' },
    ]);
  });

  it('of the vault is whether its key could be used', async () => {
    const { noted, note } = noting();
    const keys = measuredKeys(
      {
        current: async () => ({ ok: true, value: 'v1' }),
        wrap: async () => ({ ok: false, error: { code: 'vault-away' } }),
        unwrap: async () => ({ ok: false, error: { code: 'vault-locked' } }),
      },
      { note },
    );
    await keys.current();
    await keys.wrap(new Uint8Array(), 'v1');
    await keys.unwrap({ version: 'v1', value: '' });
    expect(noted.map((one) => ('ending' in one ? one.ending : null))).toEqual(['done', 'away', 'refused']);
  });
});
