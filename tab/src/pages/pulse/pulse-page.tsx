import { type PlainDate, plainDate } from '@coaching-pairs/shared/ids';
import type { PulseView } from '@coaching-pairs/shared/wire/closing';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { AskedPage } from '../../components/asked-page.js';
import { Section } from '../../components/section.js';
import { keys } from '../../data/keys.js';
import { useAsked } from '../../data/use-asked.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { PulseForm } from './pulse-form.js';
import { PulseOutcome } from './pulse-outcome.js';

const Thanks = ({ until }: { readonly until: PlainDate }) => {
  const { t, date } = useWords();
  const house = useHouse();
  return (
    <Section title={t('tab.pulse.thanks.title')}>
      <p role="status" className={house.prose}>
        {t('tab.pulse.thanks.text', { date: date(until) })}
      </p>
    </Section>
  );
};

const Content = ({ roundId, view }: { readonly roundId: string; readonly view: PulseView }) => {
  const { t, date } = useWords();
  const house = useHouse();
  const { state, mine, fewest, result } = view;
  const until = plainDate(view.until ?? '');
  if (state === 'not-opened') return <p className={house.prose}>{t('tab.pulse.notOpened')}</p>;
  if (state === 'counting') return <p className={house.prose}>{t('tab.pulse.counting')}</p>;
  if (state === 'over' && result !== null) return <PulseOutcome result={result} fewest={fewest} />;
  if (mine === 'to-answer') return <PulseForm roundId={roundId} until={until} fewest={fewest} />;
  return mine === 'answered' ? <Thanks until={until} /> : <p className={house.prose}>{t('tab.pulse.notAsked', { date: date(until) })}</p>;
};

/** The closing pulse of a round: four taps while it is open, and what came of it afterwards, the same for all (CP-96). */
export const PulsePage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const asked = useAsked(routes.pulse, {
    key: keys.pulse(roundId),
    params: { roundId },
    every: (view) => (view?.state === 'counting' ? 30_000 : false),
  });
  const back = { to: `/round/${encodeURIComponent(roundId)}`, children: t('tab.pair.back') };
  return (
    <AskedPage title={t('tab.pulse.title')} lead={t('tab.pulse.lead')} back={back} asked={asked}>
      {(view) => <Content roundId={roundId} view={view} />}
    </AskedPage>
  );
};
