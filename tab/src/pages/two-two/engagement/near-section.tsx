import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import { Person } from '../../../components/person.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { SaysNo, SaysYes } from './answering.js';
import type { OfEngagement } from './use-engagement.js';

type PutForward = NonNullable<Engagement['putForward']>;

/** Each of the two, whom they would hold, and how they are near. */
const Two = ({ holdings, near }: PutForward) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <ul className={house.list}>
      {holdings.map(({ coach, client }) => (
        <li key={coach.id}>
          <Person
            person={coach}
            size={40}
            after={
              <>
                <span>{t('tab.twoTwo.near.holds', { name: client.name })}</span>
                {near
                  .filter((one) => one.coach.id === coach.id)
                  .map((one) => (
                    <span key={`${one.client.id} ${one.why}`}>{t(`tab.twoTwo.near.${one.why}`, { name: one.client.name })}</span>
                  ))}
              </>
            }
          />
        </li>
      ))}
    </ul>
  );
};

/** Two coaches of whom one is near to a client: each client reads who and why, and answers alone (TT-01). */
export const NearSection = ({ engagement: { id, putForward: two } }: OfEngagement) => {
  const { t } = useWords();
  const house = useHouse();
  if (two === null) return null;
  const lines = (['learns', 'who', 'guess', 'next'] as const).map((line) => t(`tab.twoTwo.near.no.${line}`));
  return (
    <Section title={t('tab.twoTwo.near.title')}>
      <p className={house.prose}>{t('tab.twoTwo.near.why')}</p>
      <Two {...two} />
      <div className={house.tight}>
        <span className={house.small}>{t('tab.twoTwo.near.words')}</span>
        <p className={house.prose}>{two.words}</p>
      </div>
      {two.mine && <p className={house.prose}>{t('tab.twoTwo.near.mine')}</p>}
      <div className={house.stack}>
        <WhoReads text={t('tab.twoTwo.answer.reads')} />
        <div className={house.actions}>
          {!two.mine && <SaysYes id={id} about="near" change={{ kind: 'content', version: two.version }} />}
          <SaysNo id={id} about="near" change={{ kind: 'rather-others', version: two.version }} lines={lines} />
        </div>
      </div>
    </Section>
  );
};
