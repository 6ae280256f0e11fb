import { buried } from '@coaching-pairs/bot/delivery/policy';
import { settle } from '@coaching-pairs/bot/delivery/settle';
import { logLines } from '@coaching-pairs/bot/log-lines';
import { loggedIdentity } from '@coaching-pairs/bot/logged-identity';
import { newMessage, outboxWrite, parseRoundMessage, roundPartition } from '@coaching-pairs/bot/ports/outbox';
import { createKeySet } from '@coaching-pairs/bot/sign-in/key-set';
import { watchOutages } from '@coaching-pairs/bot/watch-outages';
import { instant, operationId, personId, roundId } from '@coaching-pairs/shared/ids';
import { beforeEach, describe, expect, it } from 'vitest';
import { memoryTable } from '../bot/workflows/memory-table.js';
import { plainDirectory, startProcess } from '../bot/workflows/world.js';
import { textOf } from '../house/documented.js';
import { personNamed } from '../shared/organisation/company.js';
import { conditionOf, type Line, queriesIn } from './kusto.js';

const bicep = textOf('infra/bicep/alerts.bicep');
const queries = queriesIn(bicep);

/** Sunday night, when nobody is told anything in the chat. */
let now = Date.parse('2026-11-22T02:00:00.000Z');
const clock = { now: () => instant(new Date(now).toISOString()) };
let lines: Line[];
/** As it is deployed at its most silent. */
const log = logLines({ level: 'warn', clock, write: (line) => void lines.push(JSON.parse(line)) });
beforeEach(() => {
  lines = [];
});

/** The alerts that fire of what was written. */
const fired = (): readonly string[] => [...queries].flatMap(([name, query]) => (lines.some(conditionOf(query)) ? [name] : []));

const round = roundId('r-spring-000001');
const givenUp = async (reason: string): Promise<void> => {
  const table = memoryTable();
  const message = newMessage({
    ...{ roundId: round, to: personId('Ana'), kind: 'invitation', class: 'A', subject: {} },
    ...{ dueAt: clock.now(), opId: operationId('invite') },
  });
  const write = outboxWrite(message);
  await table.commit({ partition: roundPartition(round), writes: [write] });
  const row = await table.read(roundPartition(round), write.key);
  const found = row === null ? null : parseRoundMessage(row);
  if (row === null || found?.ok !== true) throw new Error('The message is not there.');
  const running = { table, log, unreachable: async () => undefined } as unknown as Parameters<typeof settle>[0];
  await settle(running, row, { kind: 'dead', message: buried(found.value, clock.now(), reason), scope: null }, now);
};

/** Looks for so many minutes at a product in which a service fails from the first of them on. */
const watched = async (minutes: number): Promise<void> => {
  const { deps } = startProcess(memoryTable(), plainDirectory([personNamed('Ruth')]), { ...clock, advance: () => undefined });
  let looks = 0;
  const sleep = async (_milliseconds: number, signal?: AbortSignal): Promise<void> => {
    looks += 1;
    if (looks > minutes) return new Promise((done) => signal?.addEventListener('abort', () => done()));
    now += 60_000;
    deps.health.note('connector', 'TokenUnavailable');
  };
  const watch = watchOutages(deps, { log, send: async () => ({ kind: 'unsent', code: 'TokenUnavailable' }), sleep });
  while (looks <= minutes) await new Promise(setImmediate);
  await watch.stop();
};

describe('an alert', () => {
  it('fires by a field and a value that the process writes, and each is one that is understood here', () => {
    expect([...queries.keys()]).toEqual(['dead-messages', 'failed-credentials', 'broken-for-an-hour', 'record-changed']);
    for (const query of queries.values()) expect(conditionOf(query)({})).toBe(false);
    expect(() => conditionOf(queries.get('dead-messages')?.replace('==', 'has') ?? '')).toThrow('not understood');
  });

  it.each([
    ...['TokenUnavailable', 'throttled', 'Status401', 'perhaps-delivered', 'poison'].map((reason) => [reason, ['dead-messages']] as const),
    ...['ConversationBlockedByUser', 'InstallNotPermitted', 'BotDisabledByAdmin', 'Status403'].map((reason) => [reason, []] as const),
  ])('of a message given up because of %s: %j', async (reason, names) => {
    await givenUp(reason);
    expect(fired()).toEqual(names);
  });

  it('[S-15] as soon as the identity gives no token, once in five minutes for each service, and names nobody', async () => {
    const fault = Object.assign(new Error('no identity for canary@example.com'), { name: 'CredentialUnavailableError' });
    const identity = loggedIdentity({ getToken: () => Promise.reject(fault) }, { log, clock });
    const asks = (scope: string) => expect(identity.getToken(scope)).rejects.toBe(fault);
    for (const scope of ['https://storage.azure.com/.default', 'https://vault.azure.net/.default']) await asks(scope);
    await asks('https://storage.azure.com/.default');
    expect(lines.map(({ scope }) => scope)).toEqual(['https://storage.azure.com/.default', 'https://vault.azure.net/.default']);
    expect(fired()).toEqual(['failed-credentials']);
    expect(JSON.stringify(lines)).not.toContain('canary');
    now += 5 * 60_000;
    await asks('https://storage.azure.com/.default');
    expect(lines).toHaveLength(3);
  });

  it('[S-15] not of a token that somebody no longer waits for', async () => {
    const gone = Object.assign(new Error('gone'), { name: 'AbortError' });
    const identity = loggedIdentity({ getToken: () => Promise.reject(gone) }, { log, clock });
    await expect(identity.getToken('https://graph.microsoft.com/.default')).rejects.toBe(gone);
    expect(lines).toEqual([]);
  });

  it('[S-09] of keys that cannot be read', async () => {
    const keys = createKeySet({ metadataUrl: 'http://127.0.0.1:9/metadata', issuer: 'nobody', clock, log });
    await expect(keys.find('one')).rejects.toThrow();
    expect(fired()).toEqual(['failed-credentials']);
  });

  it('of what has been broken for an hour, at night and without anybody to tell, every ten minutes for as long as it lasts', async () => {
    await watched(60);
    expect(fired()).toEqual([]);
    await watched(90);
    expect(fired()).toEqual(['broken-for-an-hour']);
    expect(lines.filter(({ event }) => event === 'outage.found')).toHaveLength(3);
    expect(lines.find(({ event }) => event === 'outage.found')).toMatchObject({ troubles: 'connector', level: 'error' });
  });

  it('[S-20] of a record that somebody changed, by the code that the process gives', () => {
    lines = [{ event: 'audit.notSealed', code: 'seal-broken' }];
    expect(fired()).toEqual(['record-changed']);
    lines = [{ event: 'audit.notSealed', code: 'vault-away' }];
    expect(fired()).toEqual([]);
    expect(textOf('bot/src/assemble.ts')).toContain("log.error('audit.notSealed', { code: acts.refused })");
    expect(textOf('bot/src/ports/audit.ts')).toContain("'seal-broken'");
  });

  it('looks back further than it waits, so that no line which arrives late is missed; and at both slots', () => {
    const minutesOf = (name: string): number => Number(new RegExp(`${name}: 'PT(\\d+)M'`, 'u').exec(bicep)?.[1]);
    expect(minutesOf('windowSize')).toBeGreaterThan(minutesOf('evaluationFrequency'));
    expect(bicep).toMatch(/_ResourceId =~ "\$\{appId\}" or _ResourceId startswith "\$\{appId\}\/slots\/"/u);
    const app = textOf('infra/bicep/app.bicep');
    for (const scope of ['site', 'next'])
      expect(app).toMatch(new RegExp(`scope: ${scope}\\n {2}properties: \\{\\n {4}workspaceId: workspaceId`, 'u'));
  });

  it('[R-19] of one instance that is not ready, however many there are', () => {
    const [, from = '', less = ''] = /threshold: (\d+) - (\d+) \/ instances/u.exec(bicep) ?? [];
    // Bicep divides whole numbers.
    for (let instances = 2; instances <= 10; instances += 1) {
      const threshold = Number(from) - Math.floor(Number(less) / instances);
      expect(100 - 100 / instances, `${instances}`).toBeLessThan(threshold);
      expect(threshold).toBeLessThan(100);
    }
  });
});
