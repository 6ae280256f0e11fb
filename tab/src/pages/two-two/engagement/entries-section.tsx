import { instant } from '@coaching-pairs/shared/ids';
import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import { FaultBar } from '../../../components/fault-bar.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useAudienceText } from './audience-choice.js';
import { EntryEditor } from './entry-editor.js';
import { type OfEngagement, useChanging } from './use-engagement.js';

type Entry = Engagement['entries'][number];

const useStyles = makeStyles({
  entry: {
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none', paddingTop: 0 },
  },
});

/** A word or two by which an entry is named to whoever reads by ear. */
const beginningOf = (text: string): string => (text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text);

/** What can still be done with my own once the engagement is over. */
const Deleting = ({ engagement, entry }: OfEngagement & { readonly entry: Entry }) => {
  const { t } = useWords();
  const house = useHouse();
  const { make, running, fault } = useChanging(engagement.id);
  return (
    <>
      {fault !== null && <FaultBar fault={fault} />}
      <div className={house.actions}>
        <Button
          size="small"
          disabledFocusable={running}
          aria-label={t('tab.twoTwo.entry.delete.of', { text: beginningOf(entry.text) })}
          onClick={() => make({ kind: 'delete-entry', entryId: entry.id, version: entry.version })}
        >
          {t('tab.notes.delete')}
        </Button>
      </div>
    </>
  );
};

type OneProps = OfEngagement & { readonly entry: Entry; readonly onOpen: () => void };

const One = ({ engagement, entry, onOpen }: OneProps) => {
  const { words, zone, userId } = useSession();
  const { t } = words;
  const house = useHouse();
  const audienceText = useAudienceText(engagement);
  const isMine = entry.author.id === userId;
  const isOver = engagement.state === 'closed';
  return (
    <li className={`${house.tight} ${useStyles().entry}`}>
      <span className={house.small}>
        {t(isMine ? 'tab.twoTwo.entry.mine' : 'tab.twoTwo.entry.from', {
          name: entry.author.name,
          when: words.dateTime(instant(entry.changedAt), zone),
        })}
      </span>
      <p className={house.prose}>{entry.text}</p>
      <div className={house.spread}>
        <WhoReads text={audienceText(isOver ? 'only-me' : entry.audience)} />
        {isMine && !isOver && (
          <Button size="small" onClick={onOpen} aria-label={t('tab.twoTwo.entry.open.of', { text: beginningOf(entry.text) })}>
            {t('tab.twoTwo.entry.open')}
          </Button>
        )}
      </div>
      {isMine && isOver && <Deleting engagement={engagement} entry={entry} />}
    </li>
  );
};

/** What I wrote down in this engagement, and what others chose to show me. Whatever I write is mine alone until I say otherwise (TT-60). */
export const EntriesSection = ({ engagement }: OfEngagement) => {
  const { t } = useWords();
  const house = useHouse();
  const [openId, setOpenId] = useState<string | null>(null);
  const { entries, state } = engagement;
  const isOver = state === 'closed';
  const isNew = openId !== null && entries.every(({ id }) => id !== openId);
  const [begun, setBegun] = useState<string | null>(null);
  const begin = (): void => {
    const id = crypto.randomUUID();
    setBegun(id);
    setOpenId(id);
  };
  if (isOver && entries.length === 0) return null;
  const editorOf = (id: string) => <EntryEditor key={id} engagement={engagement} entryId={id} onClose={() => setOpenId(null)} />;
  const isAbove = openId !== null && (isNew || openId === begun);
  return (
    <Section title={t('tab.twoTwo.entries.title')}>
      <p className={house.prose}>{t(isOver ? 'tab.twoTwo.entries.over' : 'tab.twoTwo.entries.text')}</p>
      {!isOver && openId === null && (
        <div className={house.actions}>
          <Button icon={<AddRegular />} onClick={begin}>
            {t('tab.twoTwo.entry.new')}
          </Button>
        </div>
      )}
      {!isOver && isAbove && openId !== null && editorOf(openId)}
      {entries.length > 0 && (
        <ul className={house.list}>
          {entries
            .filter(({ id }) => !(isAbove && id === openId))
            .map((entry) =>
              entry.id === openId && !isOver ? (
                <li key={entry.id}>{editorOf(entry.id)}</li>
              ) : (
                <One key={entry.id} engagement={engagement} entry={entry} onOpen={() => setOpenId(entry.id)} />
              ),
            )}
        </ul>
      )}
    </Section>
  );
};
