import type { MyWishes } from '@coaching-pairs/shared/wire/wishes';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { AskedPage } from '../../../components/asked-page.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useMe } from '../../../data/me.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useNaming, useWishes } from './use-wishes.js';
import { WishList } from './wish-list.js';

const isEmpty = ({ closely, trusted }: MyWishes): boolean => closely.length + trusted.length === 0;

const Content = ({ roundId, page }: { readonly roundId: string; readonly page: MyWishes }) => {
  const { t } = useWords();
  const house = useHouse();
  const naming = useNaming(roundId, page);
  if (!page.open && isEmpty(page)) return <p className={house.prose}>{t('tab.wishes.notIn')}</p>;
  return (
    <div className={house.parts}>
      {!page.open && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t('tab.wishes.closed')}</MessageBarBody>
        </MessageBar>
      )}
      {/* Whoever sees the page sees the name in its list. */}
      <span role="status" className={house.unseen}>
        {naming.said}
      </span>
      {naming.fault !== null && <FaultBar fault={naming.fault} />}
      <WishList roundId={roundId} list="closely" page={page} naming={naming} />
      <WishList roundId={roundId} list="trusted" page={page} naming={naming} />
      <p className={`${house.prose} ${house.quiet}`}>{t('tab.wishes.kept')}</p>
    </div>
  );
};

/** With whom I work closely and whom I would trust: said in private, kept at once, and skipped by going back (CP-21, CP-24c). */
export const WishesPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const me = useMe();
  const wishes = useWishes(roundId);
  const round = me.data?.rounds.find(({ id }) => id === roundId)?.name;
  const lead = round === undefined ? undefined : t('tab.wishes.lead', { round });
  const back = { to: `/round/${encodeURIComponent(roundId)}`, children: t('tab.sessions.back') };
  return (
    <AskedPage title={t('tab.wishes.title')} back={back} lead={lead} asked={wishes}>
      {(page) => <Content roundId={roundId} page={page} />}
    </AskedPage>
  );
};
