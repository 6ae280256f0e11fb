import { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { meetHost } from './teams.js';

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for the app.');

const host = await meetHost();
createRoot(place).render(
  <StrictMode>
    <App host={host} client={new QueryClient()} />
  </StrictMode>,
);
