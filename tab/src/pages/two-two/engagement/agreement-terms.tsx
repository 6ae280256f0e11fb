import { showingUp, termsOf } from '@coaching-pairs/shared/engagement/terms';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { IcfCode } from '../explainer-page.js';
import type { OfEngagement } from './use-engagement.js';

const parties = ['client', 'coach'] as const;
type Side = (typeof parties)[number];

const promisesOf = {
  client: termsOf.client.map((name) => `twoTwo.terms.client.${name}` as const),
  coach: termsOf.coach.map((name) => `twoTwo.terms.coach.${name}` as const),
} as const;

const Promises = ({ of, mine }: { readonly of: Side; readonly mine: boolean }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <div className={house.tight}>
      <h3 className={house.subheading}>{t(mine ? 'tab.twoTwo.terms.mine' : `tab.twoTwo.terms.${of}`)}</h3>
      <ul className={house.bullets}>
        {promisesOf[of].map((promise) => (
          <li key={promise} className={house.prose}>
            {t(promise)}
          </li>
        ))}
      </ul>
      {of === 'coach' && <IcfCode />}
    </div>
  );
};

/** What each party accepts, mine first (TT-30, TT-31), and how clients show up at their best, which nobody signs (TT-32). */
export const AgreementTerms = ({ engagement: { party } }: OfEngagement) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <div className={house.halves}>
      <Promises of={party} mine />
      <Promises of={party === 'client' ? 'coach' : 'client'} mine={false} />
      <div className={house.tight}>
        <h3 className={house.subheading}>{t('tab.twoTwo.terms.showingUp')}</h3>
        <ul className={house.bullets}>
          {showingUp.map((way) => (
            <li key={way}>{t(`twoTwo.showingUp.${way}`)}</li>
          ))}
        </ul>
        <span className={house.small}>{t('tab.twoTwo.terms.showingUp.text')}</span>
      </div>
      <div className={house.tight}>
        <h3 className={house.subheading}>{t('twoTwo.before.limits.title')}</h3>
        <p className={house.prose}>{t('twoTwo.before.limits.text')}</p>
      </div>
    </div>
  );
};
