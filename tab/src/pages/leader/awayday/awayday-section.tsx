import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { Button, Link as OutsideLink } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { placeText, whenText } from '../../../components/agenda-words.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** When and where the whole team meets, with the ways to its agenda and to the forty-five minutes in pairs; nothing while no day is fixed. */
export const AwaydaySection = ({ round, onItsPage = false }: { readonly round: MyRound; readonly onItsPage?: boolean }) => {
  const words = useWords();
  const { t } = words;
  const house = useHouse();
  const [, go] = useLocation();
  const { awayday } = round;
  if (awayday === null || round.state === 'closed') return null;
  const place = `/round/${encodeURIComponent(round.id)}`;
  const today = awayday.when === 'today';
  return (
    <Section title={t(today ? 'tab.awayday.today' : 'tab.awayday.title')} accent={today}>
      <div className={house.tight}>
        <strong>{whenText(words, awayday)}</strong>
        <span>{placeText(words, awayday)}</span>
        <span className={house.small}>{t(awayday.when === 'past' ? 'tab.awayday.past' : 'tab.awayday.invited')}</span>
      </div>
      {awayday.joinUrl !== null && awayday.when !== 'past' && (
        <OutsideLink href={awayday.joinUrl} target="_blank" rel="noreferrer">
          {t('tab.awayday.join')}
        </OutsideLink>
      )}
      <div className={house.actions}>
        <Button appearance={today ? 'primary' : 'secondary'} onClick={() => go(`${place}/awayday-guide`)}>
          {t('awayday.guide.title')}
        </Button>
        {!onItsPage && <Button onClick={() => go(`${place}/awayday`)}>{t('tab.awayday.open')}</Button>}
      </div>
    </Section>
  );
};
