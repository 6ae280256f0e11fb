import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import type { Step } from './steps.js';

/** A step of a closed round: nothing of it can be changed, and the directory's data about its people are deleted. */
export const NothingLeft = ({ step }: { readonly step: Step }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t(`tab.step.${step}`)}>
      <p className={house.prose}>{t('tab.step.closed')}</p>
    </Section>
  );
};
