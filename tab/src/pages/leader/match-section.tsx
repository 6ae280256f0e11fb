import { plainDate } from '@coaching-pairs/shared/ids';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { Section } from '../../components/section.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { OpenMatch } from './open-match.js';
import { PairedMatch } from './paired-match.js';
import { SuggestSomeone } from './suggest-dialog.js';
import { SuggestedMatch } from './suggested-match.js';

const NoMatchYet = ({ round }: { readonly round: MyRound }) => {
  const { t, date } = useWords();
  const house = useHouse();
  // Whoever was asked late has a match still to come.
  const late = round.state === 'active' && round.canAnswer;
  const over = !late && (round.state === 'active' || round.state === 'awayday' || round.state === 'closed');
  const { name } = round.peoplePartner;
  if (late)
    return (
      <Section title={t('tab.match.none.title')}>
        <p className={house.prose}>{t('tab.match.late.text', { name })}</p>
      </Section>
    );
  return (
    <Section title={over ? t('tab.match.without.title') : t('tab.match.none.title')}>
      <p className={house.prose}>
        {over ? t('tab.match.without.text', { name }) : t('tab.match.none.text', { date: date(plainDate(round.answersBy)) })}
      </p>
    </Section>
  );
};

/** Where I stand with my match. Being reworked reads the same whoever said no (CP-33). */
export const MatchSection = ({ round }: { readonly round: MyRound }) => {
  const { t } = useWords();
  const house = useHouse();
  const { match } = round;
  if (match.kind === 'waiting' && match.suggested !== null) return <SuggestedMatch round={round} match={match} />;
  if (match.kind === 'asked' || match.kind === 'waiting') return <OpenMatch round={round} match={match} />;
  if (match.kind === 'paired')
    return <PairedMatch match={match} over={round.state === 'closed'} atAwayday={round.state === 'awayday'} roundId={round.id} />;
  if (match.kind === 'none') return <NoMatchYet round={round} />;
  return (
    <Section title={t('tab.match.reworked.title')}>
      <p className={house.prose}>{t('tab.match.reworked.text')}</p>
      <div className={house.actions}>
        <SuggestSomeone round={round} />
      </div>
    </Section>
  );
};
