import { plainDate } from '@coaching-pairs/shared/ids';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { Section } from '../../components/section.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

type OfferProps = { readonly title: string; readonly text: string; readonly look: string; readonly to: string; readonly accent?: boolean };

const Offer = ({ title, text, look, to, accent = false }: OfferProps) => {
  const house = useHouse();
  const [, go] = useLocation();
  return (
    <Section title={title} accent={accent}>
      <p className={house.prose}>{text}</p>
      <div className={house.actions}>
        <Button onClick={() => go(to)}>{look}</Button>
      </div>
    </Section>
  );
};

/** What is there at the end of a round: the pulse, which looks the same whether or not its reader has answered, and the insights wall. */
export const ClosingSections = ({ round }: { readonly round: MyRound }) => {
  const { t, date } = useWords();
  const { pulse, insightsWall, answer } = round;
  const place = `/round/${encodeURIComponent(round.id)}`;
  const mayLook = answer === 'joined' || round.leads !== null;
  const until = pulse === null ? '' : date(plainDate(pulse.until));
  return (
    <>
      {pulse !== null && mayLook && (
        <Offer
          title={t('tab.pulse.title')}
          text={t(pulse.open ? 'tab.pulse.home.open' : 'tab.pulse.home.over', { date: until })}
          look={t('tab.pulse.home.look')}
          to={`${place}/pulse`}
          accent={pulse.open}
        />
      )}
      {insightsWall && (
        <Offer title={t('tab.insights.title')} text={t('tab.insights.home')} look={t('tab.insights.look')} to={`${place}/insights`} />
      )}
    </>
  );
};
