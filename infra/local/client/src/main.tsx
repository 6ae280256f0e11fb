import './style/page.css';
import './style/shell.css';
import './style/people.css';
import './style/chat.css';
import './style/message.css';
import './style/card.css';
import './style/calendar.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { startLive } from './live.js';
import { t, words } from './words.js';

document.title = t('page.title');
document.documentElement.lang = words.locale;

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for the sandbox.');
startLive();
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
