import type { Notes } from '@coaching-pairs/shared/wire/notes';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { notesText } from '@coaching-pairs/shared/words/notes-text';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { saveAs } from '../../../components/save-as.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { discardDrafts } from './use-autosaved.js';

const EraseDialog = ({ count, open, onClose }: { readonly count: number; readonly open: boolean; readonly onClose: () => void }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const done = (): void => {
    discardDrafts();
    feedback.done(t('tab.notes.done.erased'));
  };
  const erase = useChange(routes.eraseNotes, { outdates: [keys.notes], onDone: done });
  return (
    <ConfirmDialog
      open={open}
      title={t('tab.notes.erase.title')}
      confirm={t('tab.notes.erase.confirm')}
      running={erase.isPending}
      onConfirm={() => erase.mutate({ body: {} }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className={house.prose}>{t('tab.notes.erase.text', { count })}</p>
      {erase.error !== null && <FaultBar fault={erase.error} />}
    </ConfirmDialog>
  );
};

/** All that somebody has written, to be taken along or to be erased (C-07, C-08). Nothing of it but their own. */
export const EverythingMine = ({ notes: { notes, unreadable } }: { readonly notes: Notes }) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  const [asking, setAsking] = useState(false);
  const json = (): string => JSON.stringify({ notes: notes.map(({ version: _version, ...note }) => note) }, null, 2);
  const count = notes.length + unreadable;
  return (
    <>
      {count > 0 && (
        <Section title={t('tab.notes.mine.title')}>
          <p className={house.prose}>{t('tab.notes.mine.text')}</p>
          <div className={house.actions}>
            <Button onClick={() => saveAs('notes.txt', 'text/plain;charset=utf-8', notesText(words, zone, notes))}>
              {t('tab.notes.mine.asText')}
            </Button>
            <Button onClick={() => saveAs('notes.json', 'application/json', json())}>{t('tab.notes.mine.asData')}</Button>
            <Button onClick={() => setAsking(true)}>{t('tab.notes.erase')}</Button>
          </div>
        </Section>
      )}
      <EraseDialog count={count} open={asking} onClose={() => setAsking(false)} />
    </>
  );
};
