import { MessageBar, MessageBarBody, Tooltip } from '@fluentui/react-components';
import { BeakerRegular } from '@fluentui/react-icons';
import { CalendarPage } from '../calendar/calendar-page.js';
import { ChatPage } from '../chat/chat-page.js';
import { PersonSwitcher } from '../people/person-switcher.js';
import { useSession } from '../sandbox-state.js';
import { TabPage } from '../tab/tab-page.js';
import type { ThemeName } from '../themes.js';
import { t } from '../words.js';
import { AppBar } from './app-bar.js';
import { ClockControl } from './clock-control.js';
import { FirstSteps } from './first-steps.js';
import { ThemeMenu } from './theme-menu.js';

type Themed = { readonly theme: ThemeName; readonly onTheme: (theme: ThemeName) => void };

const TopBar = ({ theme, onTheme }: Themed) => {
  const { tenant } = useSession();
  return (
    <header className="top-bar">
      <h1 className="unseen">{t('page.title')}</h1>
      <Tooltip content={t('page.sandboxHint')} relationship="description">
        <span className="label" role="note">
          <BeakerRegular aria-hidden="true" /> {t('page.sandbox')}
        </span>
      </Tooltip>
      <span className="tenant">{tenant.name}</span>
      <span className="space" />
      <ClockControl />
      <ThemeMenu theme={theme} onTheme={onTheme} />
      <PersonSwitcher />
    </header>
  );
};

const Content = ({ theme }: { readonly theme: ThemeName }) => {
  const { place } = useSession();
  if (place.view === 'app') return <TabPage key={place.personId} theme={theme} />;
  if (place.view === 'calendar') return <CalendarPage key={place.personId} />;
  return <ChatPage key={place.personId} />;
};

/** Bars around, and what is open in the middle. */
export const Shell = ({ theme, onTheme }: Themed) => {
  const { connected } = useSession();
  return (
    <div className="shell">
      <button type="button" className="skip" onClick={() => document.getElementById('content')?.focus()}>
        {t('page.skip')}
      </button>
      <TopBar theme={theme} onTheme={onTheme} />
      <AppBar />
      <main id="content" className="content" tabIndex={-1}>
        {!connected && (
          <MessageBar intent="warning">
            <MessageBarBody>{t('page.lost')}</MessageBarBody>
          </MessageBar>
        )}
        <FirstSteps />
        <Content theme={theme} />
      </main>
    </div>
  );
};
