import {
  Badge,
  Button,
  CounterBadge,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import { ArrowLeftRegular, MoreHorizontalRegular } from '@fluentui/react-icons';
import { useSyncExternalStore } from 'react';
import { shortDay, timeIn } from '../dates.js';
import { AppPicture } from '../people/avatar.js';
import { hashOf } from '../place.js';
import { type ChatLine, sandbox } from '../sandbox-api.js';
import { useSession } from '../sandbox-state.js';
import { t } from '../words.js';
import { Conversation } from './conversation.js';

const phone = window.matchMedia('(max-width: 640px)');
const listen = (changed: () => void): (() => void) => {
  phone.addEventListener('change', changed);
  return () => phone.removeEventListener('change', changed);
};
const useIsPhone = (): boolean => useSyncExternalStore(listen, () => phone.matches);

const shortTime = (at: string, now: Date): string => {
  const date = new Date(at);
  const sameDay = date.toDateString() === now.toDateString();
  return sameDay ? timeIn(at) : shortDay(date);
};

const lastOf = ({ last }: ChatLine): string => {
  if (last === null) return t('chat.empty');
  return last.from === 'bot' ? (last.text ?? t('chat.cardFrom')) : t('chat.lastOwn', { text: last.text ?? '' });
};

const ChatList = ({ line }: { readonly line: ChatLine }) => {
  const { place, now } = useSession();
  return (
    <aside className="chat-list" aria-label={t('chat.list')}>
      <h2>{t('chat.heading')}</h2>
      <ul>
        <li>
          <a
            href={hashOf({ ...place, view: 'chat', inside: 'bot' })}
            className={line.unread > 0 ? 'chat-line unread' : 'chat-line'}
            aria-current="true"
          >
            <AppPicture size={40} />
            <span className="person-text">
              <span className="chat-line-top">
                <span className="person-name">{t('page.app')}</span>
                {line.last !== null && <time dateTime={line.last.at}>{shortTime(line.last.at, now)}</time>}
              </span>
              <span className="chat-line-top">
                <span className="person-about">{lastOf(line)}</span>
                {line.unread > 0 && <CounterBadge count={line.unread} size="small" aria-hidden="true" />}
                {line.unread > 0 && <span className="unseen">{t('page.unread', { count: line.unread })}</span>}
              </span>
            </span>
          </a>
        </li>
      </ul>
    </aside>
  );
};

const ChatMenu = () => {
  const { place, refreshLines } = useSession();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={t('chat.menu')} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => void sandbox.remove(place.personId).then(refreshLines, refreshLines)}>{t('chat.remove')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};

const Header = () => {
  const { place } = useSession();
  return (
    <div className="pane-header">
      <a className="back" href={hashOf({ ...place, inside: '' })} aria-label={t('chat.back')}>
        <ArrowLeftRegular />
      </a>
      <AppPicture size={32} />
      <h2>{t('page.app')}</h2>
      <Badge appearance="outline" size="small" color="informative">
        {t('chat.bot')}
      </Badge>
      <nav className="pane-tabs" aria-label={t('tab.label')}>
        <a aria-current="page" href={hashOf({ ...place, view: 'chat', inside: 'bot' })}>
          {t('tab.chat')}
        </a>
        <a href={hashOf({ ...place, view: 'app', inside: '' })}>{t('tab.home')}</a>
      </nav>
      <span className="space" />
      <ChatMenu />
    </div>
  );
};

const Missing = () => {
  const { place, refreshLines } = useSession();
  return (
    <MessageBar intent="warning">
      <MessageBarBody>{t('chat.missing')}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void sandbox.install(place.personId).then(refreshLines, refreshLines)}>{t('chat.restore')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
};

/** The chats of one person: a list, and the conversation with the app; on a phone one of the two. */
export const ChatPage = () => {
  const { place, lines } = useSession();
  const isPhone = useIsPhone();
  const line = lines.get(place.personId) ?? { personId: place.personId, unread: 0, installed: true, last: null };
  const showList = !isPhone || place.inside !== 'bot';
  const showConversation = !isPhone || place.inside === 'bot';
  return (
    <div className="chat-page">
      {showList && <ChatList line={line} />}
      {showConversation && (
        <section className="pane" aria-label={t('page.app')}>
          <Header />
          {!line.installed && <Missing />}
          <Conversation installed={line.installed} />
        </section>
      )}
    </div>
  );
};
