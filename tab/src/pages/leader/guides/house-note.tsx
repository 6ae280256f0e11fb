import { type Instant, instant } from '@coaching-pairs/shared/ids';
import type { HouseNotes } from '@coaching-pairs/shared/wire/pair';
import { AsideNote } from '../../../components/aside-note.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type HouseNoteProps = { readonly notes: HouseNotes['notes'] | undefined; readonly about: HouseNotes['notes'][number]['about'] };

/** What the organisers add to one piece of guidance, dated (CP-95); nothing where they add nothing. */
export const HouseNote = ({ notes, about }: HouseNoteProps) => {
  const { words, zone } = useSession();
  const house = useHouse();
  const note = notes?.find((one) => one.about === about);
  if (note === undefined) return null;
  const at: Instant = instant(note.at);
  return (
    <AsideNote label={words.t('tab.house.title')}>
      <p className={house.prose}>{note.text}</p>
      <span className={house.small}>{words.t('tab.house.dated', { date: words.dateAt(at, zone) })}</span>
    </AsideNote>
  );
};
