import { routes } from '@coaching-pairs/shared/wire/routes';
import { AsideNote } from '../../../components/aside-note.js';
import { AskedPage } from '../../../components/asked-page.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type Worded, WordsEditor } from './words-editor.js';

/** A card that has been sent: what everybody read there stands, and is changed no more. */
const Sent = ({ worded: { card, said } }: { readonly worded: Worded }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t(`tab.words.card.${card}`)}>
      <p className={house.prose}>{t(said === null ? `tab.words.none.${card}` : `tab.words.sent.${card}`)}</p>
      {said !== null && (
        <AsideNote label={t('card.ownWords', { name: said.by.name })}>
          <span className={house.small}>{t('card.ownWords', { name: said.by.name })}</span>
          <p className={house.prose}>{said.text}</p>
        </AsideNote>
      )}
    </Section>
  );
};

/** What organisers say in the invitation and with each match, in their own words and under their name, as the card that people will read. */
export const WordsPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const asked = useAsked(routes.ownWords, { key: keys.ownWords(roundId), params: { roundId } });
  const back = { to: `/admin/${encodeURIComponent(roundId)}`, children: t('tab.pair.back') };
  return (
    <AskedPage title={t('tab.words.title')} back={back} lead={t('tab.words.lead')} asked={asked}>
      {({ cards }) =>
        cards.map((worded) =>
          worded.open ? <WordsEditor key={worded.card} roundId={roundId} worded={worded} /> : <Sent key={worded.card} worded={worded} />,
        )
      }
    </AskedPage>
  );
};
