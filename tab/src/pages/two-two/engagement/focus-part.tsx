import { type FocusArea, focusAreas } from '@coaching-pairs/shared/engagement/work';
import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type OfEngagement, useChanging } from './use-engagement.js';

const Chosen = ({ engagement }: OfEngagement) => {
  const { t } = useWords();
  const house = useHouse();
  if (engagement.focus.length === 0) return <p className={house.prose}>{t('tab.twoTwo.focus.none')}</p>;
  return (
    <ul className={house.bullets}>
      {engagement.focus.map((area) => (
        <li key={area}>{t(`twoTwo.focus.${area}`)}</li>
      ))}
    </ul>
  );
};

/** The two clients choose among the five, and change it as they like; of two who choose at once the later reads the other's first. */
const Choosing = ({ engagement: { id, focus } }: OfEngagement) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [draft, setDraft] = useState<{ readonly base: readonly FocusArea[]; readonly areas: readonly FocusArea[] } | null>(null);
  const { make, running, fault } = useChanging(id);
  // What was ticked over another choice than the one that stands there now is not shown as if it were over this one.
  const chosen = draft !== null && draft.base.join() === focus.join() ? draft.areas : focus;
  const isSame = chosen.length === focus.length && chosen.every((area) => focus.includes(area));
  const tick = (area: FocusArea, checked: boolean): void =>
    setDraft({ base: focus, areas: focusAreas.filter((one) => (one === area ? checked : chosen.includes(one))) });
  const save = (): void => {
    if (isSame || chosen.length === 0) return;
    make({ kind: 'focus', base: focus, focus: [...chosen] }, () => feedback.done(t('tab.twoTwo.focus.done')));
  };
  const whyNot = chosen.length === 0 ? t('tab.twoTwo.focus.why') : null;
  return (
    <>
      <fieldset className={house.tight} style={{ border: 0, margin: 0, padding: 0 }}>
        <legend className={house.unseen}>{t('tab.twoTwo.focus.title')}</legend>
        {focusAreas.map((area) => (
          <Checkbox
            key={area}
            label={t(`twoTwo.focus.${area}`)}
            checked={chosen.includes(area)}
            onChange={(_event, { checked }) => tick(area, checked === true)}
          />
        ))}
      </fieldset>
      {fault !== null && <FaultBar fault={fault} />}
      {!isSame && (
        <div className={house.actions}>
          <DoButton whyNot={whyNot} running={running} onClick={save}>
            {t('tab.twoTwo.focus.save')}
          </DoButton>
        </div>
      )}
    </>
  );
};

/** What the two work on (TT-20). */
export const FocusPart = ({ engagement }: OfEngagement) => {
  const { t } = useWords();
  const house = useHouse();
  const mayChoose = engagement.party === 'client' && engagement.state !== 'closed';
  return (
    <div className={house.stack}>
      <h3 className={house.subheading}>{t('tab.twoTwo.focus.title')}</h3>
      <p className={house.prose}>{t(mayChoose ? 'tab.twoTwo.focus.text' : 'tab.twoTwo.focus.theirs')}</p>
      {mayChoose ? <Choosing engagement={engagement} /> : <Chosen engagement={engagement} />}
    </div>
  );
};
