import type { NoteContent } from '@coaching-pairs/shared/notes/note';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** A note to be read only. */
export const NoteText = ({ content }: { readonly content: NoteContent }) => {
  const { t } = useWords();
  const house = useHouse();
  if (content.kind === 'take-away')
    return (
      <dl className={house.stack} style={{ margin: 0 }}>
        {(['takeAways', 'moreConfident', 'stillImproving'] as const).map((name) => (
          <div key={name}>
            <dt className={house.small}>{t(`tab.notes.field.${name}`)}</dt>
            <dd className={house.prose}>{content[name] === '' ? t('tab.notes.nothing') : content[name]}</dd>
          </div>
        ))}
      </dl>
    );
  if (content.kind === 'step')
    return <p className={house.prose}>{content.done ? t('tab.notes.stepDone', { text: content.text }) : content.text}</p>;
  return (
    <>
      {content.heading !== '' && <p className={`${house.prose} ${house.subheading}`}>{content.heading}</p>}
      <p className={house.prose}>{content.text === '' ? t('tab.notes.nothing') : content.text}</p>
    </>
  );
};
