import { CounterBadge } from '@fluentui/react-components';
import { CalendarLtrFilled, CalendarLtrRegular, ChatFilled, ChatRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { AppPicture } from '../people/avatar.js';
import { hashOf, type View } from '../place.js';
import { useSession } from '../sandbox-state.js';
import { t } from '../words.js';

type Item = { readonly view: View; readonly label: string; readonly icon: ReactElement; readonly chosen: ReactElement };

const items: readonly Item[] = [
  { view: 'chat', label: t('nav.chat'), icon: <ChatRegular />, chosen: <ChatFilled /> },
  { view: 'app', label: t('nav.app'), icon: <AppPicture size={24} />, chosen: <AppPicture size={24} /> },
  { view: 'calendar', label: t('nav.calendar'), icon: <CalendarLtrRegular />, chosen: <CalendarLtrFilled /> },
];

/** The client's apps: at the side, or at the foot of a phone. */
export const AppBar = () => {
  const { place, lines } = useSession();
  const unread = lines.get(place.personId)?.unread ?? 0;
  return (
    <nav className="app-bar" aria-label={t('nav.label')}>
      {items.map(({ view, label, icon, chosen }) => (
        <a
          key={view}
          href={hashOf({ personId: place.personId, view, inside: '' })}
          aria-current={place.view === view ? 'page' : undefined}
          className="app-bar-item"
        >
          <span className="app-bar-icon">
            {place.view === view ? chosen : icon}
            {view === 'chat' && unread > 0 && <CounterBadge count={unread} size="small" color="danger" aria-hidden="true" />}
          </span>
          <span className="app-bar-label">{label}</span>
          {view === 'chat' && unread > 0 && <span className="unseen">{t('page.unread', { count: unread })}</span>}
        </a>
      ))}
    </nav>
  );
};
