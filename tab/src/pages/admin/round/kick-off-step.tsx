import { instant } from '@coaching-pairs/shared/ids';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { Section } from '../../../components/section.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { Agenda } from './agenda.js';
import { AnnounceKickOff } from './announce-kick-off.js';
import { HoldKickOff } from './hold-kick-off.js';
import { KickOffMeeting } from './kick-off-meeting.js';

const Held = ({ round, at }: { readonly round: RoundOverview; readonly at: string }) => {
  const { words, zone } = useSession();
  const house = useHouse();
  const approach = round.kickOff?.commonApproach ?? '';
  return (
    <Section title={words.t('tab.kickOff.held.title')}>
      <p className={house.prose}>{words.t('tab.kickOff.held.text', { date: words.dateAt(instant(at), zone) })}</p>
      <div className={house.tight}>
        <h3 className={house.subheading}>{words.t('tab.facts.approach')}</h3>
        <p className={house.prose}>{approach === '' ? words.t('tab.kickOff.noApproach') : approach}</p>
      </div>
    </Section>
  );
};

/** Step 3: everybody is called together, and the whole team agrees a common approach (CP-10). */
export const KickOffStep = ({ round }: { readonly round: RoundOverview }) => {
  const heldAt = round.kickOff?.heldAt ?? null;
  return (
    <>
      {round.state === 'draft' && <AnnounceKickOff round={round} />}
      {round.state === 'kick-off' && round.kickOff !== null && heldAt === null && <KickOffMeeting round={round} kickOff={round.kickOff} />}
      {round.state === 'kick-off' && heldAt === null && <HoldKickOff round={round} />}
      {heldAt !== null && <Held round={round} at={heldAt} />}
      {heldAt === null && <Agenda />}
    </>
  );
};
