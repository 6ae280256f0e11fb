import type { Notes, NoteView } from '@coaching-pairs/shared/wire/notes';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { AskedView } from '../../../components/asked-view.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { NoteText } from '../notes/note-text.js';
import { useNotes } from '../notes/use-notes.js';

/** The sheet that was written last. */
const latestOf = ({ notes }: Notes): NoteView | null =>
  notes
    .filter(({ content }) => content.kind === 'take-away')
    .reduce<NoteView | null>((last, one) => (last === null || one.changedAt > last.changedAt ? one : last), null);

const Written = ({ sheet }: { readonly sheet: NoteView }) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  const [shown, setShown] = useState(false);
  return (
    <>
      {shown && <NoteText content={sheet.content} />}
      <div className={house.actions}>
        <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'tab.feedback.hide' : 'tab.feedback.show')}
        </Button>
        <Button onClick={() => go(`/notes/${encodeURIComponent(sheet.id)}`)}>{t('tab.feedback.change')}</Button>
      </div>
    </>
  );
};

const Unwritten = () => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  return (
    <>
      <p className={house.prose}>{t('tab.feedback.noSheet')}</p>
      <div className={house.actions}>
        <Button onClick={() => go(`/notes/new/take-away/${crypto.randomUUID()}`)}>{t('tab.feedback.write')}</Button>
      </div>
    </>
  );
};

/**
 * The sheet that somebody has prepared for these minutes, which lies face down until they turn it over: the screen may be held between two
 * people (CP-85). Not there for those who may write none.
 */
export const MySheet = () => {
  const { t } = useWords();
  const house = useHouse();
  const notes = useNotes();
  if (notes.data !== undefined && !notes.data.mayWrite && latestOf(notes.data) === null) return null;
  return (
    <Section title={t('tab.feedback.sheet')}>
      <p className={house.small}>{t('tab.feedback.sheetText')}</p>
      <AskedView asked={notes}>
        {(known) => {
          const sheet = latestOf(known);
          return sheet === null ? <Unwritten /> : <Written sheet={sheet} />;
        }}
      </AskedView>
    </Section>
  );
};
