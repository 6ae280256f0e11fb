import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Compiled, compileForChild } from '../../local/from-sources.js';
import { ask } from '../api/house.js';
import { startProcess } from './running-process.js';
import { hanna, openSurroundings } from './surroundings.js';

const entry = 'bot/src/server.ts';
let compiled: Compiled;
let around: Awaited<ReturnType<typeof openSurroundings>>;
beforeAll(async () => {
  [compiled, around] = await Promise.all([compileForChild([entry]), openSurroundings()]);
});
afterAll(async () => {
  await around.close();
  await compiled.remove();
});

const start = () => startProcess(compiled.file(entry), around.environment);
const status = async (url: string): Promise<number> => (await ask(url)).status;

const eventually = async (url: string, wanted: number, withinMs: number): Promise<number> => {
  const from = performance.now();
  while ((await status(url)) !== wanted) {
    if (performance.now() - from > withinMs) throw new Error(`${url} did not answer ${wanted} within ${withinMs} ms`);
    await wait(50);
  }
  return performance.now() - from;
};

/** A call whose body comes in two halves, the second when told. */
const heldCall = async (origin: string) => {
  const token = await around.trust.issueTabToken(hanna.id);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const outgoing = request(`${origin}/api/admin/functions`, { method: 'PUT', headers });
  const answer = new Promise<number>((resolve, reject) => {
    outgoing.once('response', (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    outgoing.once('error', reject);
  });
  answer.catch(() => undefined);
  outgoing.write('{"opId":"held-0001",');
  return { answer, goOn: () => outgoing.end('"groups":[]}') };
};

describe('the life of the process', { timeout: 60_000 }, () => {
  it('answers with real tokens over the real way, and refuses others', async () => {
    const { child, origin, ended } = start();
    const url = await origin;
    expect(await status(`${url}/live`)).toBe(200);
    expect(await status(`${url}/ready`)).toBe(200);
    const authorization = `Bearer ${await around.trust.issueTabToken(hanna.id)}`;
    const me = await ask(`${url}/api/me`, { headers: { authorization } });
    expect(me).toMatchObject({ status: 200, body: { person: { id: hanna.id, name: hanna.name }, mayOpenRounds: true, rounds: [] } });
    expect(await status(`${url}/api/me`)).toBe(401);
    expect((await ask(`${url}/api/messages`, { method: 'POST', body: '{}' })).status).toBe(401);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 0, signal: null });
  });

  it('[R-18] asked to stop, it is no longer ready, answers what is under way, and ends well within 20 s', async () => {
    const { child, origin, ended, log } = start();
    const url = await origin;
    const held = await heldCall(url);
    await wait(300);
    const asked = performance.now();
    child.kill('SIGTERM');
    expect(await eventually(`${url}/ready`, 503, 2_000)).toBeLessThan(2_000);
    expect(await status(`${url}/live`)).toBe(200);
    // Whoever is sent here meanwhile is answered too.
    const authorization = `Bearer ${await around.trust.issueTabToken(hanna.id)}`;
    const me = await ask(`${url}/api/me`, { headers: { authorization } });
    expect({ status: me.status, connection: me.headers.get('connection') }).toEqual({ status: 200, connection: 'close' });
    await wait(4_000);
    await expect(fetch(`${url}/live`)).rejects.toThrow();
    held.goOn();
    expect(await held.answer).toBe(200);
    expect(await ended).toMatchObject({ code: 0, signal: null });
    expect(performance.now() - asked).toBeLessThan(20_000);
    expect(log()).toContain('"event":"stopped"');
  });

  it('[R-18] a call that never ends does not keep it alive', async () => {
    const { child, origin, ended } = start();
    const held = await heldCall(await origin);
    await wait(300);
    const asked = performance.now();
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
    expect(performance.now() - asked).toBeLessThan(20_000);
    await expect(held.answer).rejects.toThrow();
  });

  it('[R-19] while the store is away it is alive and not ready, and ready again within 10 s of its return', async () => {
    const { child, origin, ended } = start();
    const url = await origin;
    expect(await status(`${url}/ready`)).toBe(200);
    await around.cutStore();
    await eventually(`${url}/ready`, 503, 10_000);
    const from = performance.now();
    expect(await status(`${url}/live`)).toBe(200);
    expect(performance.now() - from).toBeLessThan(3_000);
    const authorization = `Bearer ${await around.trust.issueTabToken(hanna.id)}`;
    const me = ask(`${url}/api/me`, { headers: { authorization } });
    await wait(2_000);
    await around.restoreStore();
    await eventually(`${url}/ready`, 200, 10_000);
    // A call of that time is answered, with what was asked for or with a number.
    expect([200, 503]).toContain((await me).status);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
  });

  it('[R-19] neither sign-in nor Graph nor Teams out of reach makes it less alive or ready', async () => {
    const { child, origin, ended } = start();
    const url = await origin;
    await around.trust.stop();
    expect([await status(`${url}/live`), await status(`${url}/ready`)]).toEqual([200, 200]);
    const answer = await ask(`${url}/api/me`, { headers: { authorization: 'Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6ImEifQ.e30.YQ' } });
    expect([401, 503]).toContain(answer.status);
    expect(await status(`${url}/live`)).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
  });
});
