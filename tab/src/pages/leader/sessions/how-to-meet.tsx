import { type SessionPlace, sessionPlaces } from '@coaching-pairs/shared/sessions/session';
import { Field, Radio, RadioGroup, Switch } from '@fluentui/react-components';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

export type Manner = { readonly place: SessionPlace; readonly isPrivate: boolean };
/** The choice that needs no tap. */
export const usualManner: Manner = { place: 'teams', isPrivate: true };

type HowToMeetProps = { readonly manner: Manner; readonly onChange: (manner: Manner) => void };

/** Where they meet, and whether assistants may read the entry (S-18). */
export const HowToMeet = ({ manner, onChange }: HowToMeetProps) => {
  const { t } = useWords();
  const house = useHouse();
  const choose = (value: string) => {
    const place = sessionPlaces.find((one) => one === value);
    if (place !== undefined) onChange({ ...manner, place });
  };
  return (
    <div className={house.tight}>
      <Field label={t('tab.sessions.where')}>
        <RadioGroup layout="horizontal" value={manner.place} onChange={(_event, { value }) => choose(value)}>
          {sessionPlaces.map((place) => (
            <Radio key={place} value={place} label={t(`session.place.${place}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Switch
        checked={manner.isPrivate}
        onChange={(_event, { checked }) => onChange({ ...manner, isPrivate: checked })}
        label={t('tab.sessions.private')}
      />
      <span className={house.small}>{t(manner.isPrivate ? 'tab.sessions.private.on' : 'tab.sessions.private.off')}</span>
      {manner.place === 'teams' && <span className={house.small}>{t('tab.sessions.recording')}</span>}
    </div>
  );
};
