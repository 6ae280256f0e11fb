import { type GuidePlace, guidePlaces } from '@coaching-pairs/shared/guidance/house-notes';
import { guideNamed } from '@coaching-pairs/shared/guidance/session-guides';
import { skillCards } from '@coaching-pairs/shared/guidance/skill-cards';
import type { HouseNotes } from '@coaching-pairs/shared/wire/pair';
import { routes } from '@coaching-pairs/shared/wire/routes';
import type { Words } from '@coaching-pairs/shared/words/words';
import { Button, Field, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { AskedPage } from '../../../components/asked-page.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** What a piece of guidance is called. */
const titleOf = ({ t }: Words, place: GuidePlace): string => {
  const guide = guideNamed(place);
  if (guide !== null) return t(guide.title);
  const card = skillCards.find(({ name }) => name === place);
  if (card !== undefined) return t(card.title);
  return t(place === 'rules' ? 'guidance.rules.title' : 'guidance.elements.title');
};

type PlaceProps = {
  readonly notes: HouseNotes['notes'];
  readonly place: GuidePlace;
  readonly onChange: (place: GuidePlace) => void;
};

const Place = ({ notes, place, onChange }: PlaceProps) => {
  const words = useWords();
  const house = useHouse();
  const nameOf = (one: GuidePlace): string => {
    const title = titleOf(words, one);
    return notes.some(({ about }) => about === one) ? words.t('tab.house.has', { title }) : title;
  };
  return (
    <Field label={words.t('tab.house.about')} className={house.field}>
      <Select
        value={place}
        select={{ className: house.select }}
        onChange={(_event, { value }) => onChange(guidePlaces.find((one) => one === value) ?? place)}
      >
        {guidePlaces.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </Select>
    </Field>
  );
};

type EditorProps = { readonly roundId: string; readonly place: GuidePlace; readonly text: string };

/** One note: what is emptied is taken away. */
const Editor = ({ roundId, place, text }: EditorProps) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [typed, setTyped] = useState(text);
  const write = useChange(routes.writeHouseNote, { answers: keys.houseNotes(roundId) });
  const said = () => feedback.done(t(typed.trim() === '' ? 'tab.house.taken' : 'tab.house.saved'));
  return (
    <>
      <Field label={t('tab.house.text')} hint={<WhoReads text={t('tab.reads.round')} />}>
        <Textarea rows={4} resize="vertical" maxLength={600} value={typed} onChange={(_event, { value }) => setTyped(value)} />
      </Field>
      {write.error !== null && <FaultBar fault={write.error} />}
      <div className={house.actions}>
        <Button
          appearance="primary"
          disabledFocusable={write.isPending || typed.trim() === text}
          onClick={() => write.mutate({ params: { roundId }, body: { about: place, text: typed } }, { onSuccess: said })}
        >
          {t('tab.house.save')}
        </Button>
      </div>
    </>
  );
};

const Notes = ({ roundId, notes }: { readonly roundId: string; readonly notes: HouseNotes['notes'] }) => {
  const { t } = useWords();
  const [place, setPlace] = useState<GuidePlace>('rules');
  const text = notes.find(({ about }) => about === place)?.text ?? '';
  return (
    <Section title={t('tab.house.title')}>
      <Place notes={notes} place={place} onChange={setPlace} />
      <Editor key={`${place} ${text}`} roundId={roundId} place={place} text={text} />
    </Section>
  );
};

/** Notes of the house beside the guidance, for everybody in the round (CP-95). */
export const GuidancePage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const asked = useAsked(routes.houseNotes, { key: keys.houseNotes(roundId), params: { roundId } });
  const back = { to: `/admin/${encodeURIComponent(roundId)}`, children: t('tab.pair.back') };
  return (
    <AskedPage title={t('tab.house.admin')} back={back} lead={t('tab.house.admin.lead')} asked={asked}>
      {({ notes }) => <Notes roundId={roundId} notes={notes} />}
    </AskedPage>
  );
};
