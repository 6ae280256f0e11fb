import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { askSandbox } from './driver/ask.js';
import { titleOf } from './driver/chat.js';
import { inRepository } from './driver/product.js';
import { until } from './driver/round.js';
import { type Sandbox, startSandbox } from './sandbox.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ people: inRepository('tests/data/twelve-leaders.csv') });
});
afterAll(() => sandbox?.remove());

const administrator = 'Noor Sayegh';

describe('somebody who has blocked the app', () => {
  it('[R-07] is shown with the reason, and gets what could not be delivered once it is sent again after they unblocked it', async () => {
    const opening = ['Helena Marsh', 'Judith Amsel', administrator];
    const name = (await sandbox.people()).find((person) => !opening.includes(person.name))?.name ?? '';
    const { id } = sandbox.as(name);
    const round = await sandbox.opens(administrator, { leader: 'Helena Marsh', peoplePartner: 'Judith Amsel' });
    await askSandbox(sandbox.url(), '/sandbox/faults', z.object({}), { kind: 'refused', personId: id, times: 50 });
    await round.invites();

    const report = await until(
      'A report of what was not delivered',
      () => round.calls(routes.delivery),
      ({ undelivered, lines }) => undelivered.length > 1 && lines.every(({ due }) => due === 0),
    );
    expect(new Set(report.undelivered.map(({ person, reason }) => `${person.name} ${reason}`))).toEqual(new Set([`${name} blocked`]));
    expect(report.unreachable).toEqual([{ reason: 'blocked', people: 1 }]);
    const invitations = report.lines.find(({ kind }) => kind === 'invitation');
    expect(invitations).toMatchObject({ unreachable: 1, givenUp: 0, toCome: 0 });
    expect(invitations?.sent).toBeGreaterThan(5);

    const reset = await fetch(`${sandbox.url()}/sandbox/faults`, { method: 'DELETE' });
    expect(reset.status).toBe(200);
    await round.calls(routes.retryMessages, { which: { kind: 'reason', reason: 'blocked' } });
    const after = await until(
      'The messages on their way again',
      () => round.calls(routes.delivery),
      ({ lines }) => lines.every(({ toCome }) => toCome === 0),
    );
    expect(after).toMatchObject({ undelivered: [], unreachable: [] });
    const titles = (await sandbox.as(name).chat()).map(({ card }) => titleOf(card));
    expect(titles.filter((title) => title.includes('invited') || title.includes('Coaching Pairs')).length).toBeGreaterThan(0);
    await sandbox.as(name).clicks('join');
    expect((await sandbox.as(name).round()).answer).toBe('joined');
  });

  it('leaves the product itself well, and whoever holds the role alone may look', async () => {
    const health = await until(
      'A look for what is due that was written down',
      () => sandbox.as(administrator).calls(routes.health, {}),
      ({ sender }) => sender.sweptAt !== null,
    );
    expect(health).toMatchObject({ troubles: [], backlog: { late: 0, stuck: 0 }, dead: [] });
    expect(health.sender.instance).not.toBeNull();
    expect(health.services.map(({ service, succeededAt, failingSince }) => [service, succeededAt !== null, failingSince])).toEqual([
      ['storage', true, null],
      ['connector', true, null],
      ['graph', true, null],
      // Nobody has written anything yet that would have to be sealed.
      ['vault', false, null],
    ]);
    const without = (await sandbox.people()).find(({ roles }) => roles.length === 0);
    const refused = await sandbox.as(without?.id ?? '').asks(routes.health, {});
    expect(refused).toMatchObject({ error: { status: 403 } });
  });
});
