import { plainDate } from '@coaching-pairs/shared/ids';
import { addMaps } from '@coaching-pairs/shared/pictures/ties';
import type { Pictures } from '@coaching-pairs/shared/wire/leading';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { AskedPage } from '../../../components/asked-page.js';
import { usePaper } from '../../../components/paper.js';
import { DaysPicture } from '../../../components/pictures/days-picture.js';
import { barsDrawing } from '../../../components/pictures/lines-drawing.js';
import { Picture } from '../../../components/pictures/picture.js';
import { TiePicture } from '../../../components/pictures/tie-picture.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { isNotYours, NotYours } from '../round/not-yours.js';

type Rounds = Pictures['rounds'];
const every = 'every';

const Ties = ({ rounds, first }: { readonly rounds: Rounds; readonly first: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const [chosen, setChosen] = useState(first);
  const one = rounds.find(({ id }) => id === chosen);
  const all = t('tab.pictures.ties.all', { count: rounds.length });
  return (
    <TiePicture key={chosen} of={one?.name ?? all} map={one?.map ?? addMaps(rounds.map(({ map }) => map))}>
      {rounds.length > 1 && (
        <Field label={t('tab.pictures.ties.round')} className={house.field}>
          <Select value={chosen} onChange={(_event, { value }) => setChosen(value)} select={{ className: house.select }}>
            {rounds.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value={every}>{all}</option>
          </Select>
        </Field>
      )}
    </TiePicture>
  );
};

/** How many took part, round by round, the oldest first. */
const TakingPart = ({ rounds }: { readonly rounds: Rounds }) => {
  const { t, date } = useWords();
  const oldestFirst = [...rounds].reverse();
  const countsOf = ({ population, joined, pairs }: Rounds[number]) => t('tab.pictures.part.text', { population, joined, pairs });
  const latest = rounds[0];
  if (latest === undefined) return null;
  return (
    <Picture
      title={t('tab.pictures.part.title')}
      file="taking-part"
      of={latest.name}
      text={`${latest.name}: ${countsOf(latest)}`}
      drawing={barsDrawing(oldestFirst.map((one) => ({ title: one.name, text: countsOf(one), part: one.joined, whole: one.population })))}
      table={{
        columns: ['round', 'starts', 'asked', 'joined', 'pairs'].map((name) => t(`tab.pictures.part.${name as 'round'}`)),
        rows: oldestFirst.map(({ name, startsOn, population, joined, pairs }) => [
          name,
          date(plainDate(startsOn)),
          population,
          joined,
          pairs,
        ]),
      }}
    />
  );
};

const All = ({ pictures }: { readonly pictures: Pictures }) => {
  const { t } = useWords();
  const house = useHouse();
  const { id, name, timeLine, rounds } = pictures;
  usePaper();
  return (
    <div data-paper className={house.parts}>
      {rounds.length === 0 ? (
        <Section title={t('tab.pictures.ties.title')}>
          <p className={house.prose}>{t('tab.pictures.none')}</p>
        </Section>
      ) : (
        <Ties rounds={rounds} first={rounds.some((one) => one.id === id) ? id : (rounds[0]?.id ?? every)} />
      )}
      <DaysPicture of={name} days={timeLine} />
      <TakingPart rounds={rounds} />
    </div>
  );
};

/** What rounds tie together, their days, and how many took part; functions are its nodes, never people. */
export const PicturesPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const asked = useAsked(routes.pictures, { key: keys.pictures(roundId), params: { roundId } });
  if (isNotYours(asked.error)) return <NotYours />;
  const back = { to: `/admin/${encodeURIComponent(roundId)}`, children: asked.data?.name ?? t('tab.administrators.backToRound') };
  return (
    <AskedPage title={t('tab.pictures.title')} lead={t('tab.pictures.lead')} back={back} asked={asked}>
      {(pictures) => (
        <>
          <div className={house.actions}>
            <Button onClick={() => window.print()}>{t('tab.pictures.print')}</Button>
          </div>
          <All pictures={pictures} />
        </>
      )}
    </AskedPage>
  );
};
