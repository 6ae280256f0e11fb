import { instant } from '@coaching-pairs/shared/ids';
import type { Board } from '@coaching-pairs/shared/wire/board';
import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import { useFeedback } from '../../../components/feedback.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useRepeats } from './use-repeats.js';

type AllowedRepeatsProps = { readonly roundId: string; readonly repeats: Board['repeats'] };

/** Earlier partners who may meet again, with whoever recorded it and when; each can be taken back while no match leans on it. */
export const AllowedRepeats = ({ roundId, repeats }: AllowedRepeatsProps) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  const heading = useId();
  const feedback = useFeedback();
  const change = useRepeats(roundId);
  if (repeats.length === 0) return null;
  const takeBack = (members: Board['repeats'][number]['members']): void =>
    change.say([members], false, { onSuccess: () => feedback.done(t('tab.repeats.takenBack')), onError: feedback.failed });
  return (
    <div className={house.stack}>
      <h3 id={heading} className={house.subheading}>
        {t('tab.repeats.heading')}
      </h3>
      <ul className={house.list} aria-labelledby={heading}>
        {repeats.map(({ members, by, at }) => {
          const names = words.list(members.map(({ name }) => name));
          return (
            <li key={members.map(({ id }) => id).join(' ')} className={house.row}>
              <span>{t('tab.repeats.by', { names, name: by.name, date: words.dateAt(instant(at), zone) })}</span>
              <Button
                size="small"
                appearance="subtle"
                disabledFocusable={change.running}
                aria-label={t('tab.repeats.takeBackFor', { names })}
                onClick={() => takeBack(members)}
              >
                {t('tab.repeats.takeBack')}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
