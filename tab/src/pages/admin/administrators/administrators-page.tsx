import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { AskedView } from '../../../components/asked-view.js';
import { Page } from '../../../components/page.js';
import { Section } from '../../../components/section.js';
import { useKeptFocus } from '../../../components/use-kept-focus.js';
import { useOverview } from '../../../data/admin.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { isNotYours, NotYours } from '../round/not-yours.js';
import { AddAdministrator } from './add-administrator.js';
import { AdministratorList } from './administrator-list.js';
import { LeftRound } from './left-round.js';
import { RemoveDialog, type Removing } from './remove-dialog.js';

type OnRemove = { readonly onRemove: (removing: Removing) => void };

const Administrators = ({ round, onRemove }: OnRemove & { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <>
      <Section title={t('tab.administrators.title')}>
        <p className={house.prose}>{t('tab.administrators.text')}</p>
        <AdministratorList round={round} onRemove={(person: Named) => onRemove({ round, person })} />
        {round.state === 'closed' && <p className={house.prose}>{t('tab.administrators.closed')}</p>}
      </Section>
      {round.state !== 'closed' && <AddAdministrator round={round} />}
    </>
  );
};

const RoundAdministrators = ({ roundId, onRemove }: OnRemove & { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const overview = useOverview(roundId);
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  if (isNotYours(overview.error)) return <NotYours />;
  const back = (
    <Link to={`/admin/${encodeURIComponent(roundId)}`} className={house.small}>
      {t('tab.administrators.backToRound')}
    </Link>
  );
  return (
    <Page title={overview.data?.name ?? t('tab.administrators.title')} above={back}>
      <div ref={place} className={house.parts}>
        <AskedView asked={overview}>{(round) => <Administrators round={round} onRemove={onRemove} />}</AskedView>
      </div>
    </Page>
  );
};

/** Who administers a round; named and removed here until it is closed. Whoever removes themselves reads what has happened. */
export const AdministratorsPage = ({ roundId }: { readonly roundId: string }) => {
  const [removing, setRemoving] = useState<Removing | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  // The dialog stays while the page behind it changes, so that it closes as every other does.
  return (
    <>
      {left === null ? <RoundAdministrators roundId={roundId} onRemove={setRemoving} /> : <LeftRound roundName={left} />}
      <RemoveDialog removing={removing} onClose={() => setRemoving(null)} onLeft={setLeft} />
    </>
  );
};
