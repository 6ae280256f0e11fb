import type { PlainDate } from '@coaching-pairs/shared/ids';
import { type PulseAnswers, type PulseQuestion, pulseQuestions } from '@coaching-pairs/shared/pulse/pulse';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { DoButton } from '../../components/do-button.js';
import { FaultBar } from '../../components/fault-bar.js';
import { Section } from '../../components/section.js';
import { WhoReads } from '../../components/who-reads.js';
import { keys } from '../../data/keys.js';
import { useChange } from '../../data/use-change.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

type Taps = Readonly<Partial<Record<PulseQuestion, boolean>>>;

/** All four, or null while one is missing. */
const answersOf = ({ supported, strengths, impact, trust }: Taps): PulseAnswers | null =>
  supported === undefined || strengths === undefined || impact === undefined || trust === undefined
    ? null
    : { supported, strengths, impact, trust };

type QuestionProps = { readonly question: PulseQuestion; readonly said: boolean | undefined; readonly onTap: (yes: boolean) => void };

const Question = ({ question, said, onTap }: QuestionProps) => {
  const { t } = useWords();
  return (
    <Field label={t(`pulse.${question}`)}>
      <RadioGroup
        layout="horizontal"
        value={said === undefined ? '' : said ? 'yes' : 'no'}
        onChange={(_event, { value }) => onTap(value === 'yes')}
      >
        <Radio value="yes" label={t('tab.pulse.yes')} />
        <Radio value="no" label={t('tab.pulse.no')} />
      </RadioGroup>
    </Field>
  );
};

type PulseFormProps = { readonly roundId: string; readonly until: PlainDate; readonly fewest: number };

/** Four taps and one to send them. What was tapped stays on the screen until then. */
export const PulseForm = ({ roundId, until, fewest }: PulseFormProps) => {
  const { t, date } = useWords();
  const house = useHouse();
  const [taps, setTaps] = useState<Taps>({});
  const send = useChange(routes.answerPulse, { answers: keys.pulse(roundId) });
  const answers = answersOf(taps);
  return (
    <Section title={t('tab.pulse.ask')} accent>
      <WhoReads text={t('tab.pulse.reads')} />
      {pulseQuestions.map((question) => (
        <Question
          key={question}
          question={question}
          said={taps[question]}
          onTap={(yes) => setTaps((before) => ({ ...before, [question]: yes }))}
        />
      ))}
      {send.error !== null && <FaultBar fault={send.error} />}
      <div className={house.actions}>
        <DoButton
          whyNot={answers === null ? t('tab.pulse.first') : null}
          running={send.isPending}
          onClick={() => answers !== null && send.mutate({ params: { roundId }, body: { answers } })}
        >
          {t('tab.pulse.send')}
        </DoButton>
      </div>
      <p className={`${house.prose} ${house.quiet}`}>{t('tab.pulse.how', { fewest })}</p>
      <p className={`${house.prose} ${house.quiet}`}>{t('tab.pulse.until', { date: date(until) })}</p>
    </Section>
  );
};
