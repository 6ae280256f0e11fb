import type { Me } from '@coaching-pairs/shared/wire/mine';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { fireEvent, render, screen, within } from '@testing-library/react';
import type { Call } from '../../tab/src/api.js';
import { TwoTwoPages } from '../../tab/src/pages/two-two/two-two-pages.js';
import { Refusal } from '../../tab/src/refusal.js';
import { engagementHandlers } from './fake/engagement.js';
import { meetingHandlers } from './fake/meetings.js';
import { twoTwoHandlers } from './fake/two-two.js';
import { meOf, Refuse, type World } from './fake/world.js';
import { overBot } from './over-bot.js';

const handlers: Readonly<Record<string, (known: World, asked: never) => unknown>> = {
  ...twoTwoHandlers,
  ...engagementHandlers,
  ...meetingHandlers,
};
const nameOf = (route: unknown): string => Object.entries(routes).find(([, one]) => one === route)?.[0] ?? '';
type Given = { readonly params?: object; readonly query?: { readonly q?: string }; readonly body?: object };

/** The pages of 2:2 Coaching over a world on paper, as somebody. */
export const twoTwoOver = (world: World) => {
  const callAs = (viewer: string) =>
    (async (route: { answer: { parse: (value: unknown) => unknown } }, given: Given) => {
      const name = nameOf(route);
      const asked = { viewer, params: given.params ?? {}, query: given.query?.q ?? '', body: given.body };
      try {
        return route.answer.parse(name === 'me' ? meOf(world, viewer) : handlers[name]?.(world, asked as never));
      } catch (fault) {
        if (fault instanceof Refuse)
          throw new Refusal({ code: fault.code, message: fault.message, status: fault.status }, { cause: fault });
        throw fault;
      }
    }) as unknown as Call;
  const shown = (page: Parameters<typeof render>[0], viewer: Named) => render(overBot(page, callAs(viewer.id), { userId: viewer.id }));
  const at = (path: string, viewer: Named, twoTwo: Me['twoTwo']) => {
    world.twoTwo = twoTwo;
    window.history.replaceState(null, '', path);
    return shown(<TwoTwoPages />, viewer);
  };
  return { at, shown };
};

// By their text: to ask a whole page for what has a role takes seconds.
export const button = (name: string | RegExp) => screen.findByText(name, { selector: 'button' });
export const noButton = (name: string | RegExp): boolean => screen.queryByText(name, { selector: 'button' }) === null;
export const click = async (name: string | RegExp): Promise<void> => void fireEvent.click(await button(name));
export const part = (selector: string) => {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`There is no ${selector}.`);
  return within(found);
};
export const dialog = () => part('[role=alertdialog]');
export const confirms = (name: string) => fireEvent.click(dialog().getByText(name, { selector: 'button' }));
export const heading = (name: string | RegExp, level = 2) => screen.findByText(name, { selector: `h${level}` });
export const field = (name: string | RegExp) => screen.findByLabelText(name, { selector: 'input, textarea, select' });
export const writes = async (name: RegExp, value: string) => fireEvent.change(await field(name), { target: { value } });
/** Finds somebody in a search by the beginning of their name, and chooses them. */
export const finds = async (label: RegExp, { name }: Named) => {
  fireEvent.change(await field(label), { target: { value: name.slice(0, 5) } });
  fireEvent.click(await screen.findByText(name, { selector: '[role=option] *' }));
};
