import { entryLimits } from '@coaching-pairs/shared/engagement/entry';
import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { SaveLine } from '../../leader/notes/save-line.js';
import { AudienceChoice, useAudienceText } from './audience-choice.js';
import { useEntry, useRestoring } from './use-entry.js';

const useStyles = makeStyles({
  editor: { padding: tokens.spacingHorizontalL, borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground2 },
});

type EditorProps = { readonly engagement: Engagement; readonly entryId: string; readonly onClose: () => void };

/** One entry of mine: it saves by itself, and who reads it is always in sight (TT-60). */
export const EntryEditor = ({ engagement, entryId, onClose }: EditorProps) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const feedback = useFeedback();
  const audienceText = useAudienceText(engagement);
  const found = engagement.entries.find(({ id }) => id === entryId) ?? null;
  const { draft, autosave, text, contentOf, showTo, discard } = useEntry(engagement.id, entryId, found);
  const restore = useRestoring(engagement.id);
  const [fault, setFault] = useState<unknown>(null);
  const audience = draft.stored?.audience ?? 'only-me';
  const left = entryLimits.text - text.length;
  const room = left < entryLimits.text / 10 ? { validationState: 'none' as const, validationMessage: t('tab.notes.room', { left }) } : {};
  const remove = async (): Promise<void> => {
    const gone = await discard();
    onClose();
    if (gone !== null) feedback.done(t('tab.notes.done.deleted'), () => restore(gone, t('tab.notes.done.restored')));
  };
  return (
    <div className={`${house.stack} ${styles.editor}`}>
      <Field label={t('tab.notes.field.note')} hint={<WhoReads text={audienceText(audience)} />} {...room}>
        <Textarea
          rows={8}
          resize="vertical"
          autoFocus
          value={text}
          maxLength={entryLimits.text}
          onChange={(_event, { value }) => autosave.change(contentOf(value))}
        />
      </Field>
      <SaveLine draft={draft} autosave={autosave} />
      <AudienceChoice engagement={engagement} audience={audience} ready={draft.stored !== null} onChoose={showTo} />
      {fault !== null && <FaultBar fault={fault} />}
      <div className={house.actions}>
        <Button onClick={onClose}>{t('tab.twoTwo.entry.close')}</Button>
        {draft.stored !== null && <Button onClick={() => void remove().catch(setFault)}>{t('tab.notes.delete')}</Button>}
      </div>
    </div>
  );
};
