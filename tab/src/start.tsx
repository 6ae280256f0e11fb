import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { endSignIn, meetHost } from './teams.js';

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for the app.');

const show = async (root: HTMLElement): Promise<void> => {
  const host = await meetHost();
  createRoot(root).render(
    <StrictMode>
      <App host={host} />
    </StrictMode>,
  );
};

// The window of a sign-in ends here, and has nothing of its own to show.
await (window.location.pathname === '/tab/signed-in' ? endSignIn() : show(place));
