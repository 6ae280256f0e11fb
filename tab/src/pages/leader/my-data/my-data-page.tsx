import { daysKept } from '@coaching-pairs/shared/engagement/ending';
import { longestKeptDays } from '@coaching-pairs/shared/retention/spans';
import type { MyData } from '@coaching-pairs/shared/wire/my-data';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button } from '@fluentui/react-components';
import { AskedView } from '../../../components/asked-view.js';
import { Page } from '../../../components/page.js';
import { saveAs } from '../../../components/save-as.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { useMe } from '../../../data/me.js';
import { useAsked } from '../../../data/use-asked.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { EraseSection, type Reach } from './erase-section.js';

/** Read anew at each visit, so that the file holds what is kept now. */
const useMyData = () => useAsked(routes.myData, { key: keys.myData, fresh: 0 });

const awaydayNamesIn = ({ awayday }: MyData['rounds'][number]) => [awayday?.first, awayday?.second].filter((one) => one != null);

/** What there is of mine, in numbers; what there is none of is not named. */
const inNumbers = ({ rounds, notes, unreadable, twoTwo, engagements }: MyData) => {
  const pairs = rounds.flatMap((round) => round.pairs);
  const counts = [
    ['rounds', rounds.length],
    ['matches', rounds.flatMap((round) => round.matches).length],
    ['sessions', pairs.flatMap((pair) => pair.sessions).length],
    ['agreements', pairs.filter((pair) => pair.agreement.length > 0).length],
    ['names', rounds.flatMap((round) => [...round.closely, ...round.trusted, ...awaydayNamesIn(round)]).length],
    ['insights', rounds.flatMap((round) => round.insights).length],
    ['notes', notes.length + unreadable],
    ['coaching', twoTwo === null ? 0 : 1],
    ['engagements', engagements.length],
    ['meetings', engagements.flatMap((one) => one.meetings).length],
    ['entries', engagements.flatMap((one) => one.entries).length],
    ['messages', [...rounds, ...engagements].flatMap((one) => one.messages).length],
  ] as const;
  return counts.filter(([, count]) => count > 0);
};

const TakeAlong = ({ data, guest }: { readonly data: MyData; readonly guest: boolean }) => {
  const { t } = useWords();
  const house = useHouse();
  const found = inNumbers(data);
  return (
    <Section title={t('tab.myData.file.title')}>
      <p className={house.prose}>{t('tab.myData.file.text')}</p>
      {found.length === 0 ? (
        <p className={house.prose}>{t(guest ? 'tab.myData.file.nothing.guest' : 'tab.myData.file.nothing')}</p>
      ) : (
        <ul className={house.bullets}>
          {found.map(([what, count]) => (
            <li key={what}>{t(`tab.myData.has.${what}`, { count })}</li>
          ))}
        </ul>
      )}
      <p className={`${house.prose} ${house.quiet}`}>{t(guest ? 'tab.myData.file.without.guest' : 'tab.myData.file.without')}</p>
      <div className={house.actions}>
        <Button appearance="primary" onClick={() => saveAs('my-data.json', 'application/json', JSON.stringify(data, null, 2))}>
          {t('tab.myData.file.save')}
        </Button>
      </div>
    </Section>
  );
};

/** What there is of it is told apart: a guest is in no round, and of 2:2 Coaching nothing is said to whoever has nothing to do with it. */
const reachOf = (data: MyData | undefined, guest: boolean): Reach => ({
  guest,
  register: data !== undefined && data.twoTwo !== null,
  twoTwo: data !== undefined && (data.twoTwo !== null || data.engagements.length > 0),
});

const HowLong = ({ guest, register, twoTwo }: Reach) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t('tab.myData.long.title')}>
      <ul className={house.bullets}>
        {!guest && (
          <>
            <li>{t('tab.myData.long.notes')}</li>
            <li>{t('tab.myData.long.pair', { days: longestKeptDays })}</li>
            <li>{t('tab.myData.long.names')}</li>
            <li>{t('tab.myData.long.round')}</li>
          </>
        )}
        {twoTwo && <li>{t('tab.myData.long.twoTwo', { days: daysKept })}</li>}
        {register && <li>{t('tab.myData.long.register')}</li>}
      </ul>
    </Section>
  );
};

/** Everything of mine that is kept: to be taken along, or erased as far as it is mine alone (C-07, C-08). */
export const MyDataPage = () => {
  const { t } = useWords();
  const house = useHouse();
  const data = useMyData();
  const reach = reachOf(data.data, useMe().data?.guest === true);
  return (
    <Page title={t('tab.myData.title')} lead={t('tab.myData.lead')}>
      <div className={house.parts}>
        <AskedView asked={data}>{(found) => <TakeAlong data={found} guest={reach.guest} />}</AskedView>
        {(!reach.guest || reach.twoTwo) && <HowLong {...reach} />}
        {(!reach.guest || reach.twoTwo) && <EraseSection {...reach} />}
      </div>
    </Page>
  );
};
