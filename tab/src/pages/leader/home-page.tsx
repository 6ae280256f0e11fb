import type { Me, MyRound } from '@coaching-pairs/shared/wire/mine';
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components';
import { AskedView, Waiting } from '../../components/asked-view.js';
import { Page } from '../../components/page.js';
import { useMe } from '../../data/me.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { HoursSection } from './hours-section.js';
import { LeadsFromOutside } from './leads-from-outside.js';
import { MyDataLink } from './my-data/my-data-link.js';
import { NotInARound } from './not-in-a-round.js';
import { PastRound } from './past-round.js';
import { RoundSections, RoundTitle } from './round-sections.js';

const PastRounds = ({ rounds }: { readonly rounds: readonly MyRound[] }) => {
  const { t } = useWords();
  const house = useHouse();
  if (rounds.length === 0) return null;
  return (
    <section className={house.card}>
      <Accordion collapsible>
        <AccordionItem value="past">
          <AccordionHeader as="h2">{t('tab.mine.pastRounds', { count: rounds.length })}</AccordionHeader>
          <AccordionPanel>
            <ul className={house.list}>
              {rounds.map((round) => (
                <PastRound key={round.id} round={round} />
              ))}
            </ul>
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </section>
  );
};

const Home = ({ me }: { readonly me: Me }) => {
  const { t } = useWords();
  const [current, ...others] = me.rounds.filter((round) => round.state !== 'closed');
  const past = me.rounds.filter((round) => round.state === 'closed');
  if (current === undefined) {
    return (
      <Page
        title={t('tab.mine.hello', { name: me.person.name })}
        lead={me.leadsFromOutside.length === 0 ? t('tab.mine.noRound.lead') : undefined}
      >
        <LeadsFromOutside led={me.leadsFromOutside} />
        <NotInARound me={me} />
        <HoursSection me={me} />
        <PastRounds rounds={past} />
        <MyDataLink />
      </Page>
    );
  }
  return (
    <Page title={current.name} lead={<RoundTitle round={current} />}>
      <RoundSections round={current} />
      <LeadsFromOutside led={me.leadsFromOutside} />
      {others.map((round) => (
        <section key={round.id} aria-label={round.name}>
          <RoundSections round={round} titled />
        </section>
      ))}
      <HoursSection me={me} />
      <PastRounds rounds={past} />
      <MyDataLink />
    </Page>
  );
};

/** What a leader opens: their round, or what this is about. */
export const HomePage = () => {
  const me = useMe();
  const house = useHouse();
  const waiting = (
    <div className={house.page}>
      <Waiting lines={8} />
    </div>
  );
  return (
    <AskedView asked={me} waiting={waiting}>
      {(known) => <Home me={known} />}
    </AskedView>
  );
};
