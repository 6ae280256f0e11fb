import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import { AskedPage } from '../../../components/asked-page.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AgreementSection } from './agreement-section.js';
import { DiscoverySection } from './discovery-section.js';
import { EndSection } from './end-section.js';
import { NextSection } from './next-section.js';
import { Part } from './part.js';
import { StructureSection } from './structure-section.js';
import { useEngagement } from './use-engagement.js';
import { WayInSection } from './way-in-section.js';
import { WhoSection } from './who-section.js';

/** Everything of an engagement that one of its four sees: what comes next first, then all of it in the order in which it comes about. */
const Parts = ({ engagement }: { readonly engagement: Engagement }) => (
  <div className={useHouse().parts}>
    <NextSection engagement={engagement} />
    <Part name="way-in">
      <WayInSection engagement={engagement} />
    </Part>
    <WhoSection engagement={engagement} />
    <Part name="discovery">
      <DiscoverySection engagement={engagement} />
    </Part>
    <Part name="structure">
      <StructureSection engagement={engagement} />
    </Part>
    <Part name="agreement">
      <AgreementSection engagement={engagement} />
    </Part>
    {/* sessions · focus and goals · entries · coaches' area · sponsor's summary */}
    <Part name="end">
      <EndSection engagement={engagement} />
    </Part>
  </div>
);

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
