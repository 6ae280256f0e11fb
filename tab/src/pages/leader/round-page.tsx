import { AskedView, Waiting } from '../../components/asked-view.js';
import { Page } from '../../components/page.js';
import { useMe } from '../../data/me.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { AboutSection } from './about-section.js';
import { LeadsFromOutside } from './leads-from-outside.js';
import { NotInARound } from './not-in-a-round.js';
import { RoundSections, RoundTitle } from './round-sections.js';

/** The round that a link from a card points to. */
export const RoundPage = ({ roundId }: { readonly roundId: string }) => {
  const me = useMe();
  const house = useHouse();
  const { t } = useWords();
  const waiting = (
    <div className={house.page}>
      <Waiting lines={8} />
    </div>
  );
  return (
    <AskedView asked={me} waiting={waiting}>
      {(known) => {
        const round = known.rounds.find((one) => one.id === roundId);
        const led = known.leadsFromOutside.filter((one) => one.id === roundId);
        if (led.length > 0) {
          return (
            <Page title={led[0]?.name ?? ''}>
              <LeadsFromOutside led={led} />
              <AboutSection />
            </Page>
          );
        }
        return round === undefined ? (
          <Page title={t('tab.mine.elsewhere.title')} lead={t('tab.mine.elsewhere.text')}>
            <NotInARound me={known} />
          </Page>
        ) : (
          <Page title={round.name} lead={<RoundTitle round={round} />}>
            <RoundSections round={round} />
          </Page>
        );
      }}
    </AskedView>
  );
};
