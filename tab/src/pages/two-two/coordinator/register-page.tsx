import type { CoachEntry, CoachRegister } from '@coaching-pairs/shared/wire/two-two';
import { Badge, Button } from '@fluentui/react-components';
import { Link, useLocation } from 'wouter';
import { AskedPage } from '../../../components/asked-page.js';
import { Person } from '../../../components/person.js';
import { Section } from '../../../components/section.js';
import { useCoachRegister } from '../../../data/two-two.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const colours = { free: 'success', full: 'informative', paused: 'informative', 'not-committed': 'warning' } as const;

const Entry = ({ coach }: { readonly coach: CoachEntry }) => {
  const words = useWords();
  const { t } = words;
  const house = useHouse();
  const { id, name, functionName, standing, open, capacity, languages } = coach;
  const facts = [
    t('tab.twoTwo.register.load', { open, capacity }),
    ...(languages.length === 0 ? [] : [words.list([...languages])]),
    ...(coach.hasAccount ? [] : [t('tab.twoTwo.register.noAccount')]),
  ];
  return (
    <li className={house.spread}>
      <Person
        person={{ id, name, functionName: functionName ?? (coach.mail === null ? null : t('tab.twoTwo.register.external')) }}
        after={<span className={house.small}>{facts.join(' · ')}</span>}
      />
      <span className={house.row}>
        <Badge appearance="tint" color={colours[standing]}>
          {t(`tab.twoTwo.standing.${standing}`)}
        </Badge>
        <Link to={`/2-2/coordinator/coaches/${encodeURIComponent(id)}`} aria-label={t('tab.twoTwo.register.openFor', { name })}>
          {t('tab.twoTwo.register.open')}
        </Link>
      </span>
    </li>
  );
};

const Register = ({ register: { coaches } }: { readonly register: CoachRegister }) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  return (
    <Section title={t('tab.twoTwo.register.count', { count: coaches.length })}>
      {coaches.length === 0 && <p className={house.prose}>{t('tab.twoTwo.register.none')}</p>}
      <ul className={house.list}>
        {coaches.map((coach) => (
          <Entry key={coach.id} coach={coach} />
        ))}
      </ul>
      <div className={house.actions}>
        <Button appearance="primary" onClick={() => go('/2-2/coordinator/coaches/new')}>
          {t('tab.twoTwo.add')}
        </Button>
      </div>
    </Section>
  );
};

/** Everybody who may be asked to coach, with how much they do and whether they are free. */
export const RegisterPage = () => {
  const { t } = useWords();
  const asked = useCoachRegister();
  const back = { to: '/2-2/coordinator', children: t('tab.twoTwo.coordinator.title') };
  return (
    <AskedPage title={t('tab.twoTwo.register.title')} lead={t('tab.twoTwo.register.way')} back={back} asked={asked}>
      {(register) => <Register register={register} />}
    </AskedPage>
  );
};
