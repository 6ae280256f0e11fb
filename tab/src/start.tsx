import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import type { Door, Outside } from './door.js';
import { endSignIn, enterByTeams } from './teams.js';

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for the app.');

/** Through Teams; else through a browser, which is fetched only then. In a frame of anybody else's page nobody signs in. */
const wayIn = async (): Promise<Door | Outside> => {
  const door = await enterByTeams();
  if (door !== null) return door;
  if (window.parent !== window) return { theme: 'light', signIn: null, hasFailed: false };
  return (await import('./browser/open.js')).openBrowser();
};

const show = async (root: HTMLElement): Promise<void> => {
  const way = await wayIn();
  createRoot(root).render(
    <StrictMode>
      <App way={way} />
    </StrictMode>,
  );
};

// The window of a sign-in ends here, and has nothing of its own to show.
await (window.location.pathname === '/tab/signed-in' ? endSignIn() : show(place));
