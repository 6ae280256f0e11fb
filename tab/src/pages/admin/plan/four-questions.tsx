import { Button } from '@fluentui/react-components';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useMe } from '../../../data/me.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type AudienceDraft, AudiencePicker, noAudience } from '../round/audience-picker.js';
import { PlanDay } from './plan-dates.js';
import type { PlanPart } from './plan-draft.js';
import { LeaderWarning, PlanPerson } from './plan-people.js';

/** Whoever opens a round is often its people partner. */
const ThatIsMe = ({ plan, change }: Pick<PlanPart, 'plan' | 'change'>) => {
  const { t } = useWords();
  const house = useHouse();
  const me = useMe().data?.person;
  if (me === undefined || plan.peoplePartner?.id === me.id) return null;
  return (
    <div className={house.row}>
      <Button size="small" onClick={() => change({ peoplePartner: { ...me, functionName: null } })}>
        {t('tab.opening.iAmPartner')}
      </Button>
    </div>
  );
};

type WhoProps = {
  readonly audience: AudienceDraft | null;
  /** For whom the round before was, in words; null where there is none. */
  readonly taken: string | null;
  readonly onAudience: (part: Partial<AudienceDraft>) => void;
  readonly fault: string | null;
};

const Who = ({ audience, taken, onAudience, fault }: WhoProps) => {
  const { t } = useWords();
  const house = useHouse();
  if (audience !== null) return <AudiencePicker draft={audience} change={onAudience} {...(fault === null ? {} : { fault })} />;
  return (
    <div className={house.row}>
      <span>{t('tab.opening.taken', { audience: taken ?? '' })}</span>
      <Button size="small" onClick={() => onAudience(noAudience)}>
        {t('tab.opening.takenOther')}
      </Button>
    </div>
  );
};

/** Who, the round leader, the people partner, and the start: all that has to be answered to open a round. */
export const FourQuestions = ({ audience, taken, onAudience, fault, ...part }: PlanPart & WhoProps) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <>
      <Section title={t('tab.opening.who')}>
        <Who audience={audience} taken={taken} onAudience={onAudience} fault={fault} />
      </Section>
      <Section title={t('tab.plan.people')}>
        <PlanPerson {...part} who="leader" />
        <div className={house.tight}>
          <PlanPerson {...part} who="peoplePartner" />
          <ThatIsMe {...part} />
        </div>
        <LeaderWarning plan={part.plan} isNew />
      </Section>
      <Section title={t('tab.plan.dates')}>
        <p className={house.prose}>{t('tab.plan.datesText')}</p>
        <div className={house.field}>
          <PlanDay {...part} name="startsOn" isNew />
        </div>
        <WhoReads text={t('tab.reads.round')} />
      </Section>
    </>
  );
};
