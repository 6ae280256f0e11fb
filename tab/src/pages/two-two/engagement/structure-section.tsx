import { instant } from '@coaching-pairs/shared/ids';
import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { StructureForm } from './structure-form.js';
import { type OfEngagement, useChanging } from './use-engagement.js';

type Frame = NonNullable<Engagement['frame']>;

/** What was recommended, by whom and when. */
const Recommended = ({ frame }: { readonly frame: Frame }) => {
  const { words, zone } = useSession();
  const { t, dateAt } = words;
  const house = useHouse();
  const { sessions, minutes, everyWeeks, by, at } = frame;
  return (
    <div className={house.tight}>
      <p className={house.prose}>
        <strong>{t('tab.twoTwo.structure.is', { sessions, minutes, weeks: everyWeeks })}</strong>
      </p>
      <span className={house.small}>{t('tab.twoTwo.structure.by', { name: by.name, date: dateAt(instant(at), zone) })}</span>
    </div>
  );
};

/** A client's yes to exactly what they read; of the other's nothing is told before both have said theirs. */
const Accepting = ({ id, frame }: { readonly id: string; readonly frame: Frame }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const { make, running, fault } = useChanging(id);
  if (frame.mine) return <p className={house.prose}>{t('tab.twoTwo.structure.mine')}</p>;
  const accept = () => make({ kind: 'accept-frame', version: frame.version }, () => feedback.done(t('tab.twoTwo.structure.accepted')));
  return (
    <>
      <p className={house.prose}>{t('tab.twoTwo.structure.ask')}</p>
      {fault !== null && <FaultBar fault={fault} />}
      <div className={house.actions}>
        <Button appearance="primary" disabledFocusable={running} onClick={accept}>
          {t('tab.twoTwo.structure.accept')}
        </Button>
      </div>
    </>
  );
};

const OfCoach = ({ engagement }: OfEngagement) => {
  const { t } = useWords();
  const house = useHouse();
  const [writing, setWriting] = useState(false);
  const { frame } = engagement;
  if (frame === null || writing)
    return (
      <>
        <p className={house.prose}>{t('tab.twoTwo.structure.coach')}</p>
        <StructureForm key={frame?.version ?? 0} engagement={engagement} onDone={() => setWriting(false)} />
      </>
    );
  return (
    <>
      <Recommended frame={frame} />
      <p className={house.prose}>{t('tab.twoTwo.structure.open')}</p>
      <div className={house.actions}>
        <Button onClick={() => setWriting(true)}>{t('tab.twoTwo.structure.other')}</Button>
      </div>
    </>
  );
};

/** How many sessions, how long and how often: recommended by a coach, settled by both clients (TT-10). */
export const StructureSection = ({ engagement }: OfEngagement) => {
  const { t } = useWords();
  const { state, party, frame, id } = engagement;
  if (state === 'enquiry' || (frame === null && (party === 'client' || state === 'closed'))) return null;
  const isOpen = state === 'discovery' || state === 'proposal';
  return (
    <Section title={t(isOpen ? 'tab.twoTwo.structure.title' : 'tab.twoTwo.structure.settled')}>
      {isOpen && party === 'coach' ? <OfCoach engagement={engagement} /> : frame !== null && <Recommended frame={frame} />}
      {isOpen && party === 'client' && frame !== null && <Accepting id={id} frame={frame} />}
    </Section>
  );
};
