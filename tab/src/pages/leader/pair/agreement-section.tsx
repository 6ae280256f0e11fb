import type { PairSpace } from '@coaching-pairs/shared/wire/pair';
import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** Who of the pair has not said yes to the newest version. */
export const stillToConfirm = ({ members, versions }: PairSpace): PairSpace['members'] =>
  members.filter(({ id }) => versions[0]?.confirmedBy.every((one) => one.id !== id) ?? true);

/** How the agreement stands, and the way to it. */
export const AgreementSection = ({ roundId, pair }: { readonly roundId: string; readonly pair: PairSpace }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  const [latest] = pair.versions;
  const missing = stillToConfirm(pair);
  const { members } = pair;
  const [me] = members;
  const waitsForMe = latest !== undefined && missing.some(({ id }) => id === me?.id);
  const names = list(missing.map(({ id, name }) => (id === me?.id ? t('reason.you') : name)));
  const standing =
    latest === undefined
      ? t('tab.pair.agreement.none')
      : missing.length === 0
        ? t('tab.pair.agreement.agreed', { version: latest.version, count: members.length - 1 })
        : t('tab.pair.agreement.waits', { version: latest.version, names });
  if (latest === undefined && !pair.open) return null;
  return (
    <Section title={t('tab.pair.agreement')} accent={pair.open && (latest === undefined || waitsForMe)}>
      <p className={house.prose}>{standing}</p>
      <div className={house.actions}>
        <Button
          appearance={latest === undefined || waitsForMe ? 'primary' : 'secondary'}
          onClick={() => go(`/round/${encodeURIComponent(roundId)}/pair/agreement`)}
        >
          {t(latest === undefined ? 'tab.pair.agreement.write' : 'tab.pair.agreement.read')}
        </Button>
      </div>
    </Section>
  );
};
