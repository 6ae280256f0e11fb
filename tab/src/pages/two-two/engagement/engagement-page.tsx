import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import { AskedPage } from '../../../components/asked-page.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useEngagement } from './use-engagement.js';

/** Everything of an engagement that one of its four sees, in the order in which it comes about. */
const Parts = ({ engagement }: { readonly engagement: Engagement }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <div className={house.parts}>
      {/* way in · structure · agreement · sessions · focus and goals · entries · coaches' area · sponsor's summary · end */}
      <p className={house.prose}>{t(`twoTwo.state.${engagement.state}`)}</p>
    </div>
  );
};

/** One engagement of 2:2 Coaching for one of its four (TT-02). */
export const EngagementPage = ({ engagementId }: { readonly engagementId: string }) => {
  const { t, list } = useWords();
  const asked = useEngagement(engagementId);
  const names = list((asked.data?.clients ?? []).map(({ name }) => name));
  const back = { to: '/2-2/engagements', children: t('tab.twoTwo.engagements.title') };
  return (
    <AskedPage title={names === '' ? t('tab.twoTwo.nav') : t('tab.twoTwo.engagement.title', { names })} back={back} asked={asked}>
      {(engagement) => <Parts engagement={engagement} />}
    </AskedPage>
  );
};
