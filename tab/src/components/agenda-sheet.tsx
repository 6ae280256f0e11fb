import type { AwaydayShown } from '@coaching-pairs/shared/wire/awayday';
import { Button, Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useSession } from '../session.js';
import { useHouse } from '../style/house.js';
import { AgendaLines } from './agenda-lines.js';
import { agendaText, placeText, whenText } from './agenda-words.js';
import { usePaper } from './paper.js';
import { saveAs } from './save-as.js';
import { Section } from './section.js';
import { sheetPage } from './sheet-page.js';
import { useReturnedFocus } from './use-returned-focus.js';

const useStyles = makeStyles({
  surface: {
    boxSizing: 'border-box',
    maxWidth: '100vw',
    width: '100vw',
    height: '100vh',
    maxHeight: '100vh',
    margin: 0,
    borderRadius: 0,
    border: 'none',
  },
  body: { height: '100%', maxHeight: '100%', gridTemplateRows: 'auto minmax(0, 1fr)' },
  /** As large as the room needs and the wall allows. */
  large: { fontSize: 'clamp(18px, min(2.4vw, 3.4vh), 44px)', lineHeight: 1.35 },
  title: { fontSize: 'clamp(22px, min(3vw, 4.4vh), 56px)', lineHeight: 1.2 },
  aside: { display: 'flex', justifyContent: 'flex-end' },
  head: { color: tokens.colorNeutralForeground2 },
});

/** Minutes since it began by the clock of this device, looked at again now and then; null unless it is today. */
const useMinutesSince = ({ start, when }: AwaydayShown, watching: boolean): number | null => {
  const [, redraw] = useState(0);
  useEffect(() => {
    if (!watching) return undefined;
    const timer = setInterval(() => redraw((count) => count + 1), 20_000);
    return () => clearInterval(timer);
  }, [watching]);
  return when === 'today' ? (Date.now() - Date.parse(start)) / 60_000 : null;
};

type LargeProps = { readonly name: string; readonly awayday: AwaydayShown; readonly onClose: () => void };

/** The agenda for the whole room, as large as the screen; what is on now is marked. */
const Large = ({ name, awayday, onClose }: LargeProps) => {
  const { words } = useSession();
  const styles = useStyles();
  const since = useMinutesSince(awayday, true);
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle className={styles.title} action={<Button onClick={onClose}>{words.t('tab.action.close')}</Button>}>
            {name}
          </DialogTitle>
          <DialogContent className={styles.large}>
            <AgendaLines awayday={awayday} since={since} prompts />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};

type AgendaSheetProps = {
  /** Of the card. */
  readonly title: string;
  /** Of the round. */
  readonly name: string;
  readonly awayday: AwaydayShown;
};

/** The agenda of the Awayday on one sheet: read, shown large in the room, printed, saved (CP-80). */
export const AgendaSheet = ({ title, name, awayday }: AgendaSheetProps) => {
  const { words } = useSession();
  const { t } = words;
  const house = useHouse();
  const styles = useStyles();
  const [large, setLarge] = useState(false);
  const since = useMinutesSince(awayday, awayday.when === 'today');
  usePaper();
  useReturnedFocus(large);
  const heading = `${name}: ${t('tab.awayday.title')}`;
  return (
    <Section title={title}>
      <div data-paper className={house.stack}>
        <div className={house.tight}>
          <h3 className={house.subheading}>{heading}</h3>
          <span className={styles.head}>{whenText(words, awayday)}</span>
          <span className={styles.head}>{placeText(words, awayday)}</span>
        </div>
        <AgendaLines awayday={awayday} since={since} />
      </div>
      <div className={house.actions}>
        <Button onClick={() => setLarge(true)}>{t('tab.awayday.large')}</Button>
        <Button onClick={() => window.print()}>{t('tab.awayday.print')}</Button>
        <Button onClick={() => saveAs('awayday.html', 'text/html', sheetPage(heading, agendaText(words, awayday), words.locale))}>
          {t('tab.awayday.file')}
        </Button>
      </div>
      {large && <Large name={heading} awayday={awayday} onClose={() => setLarge(false)} />}
    </Section>
  );
};
