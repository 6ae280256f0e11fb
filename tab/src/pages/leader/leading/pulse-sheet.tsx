import { plainDate } from '@coaching-pairs/shared/ids';
import type { Leading } from '@coaching-pairs/shared/wire/leading';
import { Button } from '@fluentui/react-components';
import { usePaper } from '../../../components/paper.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { PulseNumbers } from '../../pulse/pulse-outcome.js';

/** What was published of the pulse, on one page of paper: numbers of the round and the four sums, and nobody's name. */
const Published = ({ round }: { readonly round: Leading }) => {
  const { t, date } = useWords();
  const house = useHouse();
  usePaper();
  const { result, fewest } = round.pulse;
  if (result === null) return null;
  const [begin, end] = [date(plainDate(round.startsOn)), date(plainDate(round.endsOn))];
  return (
    <>
      <div data-paper="one-page" className={house.stack}>
        <div className={house.tight}>
          <h3 className={house.subheading}>{t('tab.leading.pulse.of', { round: round.name })}</h3>
          <span>{t('tab.leading.pulse.about', { begin, end, joined: round.page.counts.joined, pairs: round.pairCount })}</span>
        </div>
        <PulseNumbers result={result} fewest={fewest} />
        <p className={`${house.prose} ${house.quiet}`}>{t('tab.leading.pulse.once', { date: date(plainDate(round.pulse.until ?? '')) })}</p>
      </div>
      <div className={house.actions}>
        <Button onClick={() => window.print()}>{t('tab.leading.pulse.print')}</Button>
      </div>
    </>
  );
};

/** How the closing pulse stands for whoever leads the round: nothing of any answer before it is published, and then what all read (C-03). */
export const PulseSheet = ({ round }: { readonly round: Leading }) => {
  const { t, date } = useWords();
  const house = useHouse();
  const { state, until } = round.pulse;
  const day = until === null ? '' : date(plainDate(until));
  return (
    <Section title={t('tab.pulse.title')}>
      {state === 'not-opened' && <p className={house.prose}>{t('tab.pulse.notOpened')}</p>}
      {state === 'open' && <p className={house.prose}>{t('tab.pulse.notAsked', { date: day })}</p>}
      {state === 'counting' && <p className={house.prose}>{t('tab.pulse.counting')}</p>}
      {state === 'over' && <Published round={round} />}
    </Section>
  );
};
