import { instant } from '@coaching-pairs/shared/ids';
import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import { Button, ProgressBar } from '@fluentui/react-components';
import { Section } from '../../../components/section.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type NextStep, nextStepOf } from './next-step.js';
import { goToPart } from './part.js';
import type { OfEngagement } from './use-engagement.js';

/** The steps from an enquiry to its end (TT-10). */
const way = ['enquiry', 'discovery', 'proposal', 'agreed', 'active', 'closing'] as const;

/** How far it has come: the step by name, and how many there are. */
const Progress = ({ engagement: { state } }: OfEngagement) => {
  const { words } = useSession();
  const { t } = words;
  const house = useHouse();
  if (state === 'closed') return null;
  const about = { step: way.indexOf(state) + 1, steps: way.length, name: t(`twoTwo.state.${state}`) };
  return (
    <div className={house.tight}>
      <span className={house.small}>{t('tab.twoTwo.next.progress', about)}</span>
      <ProgressBar thickness="large" value={about.step / about.steps} aria-label={t('tab.twoTwo.next.progress', about)} />
    </div>
  );
};

const useNextText = ({ answersBy, putForward, keptUntil, agreement, clients, holdings }: Engagement) => {
  const { words, zone } = useSession();
  const { t, dateAt, list } = words;
  const accepted = agreement.accepted.map(({ person }) => person.id);
  const missing = [...clients, ...holdings.map(({ coach }) => coach)].filter(({ id }) => !accepted.includes(id));
  const at = (text: string | null): string => (text === null ? '' : dateAt(instant(text), zone));
  return ({ step }: NextStep): string =>
    t(`tab.twoTwo.next.${step}.text`, {
      by: at(putForward?.answersBy ?? answersBy),
      until: at(keptUntil),
      names: list(missing.map(({ name }) => name)),
    });
};

/** The first thing on the page: what is mine to do next, or what is waited for, which tells nothing of anybody else (TT-05). */
export const NextSection = ({ engagement }: OfEngagement) => {
  const { words, userId } = useSession();
  const { t } = words;
  const house = useHouse();
  const step = nextStepOf(engagement, userId);
  const textOf = useNextText(engagement);
  return (
    <Section title={t(`tab.twoTwo.next.${step.step}`)} accent={step.kind === 'do'}>
      <p className={house.prose}>{textOf(step)}</p>
      <Progress engagement={engagement} />
      {step.kind === 'do' && (
        <div className={house.actions}>
          <Button appearance="primary" onClick={() => goToPart(step.part)}>
            {t(`tab.twoTwo.next.${step.step}.do`)}
          </Button>
        </div>
      )}
    </Section>
  );
};
