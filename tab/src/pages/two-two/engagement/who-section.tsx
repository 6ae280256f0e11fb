import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { mergeClasses } from '@fluentui/react-components';
import { Person } from '../../../components/person.js';
import { Section } from '../../../components/section.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import type { OfEngagement } from './use-engagement.js';

/** What somebody is here, in plain words, for whoever reads it (TT-02). */
const useRoleOf = ({ engagement: { holdings } }: OfEngagement) => {
  const { words, userId } = useSession();
  const { t } = words;
  return (person: Named): string => {
    const isMe = person.id === userId;
    const holding = holdings.find(({ coach }) => coach.id === person.id);
    if (holding === undefined) return t(isMe ? 'tab.twoTwo.who.client.you' : 'tab.twoTwo.who.client');
    const { client } = holding;
    if (isMe) return t('tab.twoTwo.who.youHold', { name: client.name });
    return client.id === userId ? t('tab.twoTwo.who.holdsYou') : t('tab.twoTwo.who.holds', { name: client.name });
  };
};

/** What a coach says of themselves, for a client; nothing where they have written nothing. */
const Introduction = ({ coach }: { readonly coach: Engagement['coaches'][number] }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const facts = [...(coach.languages.length === 0 ? [] : [t('tab.twoTwo.who.speaks', { languages: list(coach.languages) })]), coach.place];
  const line = facts.filter((fact) => fact !== '').join(' · ');
  return (
    <div className={house.tight}>
      {coach.about !== '' && <p className={house.prose}>{coach.about}</p>}
      {line !== '' && (
        <p className={house.small} style={{ margin: 0 }}>
          {line}
        </p>
      )}
    </div>
  );
};

/** Who is in it, and which coach holds whose experience: the same for all four (TT-01, TT-02). */
export const WhoSection = ({ engagement }: OfEngagement) => {
  const { words } = useSession();
  const { t } = words;
  const house = useHouse();
  const { state, clients, holdings, coaches, sponsor, enquiredBy, dyad } = engagement;
  const roleOf = useRoleOf({ engagement });
  // Each client beside who holds their experience.
  const four = holdings.length === 0 ? clients : holdings.flatMap(({ coach, client }) => [client, coach]);
  return (
    <Section title={t(holdings.length === 0 ? 'tab.twoTwo.who.title' : 'tab.twoTwo.who.holding')}>
      <ul className={mergeClasses(house.list, house.halves)}>
        {four.map((person) => (
          <li key={person.id}>
            <Person person={person} size={40} after={<span>{roleOf(person)}</span>} />
            {coaches
              .filter(({ id }) => id === person.id)
              .map((coach) => (
                <Introduction key={coach.id} coach={coach} />
              ))}
          </li>
        ))}
        {sponsor !== null && (
          <li>
            <Person person={sponsor} size={40} after={<span>{t('tab.twoTwo.who.sponsor')}</span>} />
          </li>
        )}
      </ul>
      {holdings.length > 0 && <p className={house.prose}>{t('tab.twoTwo.who.both')}</p>}
      {state === 'enquiry' && <p className={house.prose}>{t('tab.twoTwo.who.later')}</p>}
      <p className={house.small} style={{ margin: 0 }}>
        {t('tab.twoTwo.who.enquired', { name: enquiredBy.name, dyad: t(`explainer.dyad.${dyad}`) })}
      </p>
    </Section>
  );
};
