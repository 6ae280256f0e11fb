import { instant } from '@coaching-pairs/shared/ids';
import { type NoteKind, nameOfNote } from '@coaching-pairs/shared/notes/note';
import type { Notes, NoteView, SharedNote } from '@coaching-pairs/shared/wire/notes';
import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useTicking } from './use-notes.js';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none', paddingTop: 0 },
    ':last-child': { paddingBottom: 0 },
  },
  text: { flexGrow: 1 },
  link: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  done: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
});

type ItemProps = { readonly note: NoteView | SharedNote; readonly audience: string; readonly tick?: (done: boolean) => void };

const Item = ({ note, audience, tick }: ItemProps) => {
  const { words, zone } = useSession();
  const house = useHouse();
  const styles = useStyles();
  const { content, changedAt, id } = note;
  const name = nameOfNote(content) || words.t('tab.notes.untitled');
  const isDone = content.kind === 'step' && content.done;
  return (
    <li className={styles.item}>
      {content.kind === 'step' && tick !== undefined && (
        <Checkbox checked={content.done} aria-label={words.t('tab.notes.tick', { name })} onChange={() => tick(!content.done)} />
      )}
      <div className={`${house.tight} ${styles.text}`}>
        <Link to={`/notes/${encodeURIComponent(id)}`} className={mergeClasses(styles.link, isDone && styles.done)}>
          {name}
        </Link>
        <span className={house.small}>{words.t('tab.notes.changed', { when: words.dateTime(instant(changedAt), zone) })}</span>
        <WhoReads text={audience} />
      </div>
    </li>
  );
};

const groups: readonly NoteKind[] = ['challenge', 'step', 'take-away', 'note'];

/** My own, by what they are for. */
export const OwnNotes = ({ notes }: { readonly notes: Notes['notes'] }) => {
  const { words } = useSession();
  const { t, list } = words;
  const house = useHouse();
  const tick = useTicking();
  const audienceOf = ({ sharedWith }: NoteView): string =>
    sharedWith.length === 0
      ? t('tab.notes.audience.alone')
      : t('tab.notes.audience.shared', { names: list(sharedWith.map(({ name }) => name)) });
  return groups.map((kind) => {
    const own = notes.filter(({ content }) => content.kind === kind);
    return own.length === 0 ? null : (
      <Section key={kind} title={t(`tab.notes.group.${kind}`)}>
        <ul className={house.list}>
          {own.map((note) => (
            <Item key={note.id} note={note} audience={audienceOf(note)} tick={(done) => tick(note, done)} />
          ))}
        </ul>
      </Section>
    );
  });
};

/** What partners have chosen to show. */
export const PartnersNotes = ({ notes }: { readonly notes: Notes['fromPartners'] }) => {
  const { t } = useSession().words;
  const house = useHouse();
  if (notes.length === 0) return null;
  return (
    <Section title={t('tab.notes.fromPartners')}>
      <ul className={house.list}>
        {notes.map((note) => (
          <Item key={note.id} note={note} audience={t('tab.notes.from', { name: note.author.name })} />
        ))}
      </ul>
    </Section>
  );
};
