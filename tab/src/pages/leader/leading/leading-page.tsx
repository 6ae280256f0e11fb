import type { Leading } from '@coaching-pairs/shared/wire/leading';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { AskedPage } from '../../../components/asked-page.js';
import { DaysPicture } from '../../../components/pictures/days-picture.js';
import { TiePicture } from '../../../components/pictures/tie-picture.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { useMe } from '../../../data/me.js';
import { useAsked } from '../../../data/use-asked.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { LeadingAwayday } from './leading-awayday.js';
import { LeadingPeople } from './leading-people.js';
import { PulseSheet } from './pulse-sheet.js';

/** What is theirs as one of those who take part stands where everybody has it. */
const Mine = ({ place }: { readonly place: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  return (
    <Section title={t('tab.leading.mine.title')}>
      <p className={house.prose}>{t('tab.leading.mine.text')}</p>
      <div className={house.actions}>
        <Button onClick={() => go(place)}>{t('tab.leading.mine.look')}</Button>
      </div>
    </Section>
  );
};

const Round = ({ round, place }: { readonly round: Leading; readonly place: string }) => {
  const belongs = useMe().data?.rounds.some(({ id }) => id === round.id) === true;
  const ended = round.pulse.state === 'over';
  return (
    <>
      {ended && <PulseSheet round={round} />}
      <LeadingPeople round={round} />
      {round.map !== null && round.map.ties.length > 0 && <TiePicture of={round.name} map={round.map} />}
      <LeadingAwayday round={round} />
      {!ended && <PulseSheet round={round} />}
      <DaysPicture of={round.name} days={round.timeLine} />
      {belongs && <Mine place={place} />}
    </>
  );
};

/** A round for whoever leads it: who joined, the pairs, the Awayday, the published pulse, and where their own part stands. */
export const LeadingPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const asked = useAsked(routes.leading, { key: keys.leading(roundId), params: { roundId } });
  const place = `/round/${encodeURIComponent(roundId)}`;
  const back = { to: place, children: t('tab.pair.back') };
  const title = asked.data === undefined ? t('tab.leader.title') : t('tab.leading.title', { round: asked.data.name });
  return (
    <AskedPage title={title} lead={t('tab.leading.lead')} back={back} asked={asked}>
      {(round) => <Round round={round} place={place} />}
    </AskedPage>
  );
};
