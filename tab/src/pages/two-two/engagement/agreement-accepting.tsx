import { instant } from '@coaching-pairs/shared/ids';
import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button } from '@fluentui/react-components';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Person } from '../../../components/person.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type OfEngagement, useChanging } from './use-engagement.js';

const fourOf = ({ clients, holdings }: Engagement): readonly Named[] => [...clients, ...holdings.map(({ coach }) => coach)];

/** Who of the four has accepted theirs, by name and date, and who still has to: signing is done in the open (TT-34). */
const Standing = ({ engagement }: OfEngagement) => {
  const { words, zone } = useSession();
  const { t, dateAt } = words;
  const house = useHouse();
  const { accepted } = engagement.agreement;
  const standingOf = ({ id }: Named): string => {
    const found = accepted.find(({ person }) => person.id === id);
    return found === undefined ? t('tab.twoTwo.accept.open') : t('tab.twoTwo.accept.on', { date: dateAt(instant(found.at), zone) });
  };
  return (
    <ul className={house.grid} aria-label={t('tab.twoTwo.accept.who')}>
      {fourOf(engagement).map((person) => (
        <li key={person.id}>
          <Person person={person} after={<span className={house.small}>{standingOf(person)}</span>} />
        </li>
      ))}
    </ul>
  );
};

/** My yes to my part of it, as it stands now, by my name and with the date (TT-30, TT-31). */
const Mine = ({ engagement, name }: OfEngagement & { readonly name: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const { id, agreement } = engagement;
  const { make, running, fault } = useChanging(id);
  const accept = () =>
    make({ kind: 'accept-terms', terms: agreement.terms, words: agreement.words }, () => feedback.done(t('tab.twoTwo.accept.done')));
  return (
    <>
      <p className={house.prose}>{t('tab.twoTwo.accept.text')}</p>
      {fault !== null && <FaultBar fault={fault} />}
      <div className={house.actions}>
        <Button appearance="primary" disabledFocusable={running} onClick={accept}>
          {t('tab.twoTwo.accept.as', { name })}
        </Button>
      </div>
    </>
  );
};

/** Where acceptance stands, and my own; before the fourth nothing can be booked (TT-34). */
export const AgreementAccepting = ({ engagement }: OfEngagement) => {
  const { userId, words } = useSession();
  const { t } = words;
  const house = useHouse();
  const { agreement, state } = engagement;
  const me = fourOf(engagement).find(({ id }) => id === userId);
  const isMissing = me !== undefined && state !== 'closed' && agreement.accepted.every(({ person }) => person.id !== me.id);
  return (
    <div className={house.stack}>
      {agreement.complete ? (
        <Accordion collapsible>
          <AccordionItem value="who">
            <AccordionHeader as="h3">{t('tab.twoTwo.accept.title')}</AccordionHeader>
            <AccordionPanel>
              <Standing engagement={engagement} />
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      ) : (
        <>
          <h3 className={house.subheading}>{t('tab.twoTwo.accept.title')}</h3>
          <Standing engagement={engagement} />
        </>
      )}
      <p className={house.prose} role="status">
        {t(state === 'closed' ? 'tab.twoTwo.accept.over' : agreement.complete ? 'tab.twoTwo.accept.complete' : 'tab.twoTwo.accept.closed')}
      </p>
      {isMissing && <Mine engagement={engagement} name={me.name} />}
    </div>
  );
};
