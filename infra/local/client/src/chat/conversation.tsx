import { Spinner } from '@fluentui/react-components';
import { Fragment, useEffect, useRef } from 'react';
import { CardDialog } from '../cards/card-dialog.js';
import { longDay } from '../dates.js';
import { AppPicture } from '../people/avatar.js';
import { type Message, sandbox } from '../sandbox-api.js';
import { useSession } from '../sandbox-state.js';
import { t } from '../words.js';
import { Compose } from './compose.js';
import { MessageView } from './message-view.js';
import { useCardClicks } from './use-card-clicks.js';
import { useChat } from './use-chat.js';
import { useNewestInSight } from './use-newest-in-sight.js';

const dayOf = (at: string, now: Date): string => {
  const day = new Date(at);
  const distance = Math.round((new Date(now.toDateString()).getTime() - new Date(day.toDateString()).getTime()) / 86_400_000);
  if (distance === 0) return t('chat.today');
  if (distance === 1) return t('chat.yesterday');
  return longDay(day);
};

type LogProps = {
  readonly chat: readonly Message[];
  readonly fresh: string | undefined;
  readonly typing: boolean;
  readonly clicks: ReturnType<typeof useCardClicks>;
};

const Log = ({ chat, fresh, typing, clicks }: LogProps) => {
  const { now, me } = useSession();
  const log = useRef<HTMLElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const count = chat.length;
  useNewestInSight(log);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is what it scrolls for.
  useEffect(() => end.current?.scrollIntoView({ block: 'end' }), [count, typing]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section ref={log} className="log" role="log" aria-label={t('chat.log', { name: me.name })} tabIndex={0}>
      {count === 0 && (
        <div className="empty">
          <AppPicture size={40} />
          <p>{t('chat.empty')}</p>
          <p className="quiet">{t('chat.emptyHint')}</p>
        </div>
      )}
      {chat.map((message, index) => (
        <Fragment key={message.activityId}>
          {dayOf(message.at, now) !== dayOf(chat[index - 1]?.at ?? '1970-01-01', now) && <p className="day">{dayOf(message.at, now)}</p>}
          {message.activityId === fresh && <p className="fresh">{t('chat.fresh')}</p>}
          <MessageView
            message={message}
            busy={clicks.busy === message.activityId}
            failure={clicks.refused?.activityId === message.activityId ? clicks.refused.text : null}
            onClick={(click) => clicks.click(message.activityId, click)}
            onLink={clicks.openLink}
          />
        </Fragment>
      ))}
      {typing && <p className="typing">{t('chat.typing')}</p>}
      <div ref={end} />
    </section>
  );
};

const useSaying = (reload: () => Promise<void>, setTyping: (typing: boolean) => void) => {
  const { place, say } = useSession();
  return async (text: string): Promise<void> => {
    setTyping(true);
    const outcome = await sandbox.say(place.personId, { text }).catch(() => ({ status: 502 }));
    setTyping(false);
    if (outcome.status >= 300) say(t('chat.unsent'), 'error');
    await reload();
  };
};

/** The conversation with the app, with its cards and the dialog that one of them may have opened. */
export const Conversation = ({ installed }: { readonly installed: boolean }) => {
  const { place } = useSession();
  const { chat, typing, setTyping, reload, fresh } = useChat(place.personId, true);
  const clicks = useCardClicks(place.personId, reload);
  const send = useSaying(reload, setTyping);
  if (chat === null) return <Spinner className="log" label={t('page.loading')} />;
  return (
    <>
      <Log chat={chat} fresh={fresh} typing={typing} clicks={clicks} />
      <Compose disabled={!installed} onSend={(text) => void send(text)} />
      {clicks.step !== null && (
        <CardDialog
          step={clicks.step.outcome}
          busy={clicks.busy !== null}
          failed={clicks.step.failed}
          onSubmit={(data) => void clicks.submit(data)}
          onLink={clicks.openLink}
          onClose={clicks.close}
        />
      )}
    </>
  );
};
