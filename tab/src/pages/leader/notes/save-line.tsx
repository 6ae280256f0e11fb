import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { FaultBar } from '../../../components/fault-bar.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type Autosave, type Draft, isDirty } from './autosave.js';
import { NoteText } from './note-text.js';

type SaveLineProps = { readonly draft: Draft; readonly autosave: Pick<Autosave, 'keep' | 'save'> };

/** Two devices have written at once: both are shown, and the reader chooses. */
const Conflict = ({ draft, autosave }: SaveLineProps) => {
  const { t } = useWords();
  const house = useHouse();
  const isGone = draft.state === 'gone';
  return (
    <div className={house.stack}>
      <MessageBar intent="warning" layout="multiline" role="alert">
        <MessageBarBody>{t(isGone ? 'tab.notes.gone' : 'tab.notes.conflict')}</MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => void autosave.keep('mine')}>
            {t(isGone ? 'tab.notes.gone.keep' : 'tab.notes.conflict.mine')}
          </Button>
          {!isGone && (
            <Button size="small" onClick={() => void autosave.keep('theirs')}>
              {t('tab.notes.conflict.theirs')}
            </Button>
          )}
        </MessageBarActions>
      </MessageBar>
      {draft.theirs !== null && (
        <section className={house.card} aria-label={t('tab.notes.conflict.there')}>
          <h3 className={house.subheading}>{t('tab.notes.conflict.there')}</h3>
          <NoteText content={draft.theirs.content} />
        </section>
      )}
    </div>
  );
};

/** Whether what is written is stored; changes are read aloud. */
export const SaveLine = ({ draft, autosave }: SaveLineProps) => {
  const { t } = useWords();
  const house = useHouse();
  if (draft.state === 'conflict' || draft.state === 'gone') return <Conflict draft={draft} autosave={autosave} />;
  const quiet = draft.stored === null && !isDirty(draft);
  const said = quiet
    ? 'tab.notes.saves'
    : isDirty(draft)
      ? draft.state === 'saving'
        ? 'tab.notes.saving'
        : 'tab.notes.unsaved'
      : 'tab.notes.saved';
  return (
    <>
      {draft.state === 'failed' && <FaultBar fault={draft.fault} retry={() => void autosave.save()} />}
      <p className={house.small} style={{ margin: 0 }} role="status">
        {t(draft.state === 'failed' ? 'tab.notes.failed' : said)}
      </p>
    </>
  );
};
