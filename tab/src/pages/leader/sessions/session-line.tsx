import { instant } from '@coaching-pairs/shared/ids';
import type { Sessions, SessionView } from '@coaching-pairs/shared/wire/sessions';
import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { Clocks } from './clocks.js';
import { useOneSession } from './use-sessions.js';

export type Chosen = { readonly what: 'move' | 'cancel'; readonly session: SessionView };

const useStyles = makeStyles({
  line: { margin: 0, padding: 0, listStyleType: 'none' },
  stop: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalXL,
    '&:not(:last-child)::before': {
      content: '""',
      position: 'absolute',
      top: '24px',
      bottom: '2px',
      left: '9px',
      width: '2px',
      backgroundColor: tokens.colorNeutralStroke1,
    },
  },
  mark: { fontSize: '20px', lineHeight: 1, color: tokens.colorNeutralForeground3 },
  held: { color: tokens.colorBrandForeground1 },
  pending: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    alignItems: 'flex-start',
  },
});

type StopProps = {
  readonly roundId: string;
  readonly page: Sessions;
  readonly session: SessionView;
  readonly number: number;
  readonly onChoose: (chosen: Chosen) => void;
};

const pendingText = ({ pending, mine }: SessionView) => {
  if (pending === 'move') return mine ? 'tab.sessions.pending.move.mine' : 'tab.sessions.pending.move';
  if (pending === 'cancel') return mine ? 'tab.sessions.pending.cancel.mine' : 'tab.sessions.pending.cancel';
  return mine ? 'tab.sessions.pending.book.mine' : 'tab.sessions.pending.book';
};

/** What waits for the organiser: to them one tap, to the others how things stand. */
const Pending = ({ roundId, session }: Pick<StopProps, 'roundId' | 'session'>) => {
  const { words, zone } = useSession();
  const { t } = words;
  const styles = useStyles();
  const house = useHouse();
  const { keep, outlook } = useOneSession(roundId);
  const asked = { params: { roundId, sessionId: session.id }, body: {} };
  const when = session.movesTo === null ? '' : words.slot(instant(session.movesTo), zone);
  return (
    <div className={styles.pending}>
      <span>{t(pendingText(session), { name: session.organiser.name, when })}</span>
      <span className={house.row}>
        {session.mine && (
          <Button size="small" appearance="primary" disabledFocusable={outlook.isPending} onClick={() => outlook.mutate(asked)}>
            {t('tab.sessions.pending.do')}
          </Button>
        )}
        {session.pending !== 'book' && (
          <Button size="small" disabledFocusable={keep.isPending} onClick={() => keep.mutate(asked)}>
            {t('tab.sessions.pending.keep')}
          </Button>
        )}
      </span>
    </div>
  );
};

const Actions = ({ roundId, page, session, number, onChoose }: StopProps) => {
  const { t } = useSession().words;
  const house = useHouse();
  const { outlook } = useOneSession(roundId);
  const label = (action: string) => t('tab.sessions.actionOn', { action, number });
  // What was wished for is settled first.
  if (session.held || !page.open || session.pending === 'move' || session.pending === 'cancel') return null;
  return (
    <span className={house.row}>
      {session.joinUrl !== null && (
        <Link href={session.joinUrl} target="_blank" rel="noreferrer">
          {t('tab.sessions.join')}
        </Link>
      )}
      <Button size="small" aria-label={label(t('tab.sessions.move'))} onClick={() => onChoose({ what: 'move', session })}>
        {t('tab.sessions.move')}
      </Button>
      <Button size="small" aria-label={label(t('tab.sessions.cancel'))} onClick={() => onChoose({ what: 'cancel', session })}>
        {t('tab.action.cancel')}
      </Button>
      {!session.inOutlook && session.pending === null && (
        <Button
          size="small"
          disabledFocusable={outlook.isPending}
          onClick={() => outlook.mutate({ params: { roundId, sessionId: session.id }, body: {} })}
        >
          {t('tab.sessions.intoOutlook')}
        </Button>
      )}
    </span>
  );
};

const Stop = (props: StopProps) => {
  const { t } = useSession().words;
  const styles = useStyles();
  const house = useHouse();
  const { session, page, number } = props;
  const isThere = session.inOutlook || session.held;
  const kind = session.held ? t('tab.sessions.held') : t(`session.place.${session.place}`);
  return (
    <li className={styles.stop}>
      <span className={mergeClasses(styles.mark, session.held && styles.held)}>
        {session.held ? <CheckmarkCircleFilled aria-hidden /> : <CircleRegular aria-hidden />}
      </span>
      <div className={house.tight}>
        <h3 className={house.subheading}>{t('tab.sessions.number', { number })}</h3>
        <Clocks at={session.start} zones={page.zones} />
        <span className={house.small}>
          {t('tab.sessions.facts', { minutes: session.minutes, kind: isThere ? kind : t('tab.sessions.notInOutlook', { kind }) })}
        </span>
        {session.pending !== null && <Pending roundId={props.roundId} session={session} />}
        <Actions {...props} />
      </div>
    </li>
  );
};

/** The sessions in the order of time, from the first of the round to the last. */
export const SessionLine = ({ roundId, page, onChoose }: Omit<StopProps, 'session' | 'number'>) => {
  const { t } = useSession().words;
  const styles = useStyles();
  return (
    <ol className={styles.line} aria-label={t('tab.sessions.title')}>
      {page.sessions.map((session, place) => (
        <Stop key={session.id} roundId={roundId} page={page} session={session} number={place + 1} onChoose={onChoose} />
      ))}
    </ol>
  );
};
