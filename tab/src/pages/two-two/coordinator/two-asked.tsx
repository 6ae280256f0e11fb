import { instant } from '@coaching-pairs/shared/ids';
import type { Coordinating } from '@coaching-pairs/shared/wire/engagement';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button } from '@fluentui/react-components';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Person } from '../../../components/person.js';
import { Section } from '../../../components/section.js';
import { useChange } from '../../../data/use-change.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { engagementKeys } from '../engagement/use-engagement.js';

type One = Coordinating['engagements'][number];
type TwoAskedProps = { readonly engagementId: string; readonly asked: NonNullable<One['asked']> };

/** Two who are before both clients: until when, and the way back. Who has answered is told to nobody. */
export const TwoAsked = ({ engagementId, asked: { coaches, answersBy } }: TwoAskedProps) => {
  const { words, zone } = useSession();
  const { t, dateAt } = words;
  const house = useHouse();
  const feedback = useFeedback();
  const onDone = () => feedback.done(t('tab.twoTwo.putForward.back.done'));
  const taking = useChange(routes.coordinateEngagement, { answers: engagementKeys.coordinating, outdates: [engagementKeys.all], onDone });
  return (
    <Section title={t('tab.twoTwo.coordinating.asked')}>
      <ul className={house.list}>
        {coaches.map((coach) => (
          <li key={coach.id}>
            <Person person={coach} />
          </li>
        ))}
      </ul>
      <p className={house.prose}>{t('tab.twoTwo.putForward.until', { date: dateAt(instant(answersBy), zone) })}</p>
      {taking.error !== null && <FaultBar fault={taking.error} />}
      <div className={house.actions}>
        <Button
          disabledFocusable={taking.isPending}
          onClick={() => taking.mutate({ params: { engagementId }, body: { change: { kind: 'take-two-back' } } })}
        >
          {t('tab.twoTwo.putForward.back')}
        </Button>
      </div>
    </Section>
  );
};
