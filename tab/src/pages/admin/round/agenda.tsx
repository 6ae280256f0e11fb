import { agendaParts } from '@coaching-pairs/shared/guidance/kick-off-agenda';
import type { Words } from '@coaching-pairs/shared/words/words';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const useStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: '72px minmax(0, 1fr)', gap: tokens.spacingHorizontalM },
});

const agendaText = ({ t }: Words): string =>
  [
    t('tab.agenda.title'),
    ...agendaParts.map(({ name, from, to }) => `${t('tab.agenda.minutes', { from, to })}  ${t(`tab.agenda.${name}`)}`),
  ].join('\n');

/** A suggested agenda of sixty minutes, to be copied into the meeting. */
export const Agenda = () => {
  const words = useWords();
  const { t } = words;
  const house = useHouse();
  const styles = useStyles();
  const feedback = useFeedback();
  const copy = (): void => {
    void navigator.clipboard.writeText(agendaText(words)).then(
      () => feedback.done(t('tab.agenda.copied')),
      () => feedback.done(t('tab.agenda.notCopied')),
    );
  };
  return (
    <Section
      title={t('tab.agenda.title')}
      aside={
        <Button size="small" icon={<CopyRegular />} onClick={copy}>
          {t('tab.agenda.copy')}
        </Button>
      }
    >
      <ol className={house.list}>
        {agendaParts.map(({ name, from, to }) => (
          <li key={name} className={styles.line}>
            <span className={house.quiet}>{t('tab.agenda.minutes', { from, to })}</span>
            <span>{t(`tab.agenda.${name}`)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
};
