import { longestOwnWords } from '@coaching-pairs/shared/guidance/own-words';
import { instant } from '@coaching-pairs/shared/ids';
import type { OwnWords } from '@coaching-pairs/shared/wire/own-words';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, Field, mergeClasses, Textarea } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { CardPreview } from './card-preview.js';

/** A card to which words may be added, as the bot answers it. */
export type Worded = OwnWords['cards'][number];

type EditorProps = { readonly roundId: string; readonly worded: Worded };

const useWriting = (roundId: string, card: Worded['card'], onWritten: (text: string) => void) => {
  const { t } = useSession().words;
  const feedback = useFeedback();
  const change = useChange(routes.writeOwnWords, { answers: keys.ownWords(roundId), outdates: [keys.cards(roundId)] });
  const save = (text: string) =>
    change.mutate(
      { params: { roundId }, body: { card, text } },
      {
        onSuccess: ({ cards }) => {
          const written = cards.find((one) => one.card === card)?.said?.text ?? '';
          onWritten(written);
          feedback.done(t(written === '' ? 'tab.words.taken' : 'tab.words.saved'));
        },
      },
    );
  return { change, save };
};

/** The words themselves: how long they may be, who reads them, and whose they are. */
const Writing = ({
  worded,
  typed,
  onType,
}: {
  readonly worded: Worded;
  readonly typed: string;
  readonly onType: (text: string) => void;
}) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  const { card, said } = worded;
  const audience = useId();
  const count = useId();
  return (
    <>
      <Field label={t(`tab.words.text.${card}`)}>
        <Textarea
          rows={6}
          resize="vertical"
          maxLength={longestOwnWords}
          aria-describedby={`${audience} ${count}`}
          value={typed}
          onChange={(_event, { value }) => onType(value)}
        />
      </Field>
      <div className={house.spread}>
        <WhoReads id={audience} text={t(`tab.words.reads.${card}`)} />
        <span id={count} className={house.small}>
          {t('tab.words.left', { count: longestOwnWords - typed.length })}
        </span>
      </div>
      {said !== null && (
        <p className={mergeClasses(house.prose, house.small)}>
          {t('tab.words.by', { name: said.by.name, date: words.dateAt(instant(said.at), zone) })}
        </p>
      )}
    </>
  );
};

/** Words on one card, beside the card as people will read it. What is emptied is taken away. */
export const WordsEditor = ({ roundId, worded }: EditorProps) => {
  const { t } = useSession().words;
  const house = useHouse();
  const { card, said, before } = worded;
  const [typed, setTyped] = useState(said?.text ?? '');
  const { change, save } = useWriting(roundId, card, setTyped);
  const same = typed.trim() === (said?.text ?? '');
  return (
    <Section title={t(`tab.words.card.${card}`)}>
      <p className={house.prose}>{t(`tab.words.about.${card}`)}</p>
      <div className={house.halves}>
        <div className={house.stack}>
          <Writing worded={worded} typed={typed} onType={setTyped} />
          {change.error !== null && <FaultBar fault={change.error} />}
          <div className={house.actions}>
            <Button appearance="primary" disabledFocusable={change.isPending || same} onClick={() => save(typed)}>
              {t('tab.words.save')}
            </Button>
            {before !== null && typed.trim() === '' && <Button onClick={() => setTyped(before)}>{t('tab.words.before')}</Button>}
          </div>
        </div>
        <CardPreview roundId={roundId} card={card} text={typed} />
      </div>
    </Section>
  );
};
