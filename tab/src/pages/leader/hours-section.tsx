import { plainDate } from '@coaching-pairs/shared/ids';
import type { Me } from '@coaching-pairs/shared/wire/mine';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { DoButton } from '../../components/do-button.js';
import { FaultBar } from '../../components/fault-bar.js';
import { Section } from '../../components/section.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { PauseDialog } from './pause-dialog.js';
import { useMyPause } from './use-my-pause.js';

const Pause = ({ pausedUntil }: Pick<Me, 'pausedUntil'>) => {
  const { t, date } = useWords();
  const house = useHouse();
  const pause = useMyPause();
  const [asking, setAsking] = useState(false);
  if (pausedUntil === null)
    return (
      <div className={house.actions}>
        <Button onClick={() => setAsking(true)}>{t('tab.pause.do')}</Button>
        {asking && <PauseDialog pause={pause} onClose={() => setAsking(false)} />}
      </div>
    );
  return (
    <>
      <p className={house.prose}>
        <strong>{t('tab.pause.paused', { date: date(plainDate(pausedUntil)) })}</strong> {t('tab.pause.text')}
      </p>
      <div className={house.actions}>
        <DoButton appearance="secondary" whyNot={null} running={pause.running} onClick={() => pause.set(null, () => undefined)}>
          {t('tab.pause.again')}
        </DoButton>
      </div>
      {pause.fault !== null && <FaultBar fault={pause.fault} />}
    </>
  );
};

/** Monday, whatever the year, so that weekdays can be named. */
const monday = Date.UTC(2024, 0, 1);

/** In which hours somebody is written to, where that is known from, and how to have silence for a while. */
export const HoursSection = ({ me }: { readonly me: Me }) => {
  const { t, list, locale } = useWords();
  const house = useHouse();
  if (me.hours === null) return null;
  const { zone, source, days, from, to } = me.hours;
  const weekday = new Intl.DateTimeFormat(locale === 'qps-ploc' ? 'en' : locale, { weekday: 'long', timeZone: 'UTC' });
  const named = days.map((day) => weekday.format(new Date(monday + (day - 1) * 86_400_000)));
  return (
    <Section title={t('tab.hours.title')}>
      <p className={house.prose}>{t('tab.hours.text', { days: list(named), from, to, zone })}</p>
      <p className={`${house.prose} ${house.quiet}`}>{t(`tab.hours.source.${source}`)}</p>
      <Pause pausedUntil={me.pausedUntil} />
    </Section>
  );
};
