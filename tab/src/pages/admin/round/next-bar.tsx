import { plainDate } from '@coaching-pairs/shared/ids';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import type { Words } from '@coaching-pairs/shared/words/words';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { isSettled, isWaiting, type NextThing, type Step } from './steps.js';

const useStyles = makeStyles({
  bar: {
    flexDirection: 'row',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
  },
  words: { flex: '1 1 320px' },
});

const sentence = ({ t, date }: Words, round: RoundOverview, thing: NextThing): string => {
  const { tally } = round;
  switch (thing) {
    case 'holdKickOff':
      return t('tab.next.holdKickOff', { date: date(plainDate(round.kickOff?.on ?? round.startsOn)) });
    case 'resolveChains':
      return t('tab.next.resolveChains', { count: round.unconfirmed });
    case 'resolveBeforeSending':
      return t('tab.next.resolveBeforeSending', { count: round.unconfirmed });
    case 'invite':
      return t('tab.next.invite', { count: tally.population });
    case 'awaitAnswers':
      return t('tab.next.awaitAnswers', { count: tally.silent, date: date(plainDate(round.answersBy)) });
    case 'answersOver':
      return t('tab.next.answersOver', { count: tally.silent, date: date(plainDate(round.answersBy)) });
    case 'delivering':
      return t('tab.next.delivering', { count: round.toDeliver });
    case 'endJoining':
      return t('tab.next.endJoining', { count: tally.joined });
    case 'send':
    case 'sendNextWave':
      return t(`tab.next.${thing}`, { count: tally.drafts });
    case 'awaitMatches':
      return t('tab.next.awaitMatches', { count: tally.open });
    case 'draftNextWave':
      return t('tab.next.draftNextWave', { count: tally.withoutPartner ?? 0 });
    case 'announceWithout':
      return t('tab.next.announceWithout', { count: tally.withoutPartner ?? 0 });
    case 'announce':
      return t('tab.next.announce', { count: tally.pairs });
    case 'underWay':
      return t('tab.next.underWay', { date: date(plainDate(round.endsOn)) });
    default:
      return t(`tab.next.${thing}`);
  }
};

const labelOf = (thing: NextThing) => {
  if (thing === 'closed') return 'tab.state.closed';
  return isWaiting(thing) || isSettled(thing) ? 'tab.next.now' : 'tab.next.label';
};

type NextBarProps = {
  readonly round: RoundOverview;
  readonly step: Step;
  readonly next: { readonly step: Step; readonly thing: NextThing };
};

/** The one obvious next thing, with the way to it. */
export const NextBar = ({ round, step, next }: NextBarProps) => {
  const words = useWords();
  const house = useHouse();
  const styles = useStyles();
  const [, go] = useLocation();
  // Whoever waits for answers may already look at what comes after them.
  const ahead = next.thing === 'awaitAnswers' && step === 'matching';
  const leadsOn = next.step !== step && !isWaiting(next.thing) && !isSettled(next.thing) && !ahead;
  return (
    <section aria-label={words.t('tab.next.label')} className={mergeClasses(house.card, house.accent, house.spread, styles.bar)}>
      <div className={mergeClasses(house.tight, styles.words)}>
        <span className={house.small}>{words.t(labelOf(next.thing))}</span>
        <strong aria-live="polite">{sentence(words, round, next.thing)}</strong>
      </div>
      {leadsOn && (
        <Button appearance="primary" onClick={() => go(`/admin/${encodeURIComponent(round.id)}/${next.step}`)}>
          {words.t('tab.next.go', { step: words.t(`tab.step.${next.step}`) })}
        </Button>
      )}
    </section>
  );
};
