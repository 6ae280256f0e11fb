import { Spinner } from '@fluentui/react-components';
import { type CardClick, CardView } from '../cards/card-view.js';
import { htmlOf } from '../cards/markdown.js';
import { timeIn } from '../dates.js';
import { AppPicture } from '../people/avatar.js';
import type { Message } from '../sandbox-api.js';
import { t } from '../words.js';

type View = {
  readonly message: Message;
  readonly busy: boolean;
  readonly failure: string | null;
  readonly onClick: (click: CardClick) => void;
  readonly onLink: (url: string) => void;
};

/** Text as the bot wrote it: its little markdown becomes HTML, which the renderer keeps free of any other. */
const Text = ({ text, onLink }: { readonly text: string; readonly onLink: (url: string) => void }) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: only links inside are followed, and those answer the keyboard themselves.
  // biome-ignore lint/a11y/noStaticElementInteractions: as above.
  <div
    className="text"
    onClick={(event) => {
      const link = event.target instanceof HTMLAnchorElement ? event.target : null;
      if (link === null) return;
      event.preventDefault();
      onLink(link.href);
    }}
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the markdown renderer escapes every HTML in the text.
    dangerouslySetInnerHTML={{ __html: htmlOf(text) }}
  />
);

const isWide = (message: Message): boolean => JSON.stringify(message.card?.msteams ?? null).includes('"Full"');

const Own = ({ message }: { readonly message: Message }) => (
  <article className="message own" aria-label={t('chat.you')}>
    <div className="byline">
      <time dateTime={message.at}>{timeIn(message.at)}</time>
    </div>
    <div className="bubble">{message.text}</div>
  </article>
);

/** One message of the chat: what the person typed, or what the app sent. */
export const MessageView = ({ message, busy, failure, onClick, onLink }: View) => {
  if (message.from !== 'bot') return <Own message={message} />;
  return (
    <article className="message" aria-label={t('page.app')}>
      <AppPicture size={32} />
      <div className="from-app">
        <div className="byline">
          <span className="author">{t('page.app')}</span>
          <time dateTime={message.at}>{timeIn(message.at)}</time>
          {message.edited && <span>{t('chat.edited')}</span>}
        </div>
        {message.text !== null && (
          <div className="bubble">
            <Text text={message.text} onLink={onLink} />
          </div>
        )}
        {message.card !== null && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, and a card is none.
          <div role="group" className={isWide(message) ? 'card wide-card' : 'card'} aria-label={t('chat.cardFrom')}>
            <CardView card={message.card} busy={busy} onClick={onClick} />
            {busy && <Spinner size="tiny" className="card-busy" aria-label={t('page.loading')} />}
          </div>
        )}
        {failure !== null && (
          <p className="failure" role="alert">
            {failure}
          </p>
        )}
      </div>
    </article>
  );
};
