import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import { useRef } from 'react';
import { AskedPage } from '../../../components/asked-page.js';
import { useKeptFocus } from '../../../components/use-kept-focus.js';
import { Refusal } from '../../../refusal.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { isNoneOfMine, NoneOfMine } from '../nothing-here.js';
import { SessionsSection } from '../sessions/sessions-section.js';
import { AgreementSection } from './agreement-section.js';
import { CoachesSection } from './coaches-section.js';
import { DiscoverySection } from './discovery-section.js';
import { EndSection } from './end-section.js';
import { EntriesSection } from './entries-section.js';
import { GoalsSection } from './goals-section.js';
import { NearSection } from './near-section.js';
import { NextSection } from './next-section.js';
import { Part } from './part.js';
import { SponsorPage } from './sponsor-page.js';
import { StructureSection } from './structure-section.js';
import { SummarySection } from './summary-section.js';
import { useEngagement, useEngagements } from './use-engagement.js';
import { WayInSection } from './way-in-section.js';
import { WhoSection } from './who-section.js';

/** Everything of an engagement that one of its four sees: what comes next first, then all of it in the order in which it comes about. */
const Parts = ({ engagement }: { readonly engagement: Engagement }) => {
  const house = useHouse();
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place, 'section');
  // Before anything is recommended the four meet in the discovery call, which is booked there.
  const isCallFirst = engagement.state === 'discovery';
  const sessions = (
    <Part name="sessions">
      <SessionsSection engagement={engagement} />
    </Part>
  );
  return (
    <div className={house.parts} ref={place}>
      <NextSection engagement={engagement} />
      <Part name="near">
        <NearSection engagement={engagement} />
      </Part>
      <Part name="way-in">
        <WayInSection engagement={engagement} />
      </Part>
      <WhoSection engagement={engagement} />
      <Part name="discovery">
        <DiscoverySection engagement={engagement} />
      </Part>
      {isCallFirst && sessions}
      <Part name="structure">
        <StructureSection engagement={engagement} />
      </Part>
      <Part name="agreement">
        <AgreementSection engagement={engagement} />
      </Part>
      {!isCallFirst && sessions}
      <Part name="goals">
        <GoalsSection engagement={engagement} />
      </Part>
      <EntriesSection engagement={engagement} />
      <CoachesSection engagement={engagement} />
      <Part name="summary">
        <SummarySection engagement={engagement} />
      </Part>
      <Part name="end">
        <EndSection engagement={engagement} />
      </Part>
    </div>
  );
};

type OfPage = { readonly engagementId: string };

const isForSponsor = (fault: unknown): boolean => fault instanceof Refusal && fault.code === 'two-two-not-for-sponsors';

/** For one of its four. */
const FoursPage = ({ engagementId }: OfPage) => {
  const { t, list } = useWords();
  const asked = useEngagement(engagementId);
  if (isForSponsor(asked.error)) return <SponsorPage engagementId={engagementId} />;
  if (isNoneOfMine(asked.error)) return <NoneOfMine />;
  const names = list((asked.data?.clients ?? []).map(({ name }) => name));
  const back = { to: '/2-2/engagements', children: t('tab.twoTwo.engagements.title') };
  return (
    <AskedPage title={names === '' ? t('tab.twoTwo.nav') : t('tab.twoTwo.engagement.title', { names })} back={back} asked={asked}>
      {(engagement) => <Parts engagement={engagement} />}
    </AskedPage>
  );
};

/** One engagement of 2:2 Coaching for one of its four (TT-02), or the page of its own that a sponsor has (TT-61). */
export const EngagementPage = ({ engagementId }: OfPage) => {
  const party = useEngagements().data?.engagements.find(({ id }) => id === engagementId)?.party;
  return party === 'sponsor' ? <SponsorPage engagementId={engagementId} /> : <FoursPage engagementId={engagementId} />;
};
