import { cleanup, configure, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ConfirmDialog } from '../../tab/src/components/confirm-dialog.js';
import { overBot } from './over-bot.js';

afterEach(cleanup);
configure({ asyncUtilTimeout: 10_000 });

const nothing = (): void => undefined;
const bot = (): Promise<never> => new Promise(() => undefined);
const asking = (
  <ConfirmDialog open title="Ask everybody for two names?" confirm="Ask everybody" running={false} onConfirm={nothing} onClose={nothing}>
    <p>They have time until Friday.</p>
  </ConfirmDialog>
);

it('a page whose dialog goes together with what it stood in can be read aloud again', async () => {
  const page = render(overBot(asking, bot));
  await screen.findByText('Ask everybody for two names?');
  screen.getByText('Cancel').focus();
  await expect.poll(() => page.container.getAttribute('aria-hidden'), { timeout: 3_000 }).toBe('true');
  page.rerender(overBot(<h1>Names are being taken</h1>, bot));
  await expect.poll(() => page.container.getAttribute('aria-hidden'), { timeout: 3_000 }).toBeNull();
});
