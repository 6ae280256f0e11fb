import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { cardAnswer, invitationCard, questionCard } from '../local/connector/sample-cards.js';
import type { TenantHouse } from '../local/connector/tenant-house.js';

/** Builds the sandbox's page as `npm start` does; a test's own NODE_ENV would give the slower development build. */
export const buildPage = (): void => {
  const cwd = fileURLToPath(new URL('../../infra/local', import.meta.url));
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd, env: { ...process.env, NODE_ENV: 'production' } });
};

/** A bot that sends an invitation to whoever writes, changes it on a click, fails on another, and opens a dialog on a third. */
export const scriptInvitations = (house: TenantHouse) => {
  let joined = false;
  house.bot.script = async (activity, bot) => {
    if (activity.type === 'message') await bot.reply(activity, { card: invitationCard('open'), summary: 'You have an invitation' });
    if (activity.value?.action?.verb === 'invitation.join') joined = true;
    if (activity.value?.action?.verb === 'invitation.sitOut') return { status: 500 };
    if (activity.name === 'adaptiveCard/action') return cardAnswer(invitationCard(joined ? 'joined' : 'open'));
    const task = { type: 'continue', value: { title: 'Tell me more', card: { contentType: 'x', content: questionCard } } };
    if (activity.name === 'task/fetch') return { status: 200, body: { task } };
    if (activity.name === 'task/submit') return { status: 200, body: { task: { type: 'message', value: 'Thank you.' } } };
    return { status: 200 };
  };
  return {
    forgets: (): void => {
      joined = false;
    },
  };
};

/** Owen Gallagher has invited Priya Sharma to a meeting that begins within the hour. */
export const planMeeting = (house: TenantHouse): void => {
  const hour = 3_600_000;
  const start = Math.ceil(Date.now() / hour) * hour;
  house.graph.calendars.create(house.idOf('Owen Gallagher'), {
    subject: 'Coaching pair: first conversation',
    body: { contentType: 'text', content: '' },
    start,
    end: start + hour,
    zone: 'Europe/Dublin',
    online: true,
    transactionId: null,
    sensitivity: 'private',
    showAs: 'busy',
    attendees: [{ address: 'priya.sharma@contoso.example.com', name: 'Priya Sharma', type: 'required' }],
  });
};
