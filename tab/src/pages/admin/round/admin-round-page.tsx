import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { Badge } from '@fluentui/react-components';
import { type ComponentType, useRef, useState } from 'react';
import { Link } from 'wouter';
import { AskedView, Waiting } from '../../../components/asked-view.js';
import { latePart } from '../../../components/late.js';
import { Page } from '../../../components/page.js';
import { useKeptFocus } from '../../../components/use-kept-focus.js';
import { useOverview } from '../../../data/admin.js';
import { useToday } from '../../../data/me.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { NextBar } from './next-bar.js';
import { NextRound } from './next-round.js';
import { isNotYours, NotYours } from './not-yours.js';
import { RoundMenu } from './round-menu.js';
import { StepNav } from './step-nav.js';
import { isStep, nextOf, type Step } from './steps.js';
import { WorksBar } from './works-bar.js';

type OfRound = { readonly round: RoundOverview };

/** Each step is fetched once somebody opens it. */
const views: Readonly<Record<Step, ComponentType<OfRound>>> = {
  audience: latePart('step-audience', async () => (await import('./audience-step.js')).AudienceStep),
  organisation: latePart('step-organisation', async () => (await import('../people/organisation-step.js')).OrganisationStep),
  'kick-off': latePart('step-kick-off', async () => (await import('./kick-off-step.js')).KickOffStep),
  invitations: latePart('step-invitations', async () => (await import('./invitations-step.js')).InvitationsStep),
  matching: latePart('step-matching', async () => (await import('../matching/matching-step.js')).MatchingStep),
  announce: latePart('step-announce', async () => (await import('./announce-step.js')).AnnounceStep),
};

const Lead = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <span className={house.row}>
      <Badge appearance="tint" color="brand">
        {t(`tab.state.${round.state}`)}
      </Badge>
      <span>{round.audience ?? t('tab.round.noAudience')}</span>
      {round.follows !== null && <span>{t('tab.round.follows', { name: round.follows })}</span>}
      {round.tally.population > 0 && (
        <span>{t('tab.rounds.counts', { people: round.tally.population, joined: round.tally.joined, pairs: round.tally.pairs })}</span>
      )}
    </span>
  );
};

const AdminRound = ({ round, stepName }: { readonly round: RoundOverview; readonly stepName: string | null }) => {
  const { t } = useWords();
  const house = useHouse();
  const next = nextOf(round, useToday());
  // Without a step in its address the page stays where it opened, however the round moves on under it.
  const [opened] = useState(next.step);
  const step = isStep(stepName) ? stepName : opened;
  const View = views[step];
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  const back = (
    <Link to="/admin" className={house.small}>
      {t('tab.round.back')}
    </Link>
  );
  return (
    <Page title={round.name} above={back} lead={<Lead round={round} />} aside={<RoundMenu round={round} />}>
      <NextBar round={round} step={step} next={next} />
      <WorksBar round={round} />
      <StepNav round={round} step={step} />
      <div ref={place} className={house.parts}>
        <View key={step} round={round} />
        <NextRound round={round} />
      </div>
    </Page>
  );
};

/** One round as its administrators run it, step by step, with the next thing to do on top. */
export const AdminRoundPage = ({ roundId, stepName }: { readonly roundId: string; readonly stepName: string | null }) => {
  const overview = useOverview(roundId);
  const house = useHouse();
  if (isNotYours(overview.error)) return <NotYours />;
  const waiting = (
    <div className={house.page}>
      <Waiting lines={8} />
    </div>
  );
  return (
    <AskedView asked={overview} waiting={waiting}>
      {(round) => <AdminRound round={round} stepName={stepName} />}
    </AskedView>
  );
};
