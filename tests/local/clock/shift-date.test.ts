import { machineNow, shiftDate } from '@coaching-pairs/local/clock/shift-date';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const RealDate = Date;
const days = (count: number): number => count * 24 * 3_600_000;
const close = (actual: number, expected: number): boolean => Math.abs(actual - expected) < 1000;

// This file runs in a process or context of its own; the original is put back all the same.
beforeAll(() => shiftDate(days(30)));
afterAll(() => {
  globalThis.Date = RealDate;
});

describe('a process whose Date is ahead', () => {
  it('tells the shifted time in each way of asking, and the machine keeps its own', () => {
    expect(close(Date.now(), RealDate.now() + days(30))).toBe(true);
    const asked = new Date();
    expect(close(asked.getTime(), RealDate.now() + days(30))).toBe(true);
    expect(close(RealDate.parse(Date()), RealDate.now() + days(30))).toBe(true);
    expect(close(machineNow(), RealDate.now())).toBe(true);
  });

  it('leaves given dates, statics, instances and subclasses as they are', () => {
    class Birthday extends Date {}
    expect(new Date('2026-11-20T00:00:00Z').toISOString()).toBe('2026-11-20T00:00:00.000Z');
    expect(new Date(2026, 10, 20).getMonth()).toBe(10);
    expect(Date.UTC(2026, 10, 20)).toBe(RealDate.UTC(2026, 10, 20));
    expect(new RealDate() instanceof Date).toBe(true);
    expect(new Date() instanceof RealDate).toBe(true);
    expect(new Birthday() instanceof Birthday).toBe(true);
    expect(close(new Birthday().getTime(), RealDate.now() + days(30))).toBe(true);
  });

  it('signs tokens in the shifted time', async () => {
    const token = await new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setIssuedAt().sign(new Uint8Array(32));
    const { iat }: { iat: number } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

    // In whole seconds, the begun one left out.
    expect(close(iat * 1000 + 500, RealDate.now() + days(30))).toBe(true);
  });

  it('moves on when it is told again', () => {
    shiftDate(days(200));

    expect(close(Date.now(), RealDate.now() + days(200))).toBe(true);
  });
});
