import type { Said } from '@coaching-pairs/shared/wire/own-words';
import { AsideNote } from '../../components/aside-note.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

/** What an organiser says in their own words beside a question, as the card has it; nothing where nobody does. */
export const OwnWords = ({ said }: { readonly said: Said | null }) => {
  const { t } = useWords();
  const house = useHouse();
  if (said === null) return null;
  const label = t('card.ownWords', { name: said.by.name });
  return (
    <AsideNote label={label}>
      <span className={house.small}>{label}</span>
      <p className={house.prose}>{said.text}</p>
    </AsideNote>
  );
};
