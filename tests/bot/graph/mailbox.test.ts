import type { Calls } from '@coaching-pairs/bot/graph/calls';
import { readTimeZones } from '@coaching-pairs/bot/graph/time-zones';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { workingTimeOf } from '@coaching-pairs/shared/reminders/working-time';
import { describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';

type Inner = { readonly id: string; readonly url: string };
const nineToFive = { daysOfWeek: ['monday', 'friday'], startTime: '08:30:00.0000000', endTime: '16:00:00.0000000' };

/** Mailboxes that answer as Graph does, to a batch; what was asked is kept. */
const mailboxes = (hoursOf: (id: string) => unknown, status = 200) => {
  const asked: string[] = [];
  const calls: Pick<Calls, 'post'> = {
    post: async (_path, body, schema) => {
      const { requests } = body as { readonly requests: readonly Inner[] };
      const responses = requests.map(({ id, url }) => {
        asked.push(url);
        return { id, status, body: url.endsWith('/timeZone') ? { value: 'Nepal Standard Time' } : hoursOf(id) };
      });
      return { ok: true, value: schema.parse({ responses }) };
    },
  };
  return { calls: calls as Calls, asked };
};
const person = (name: string, own: Partial<Person> = {}): Person => ({ ...personNamed(name), mail: `${name}@example.com`, ...own });

describe('the settings of a mailbox', () => {
  it('[R-16] tell the zone and the working hours, asked for once; nothing else of a mailbox is read', async () => {
    const { calls, asked } = mailboxes(() => nineToFive);
    const read = await readTimeZones(true)(
      calls,
      [person('Sam'), person('Tom', { timeZone: 'Europe/Rome', workingHours: null })],
      undefined,
    );
    const [sam, tom] = read.ok ? read.value.people : [];
    expect(sam).toMatchObject({ timeZone: 'Asia/Kathmandu', workingHours: { days: [1, 5], from: 510, to: 960 } });
    expect(tom).toMatchObject({ timeZone: 'Europe/Rome', workingHours: null });
    expect(asked).toEqual(['/users/sam/mailboxSettings/timeZone', '/users/sam/mailboxSettings/workingHours']);
  });

  it.each([
    ['nothing', {}],
    ['no day', { ...nineToFive, daysOfWeek: [] }],
    ['a night shift', { ...nineToFive, startTime: '22:00:00', endTime: '06:00:00' }],
    ['what is no time', { ...nineToFive, startTime: 'nine' }],
  ])('[R-16] that say %s leave the usual hours', async (_what, told) => {
    const read = await readTimeZones(true)(mailboxes(() => told).calls, [person('Sam')], undefined);
    const [sam] = read.ok ? read.value.people : [];
    expect(sam?.workingHours).toBeNull();
    expect(workingTimeOf(sam)).toEqual({ days: [1, 2, 3, 4, 5], from: 540, to: 1020 });
  });

  it('that may not be read are done without', async () => {
    const read = await readTimeZones(true)(mailboxes(() => ({}), 403).calls, [person('Sam')], undefined);
    expect(read).toMatchObject({ value: { warnings: [{ code: 'time-zones-not-granted' }] } });
    expect(read.ok ? read.value.people[0]?.timeZone : undefined).toBeNull();
  });
});
