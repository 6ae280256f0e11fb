import { instant } from '@coaching-pairs/shared/ids';
import { calendarFile } from '@coaching-pairs/shared/sessions/calendar-file';
import type { Sessions } from '@coaching-pairs/shared/wire/sessions';
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, Textarea } from '@fluentui/react-components';
import { useFeedback } from '../../../components/feedback.js';
import { saveAs } from '../../../components/save-as.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** The sessions to come for any other calendar: a file, and a text to be copied. Both say as little as the Outlook events do (S-18). */
export const TakeAlong = ({ page }: { readonly page: { readonly sessions: Sessions['sessions'] } }) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  const feedback = useFeedback();
  const ahead = page.sessions.filter(({ held }) => !held);
  if (ahead.length === 0) return null;
  const text = ahead
    .map(({ start, minutes }) => t('tab.sessions.line', { when: words.dateTime(instant(start), zone), minutes }))
    .join('\n');
  const save = () => {
    const isPrivate = ahead.every((session) => session.isPrivate);
    const about = { subject: t('session.subject'), description: '', at: instant(new Date().toISOString()), isPrivate };
    saveAs(
      'sessions.ics',
      'text/calendar',
      calendarFile(
        ahead.map((session) => ({ ...session, start: instant(session.start) })),
        about,
      ),
    );
  };
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => feedback.done(t('tab.sessions.copied')),
      () => feedback.failed(null),
    );
  return (
    <section className={house.card}>
      <Accordion collapsible>
        <AccordionItem value="file">
          <AccordionHeader as="h2">{t('tab.sessions.takeAlong')}</AccordionHeader>
          <AccordionPanel>
            <div className={house.stack}>
              <p className={house.prose}>{t('tab.sessions.takeAlong.text')}</p>
              <Textarea readOnly resize="vertical" rows={Math.min(8, ahead.length)} value={text} aria-label={t('tab.sessions.takeAlong')} />
              <div className={house.actions}>
                <Button onClick={save}>{t('tab.sessions.file')}</Button>
                <Button onClick={() => void copy()}>{t('tab.sessions.copy')}</Button>
              </div>
            </div>
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </section>
  );
};
