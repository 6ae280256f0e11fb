import { elsewhere } from '@coaching-pairs/shared/engagement/session-flow';
import { beforeConsent } from '@coaching-pairs/shared/engagement/way-in';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type Part = (typeof beforeConsent)[number];

/**
 * What is read before anybody says yes: what it is, that it is neither mediation nor therapy and where else to turn (TT-04), where
 * confidentiality ends (TT-63), and who sees what.
 */
export const BeforeText = ({ parts = beforeConsent }: { readonly parts?: readonly Part[] }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <div className={house.halves}>
      {parts.map((part) => (
        <div key={part} className={house.tight}>
          <h3 className={house.subheading}>{t(`twoTwo.before.${part}.title`)}</h3>
          <p className={house.prose}>{t(`twoTwo.before.${part}.text`)}</p>
          {part === 'elsewhere' && (
            <ul className={house.bullets}>
              {elsewhere.map((place) => (
                <li key={place}>{t(`twoTwo.elsewhere.${place}`)}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
};
