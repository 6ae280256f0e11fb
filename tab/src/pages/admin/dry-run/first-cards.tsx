import { type CardPreviews, type PreviewedKind, previewedKinds } from '@coaching-pairs/shared/wire/opening';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Radio, RadioGroup } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import { AskedView, Waiting } from '../../../components/asked-view.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** The renderer comes with the first card that is looked at, and with no other page. */
const CardView = lazy(() => import('./card-view.js').then((part) => ({ default: part.CardView })));

const Cards = ({ cards, hasDay }: { readonly cards: CardPreviews['cards']; readonly hasDay: boolean }) => {
  const { t } = useWords();
  const house = useHouse();
  const [kind, setKind] = useState<PreviewedKind>('invitation');
  const shown = cards.find((one) => one.kind === kind);
  return (
    <>
      <RadioGroup
        layout="horizontal"
        className={house.row}
        aria-label={t('tab.cards.which')}
        value={kind}
        onChange={(_event, { value }) => setKind(previewedKinds.find((one) => one === value) ?? kind)}
      >
        {cards.map((one) => (
          <Radio key={one.kind} value={one.kind} label={t(`tab.cards.kind.${one.kind}`)} />
        ))}
      </RadioGroup>
      {kind === 'kick-off' && !hasDay && <p className={house.small}>{t('tab.cards.noDay')}</p>}
      <div className={house.field}>
        <Suspense fallback={<Waiting lines={4} />}>{shown !== undefined && <CardView card={shown.card} />}</Suspense>
      </div>
    </>
  );
};

/** The first messages of a round, as people will read them. */
export const FirstCards = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const asked = useAsked(routes.cardPreviews, { key: keys.cards(round.id), params: { roundId: round.id }, fresh: 0 });
  return (
    <Section title={t('tab.cards.title')}>
      <p className={house.prose}>
        {t('tab.cards.text')} <Link to={`/admin/${encodeURIComponent(round.id)}/words`}>{t('tab.words.add')}</Link>
      </p>
      <AskedView asked={asked}>{({ cards }) => <Cards cards={cards} hasDay={round.kickOff !== null} />}</AskedView>
    </Section>
  );
};
