import type { Me } from '@coaching-pairs/shared/wire/mine';
import { Link } from 'wouter';
import { Section } from '../../components/section.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

/** Says to a round leader who is not among those the round is for why there is no part in it for them, and shows their page as its leader (CP-03). */
export const LeadsFromOutside = ({ led }: { readonly led: Me['leadsFromOutside'] }) => {
  const { t } = useWords();
  const house = useHouse();
  return led.map((round) => (
    <Section key={round.id} title={t('tab.mine.leads.title', { round: round.name })} accent>
      <p className={house.prose}>{t('tab.mine.leads.text')}</p>
      <p className={house.prose}>{t('tab.mine.leads.next', { name: round.peoplePartner.name })}</p>
      <Link to={`/round/${encodeURIComponent(round.id)}/leading`}>{t('tab.leader.look')}</Link>
    </Section>
  ));
};
