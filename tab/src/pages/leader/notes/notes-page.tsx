import type { Notes } from '@coaching-pairs/shared/wire/notes';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { AskedView } from '../../../components/asked-view.js';
import { Page } from '../../../components/page.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { MyDataLink } from '../my-data/my-data-link.js';
import { EverythingMine } from './everything-mine.js';
import { NewNote } from './new-note.js';
import { OwnNotes, PartnersNotes } from './note-list.js';
import { useNotes } from './use-notes.js';

const Content = ({ notes }: { readonly notes: Notes }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <div className={house.parts}>
      {notes.unreadable > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('tab.notes.unreadable', { count: notes.unreadable })}</MessageBarBody>
        </MessageBar>
      )}
      {notes.notes.length === 0 && (
        <div className={house.card}>
          <p className={house.prose}>{t(notes.mayWrite ? 'tab.notes.empty' : 'tab.notes.notYet')}</p>
        </div>
      )}
      <OwnNotes notes={notes.notes} />
      <PartnersNotes notes={notes.fromPartners} />
      <EverythingMine notes={notes} />
      <MyDataLink />
    </div>
  );
};

/** What somebody writes for themselves, and what their partner shows them. Nobody else has a way here. */
export const NotesPage = () => {
  const { t } = useWords();
  const notes = useNotes();
  return (
    <Page title={t('tab.notes.title')} lead={t('tab.notes.lead')} aside={notes.data?.mayWrite === true ? <NewNote /> : undefined}>
      <AskedView asked={notes}>{(found) => <Content notes={found} />}</AskedView>
    </Page>
  );
};
