import type { RoundPerson } from '@coaching-pairs/shared/wire/people';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { AskedView } from '../../../components/asked-view.js';
import { useFeedback } from '../../../components/feedback.js';
import { Person } from '../../../components/person.js';
import { VirtualList } from '../../../components/virtual-list.js';
import { type KnownPeople, useRoundPeople } from '../../../data/round-people.js';
import { useWords } from '../../../session.js';
import { phone, useHouse } from '../../../style/house.js';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  copy: { [phone]: { justifySelf: 'start' } },
});

const useCopying = () => {
  const { t } = useWords();
  const feedback = useFeedback();
  return (text: string): void => {
    void navigator.clipboard.writeText(text).then(
      () => feedback.done(t('tab.handOver.copied')),
      () => feedback.done(t('tab.handOver.notCopied')),
    );
  };
};

/** Says nothing of what waits for them: whoever reads it over a shoulder learns no more than that they belong to the round. */
const OneToTell = ({ one, round, link }: { readonly one: RoundPerson; readonly round: string; readonly link: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const copy = useCopying();
  const { name } = one.person;
  return (
    <div className={styles.row}>
      <Person person={one.person} after={<span className={house.small}>{t(`tab.delivery.reason.${one.unreachable ?? 'other'}`)}</span>} />
      <Button
        size="small"
        className={styles.copy}
        icon={<CopyRegular />}
        aria-label={t('tab.handOver.copyFor', { name })}
        onClick={() => copy(t('tab.handOver.message', { name, round, link }))}
      >
        {t('tab.handOver.copy')}
      </Button>
    </div>
  );
};

const ToTell = ({ found, round, more }: { readonly found: KnownPeople; readonly round: string; readonly more: (() => void) | null }) => {
  const { t } = useWords();
  const house = useHouse();
  const copy = useCopying();
  if (found.total === 0) return null;
  return (
    <>
      <p className={house.prose}>{t('tab.handOver.text')}</p>
      <VirtualList label={t('tab.handOver.list')} items={found.people} total={found.total} keyOf={({ person }) => person.id} more={more}>
        {(one) => <OneToTell one={one} round={round} link={found.link} />}
      </VirtualList>
      <div className={house.actions}>
        <Button icon={<CopyRegular />} onClick={() => copy(found.link)}>
          {t('tab.handOver.copyLink')}
        </Button>
      </div>
    </>
  );
};

/** Those whom nothing can be sent to, each with why, and with what they can be told by other means. */
export const HandOver = ({ roundId, round }: { readonly roundId: string; readonly round: string }) => {
  const people = useRoundPeople(roundId, { unreachable: 'yes' });
  return <AskedView asked={people}>{(found) => <ToTell found={found} round={round} more={people.more} />}</AskedView>;
};
