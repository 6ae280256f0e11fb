import { agendaKinds, clockAfter, concernsOf, timed } from '@coaching-pairs/shared/awayday/agenda';
import type { Awayday, AwaydayShown } from '@coaching-pairs/shared/wire/awayday';
import type { Words } from '@coaching-pairs/shared/words/words';
import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useEffect, useState } from 'react';
import { itemText } from '../../../components/agenda-words.js';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AgendaRow, downOf, upOf } from './agenda-row.js';
import { type Agenda, useAgenda } from './use-agenda.js';

type Concern = ReturnType<typeof concernsOf>[number];

const concernText = ({ t }: Words, concern: Concern): string =>
  'minutes' in concern ? t(`awayday.concern.${concern.code}`, { minutes: concern.minutes }) : t(`awayday.concern.${concern.code}`);

/** Whether it adds up, and what is missing; read aloud as it changes. */
const Concerns = ({ concerns }: { readonly concerns: readonly Concern[] }) => {
  const words = useWords();
  const house = useHouse();
  const grave = concerns.some(({ code }) => code !== 'free');
  return (
    <MessageBar intent={concerns.length === 0 ? 'success' : grave ? 'warning' : 'info'} layout="multiline" role="status">
      <MessageBarBody>
        {concerns.length === 0 ? (
          words.t('tab.awayday.fits')
        ) : (
          <ul className={house.list}>
            {concerns.map((concern) => (
              <li key={concern.code}>{concernText(words, concern)}</li>
            ))}
          </ul>
        )}
      </MessageBarBody>
    </MessageBar>
  );
};

const AddMenu = ({ agenda }: { readonly agenda: Agenda }) => {
  const words = useWords();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton icon={<AddRegular />} disabled={agenda.isFull}>
          {words.t('tab.awayday.add')}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {agendaKinds.map((kind) => (
            <MenuItem key={kind} onClick={() => agenda.add(kind)}>
              {itemText(words, { kind, wording: null })}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};

type Moved = { readonly id: string; readonly by: -1 | 1 };

/** What was moved keeps the focus on the button it was moved with, however often that is pressed. */
const useMoving = (agenda: Agenda) => {
  const [moved, setMoved] = useState<Moved | null>(null);
  useEffect(() => {
    if (moved !== null) document.getElementById(moved.by === -1 ? upOf(moved.id) : downOf(moved.id))?.focus();
  }, [moved]);
  const move = (id: string, by: -1 | 1) => {
    agenda.move(id, by);
    setMoved({ id, by });
  };
  return { moved, move };
};

const Rows = ({ agenda, time }: { readonly agenda: Agenda; readonly time: string }) => {
  const words = useWords();
  const house = useHouse();
  const { moved, move } = useMoving(agenda);
  const all = timed(agenda.items);
  const now = all.find(({ item }) => item.id === moved?.id);
  const said =
    now === undefined ? '' : words.t('tab.awayday.item.moved', { item: itemText(words, now.item), time: clockAfter(time, now.from) });
  return (
    <>
      <span className={house.unseen} aria-live="polite">
        {said}
      </span>
      <ol className={house.list} aria-label={words.t('tab.awayday.agenda')}>
        {all.map(({ item, from }, place) => (
          <AgendaRow
            key={item.id}
            id={item.id}
            begins={clockAfter(time, from)}
            text={itemText(words, item)}
            minutes={item.minutes}
            isFirst={place === 0}
            isLast={place === all.length - 1}
            onRename={(wording) => agenda.rename(item.id, wording)}
            onResize={(minutes) => agenda.resize(item.id, minutes)}
            onMove={(by) => move(item.id, by)}
            onRemove={() => agenda.remove(item.id)}
          />
        ))}
      </ol>
    </>
  );
};

type EditorProps = { readonly roundId: string; readonly awayday: Awayday; readonly plan: AwaydayShown; readonly lookAgain: () => void };

/** The agenda: renamed, moved, made longer, added to, begun again; it always says whether it adds up (CP-80). */
export const AgendaEditor = ({ roundId, awayday, plan, lookAgain }: EditorProps) => {
  const { t } = useWords();
  const house = useHouse();
  const agenda = useAgenda(roundId, awayday, plan, lookAgain);
  const load = (
    <Button size="small" onClick={agenda.load}>
      {t('tab.awayday.load')}
    </Button>
  );
  return (
    <Section title={t('tab.awayday.agenda')}>
      <p className={house.prose}>{t('tab.awayday.agendaText')}</p>
      <WhoReads text={t('tab.kickOff.meeting.reads')} />
      <Rows agenda={agenda} time={plan.time} />
      <Concerns concerns={concernsOf(agenda.items, plan.minutes, awayday.choosing)} />
      {agenda.write.error !== null && <FaultBar fault={agenda.write.error} {...(agenda.isStale ? { way: load } : {})} />}
      <div className={house.actions}>
        <DoButton whyNot={agenda.isSaved ? t('tab.awayday.agendaSame') : null} running={agenda.write.isPending} onClick={agenda.save}>
          {t('tab.awayday.agendaSave')}
        </DoButton>
        <AddMenu agenda={agenda} />
        <Button disabledFocusable={!agenda.mayUndo} onClick={agenda.undo}>
          {t('tab.awayday.undo')}
        </Button>
        <Button onClick={agenda.restore}>{t('tab.awayday.restore')}</Button>
      </div>
    </Section>
  );
};
