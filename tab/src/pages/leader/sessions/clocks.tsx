import { instant } from '@coaching-pairs/shared/ids';
import type { Sessions } from '@coaching-pairs/shared/wire/sessions';
import type { Words } from '@coaching-pairs/shared/words/words';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

export type Zones = Sessions['zones'];

/** How others read a time on their own clock, with the day where it is another one; those who share my zone are left out. */
export const elsewhereText = ({ t, time, dateAt, dateTime, list }: Words, zones: Zones, at: string, mine: string): string => {
  const moment = instant(at);
  const here = time(moment, mine);
  const others = zones.slice(1).map(({ person, zone }) => {
    const sameDay = dateAt(moment, zone) === dateAt(moment, mine);
    return { name: person.name, when: sameDay ? time(moment, zone) : dateTime(moment, zone) };
  });
  const apart = others.filter(({ when }) => when !== here);
  return apart.length === 0 ? '' : list(apart.map(({ name, when }) => t('tab.sessions.clock', { when, name })));
};

/** One time: as my clock shows it, and as the others' clocks do. */
export const Clocks = ({ at, zones }: { readonly at: string; readonly zones: Zones }) => {
  const { words, zone } = useSession();
  const house = useHouse();
  const elsewhere = elsewhereText(words, zones, at, zone);
  return (
    <span className={house.tight}>
      <span>{words.slot(instant(at), zone)}</span>
      {elsewhere !== '' && <span className={house.small}>{elsewhere}</span>}
    </span>
  );
};
