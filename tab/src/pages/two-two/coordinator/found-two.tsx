import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { CoachSuggestion } from '@coaching-pairs/shared/wire/two-two';
import type { ReactNode } from 'react';
import { AskedView } from '../../../components/asked-view.js';
import { Person } from '../../../components/person.js';
import { Section } from '../../../components/section.js';
import { useCoachSuggestion } from '../../../data/two-two.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** For whom two are sought, who is their sponsor, and in which language; empty where any will do. */
export type Wanted = { readonly one: Named; readonly other: Named; readonly language: string; readonly sponsor?: Named | null };

type Found = NonNullable<CoachSuggestion['two']>;
type Assign = (holds: Found['holds']) => ReactNode;

/** Each coach, whom they hold, and how much they do already. */
export const HoldsList = ({ holds }: { readonly holds: Found['holds'] }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <ul className={house.list}>
      {holds.map(({ coach, client, open, capacity }) => (
        <li key={coach.id}>
          <Person
            person={coach}
            after={
              <>
                <span>{t('tab.twoTwo.two.holds', { name: client.name })}</span>
                <span className={house.small}>{t('tab.twoTwo.register.load', { open, capacity })}</span>
              </>
            }
          />
        </li>
      ))}
    </ul>
  );
};

const Two = ({ two, assign }: { readonly two: Found; readonly assign: Assign | undefined }) => {
  const words = useWords();
  const { t } = words;
  const house = useHouse();
  return (
    <Section title={t('tab.twoTwo.two.found')} accent={assign === undefined}>
      {assign === undefined && <HoldsList holds={two.holds} />}
      <ul className={house.bullets}>
        <li>{t('tab.twoTwo.two.why.rules')}</li>
        <li>{t('tab.twoTwo.two.why.languages', { languages: words.list([...two.languages]) })}</li>
        <li>{t(`tab.twoTwo.two.why.${two.why}`)}</li>
      </ul>
      {assign === undefined ? <p className={house.small}>{t('tab.twoTwo.two.nothingKept')}</p> : assign(two.holds)}
    </Section>
  );
};

const Others = ({ passedOver }: Pick<CoachSuggestion, 'passedOver'>) => {
  const { t } = useWords();
  const house = useHouse();
  if (passedOver.length === 0) return null;
  return (
    <Section title={t('tab.twoTwo.two.others')}>
      <ul className={house.list}>
        {passedOver.map(({ coach, why }) => (
          <li key={coach.id}>
            <Person person={coach} after={<span className={house.small}>{t(`tab.twoTwo.passedOver.${why}`)}</span>} />
          </li>
        ))}
      </ul>
    </Section>
  );
};

type FoundTwoProps = {
  readonly wanted: Wanted;
  /** What can be done with the two; nothing where they were only looked for. */
  readonly assign?: Assign;
};

/** The two who fit, with who holds whom and why, and why not the others. */
export const FoundTwo = ({ wanted: { one, other, language, sponsor }, assign }: FoundTwoProps) => {
  const { t } = useWords();
  const house = useHouse();
  const asked = useCoachSuggestion({ one: one.id, other: other.id, language, sponsor: sponsor?.id ?? '' });
  return (
    <AskedView asked={asked}>
      {({ two, passedOver }) => (
        <div className={house.parts} aria-live="polite">
          {two === null ? (
            <Section title={t('tab.twoTwo.two.none')} accent>
              <p className={house.prose}>{t('tab.twoTwo.two.none.text')}</p>
            </Section>
          ) : (
            <Two two={two} assign={assign} />
          )}
          <Others passedOver={passedOver} />
        </div>
      )}
    </AskedView>
  );
};
