import type { AgreementVersion, PairSpace } from '@coaching-pairs/shared/wire/pair';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../../session.js';
import { phone, useHouse } from '../../../style/house.js';
import { sharedTexts, wordFields } from './agreement-draft.js';

const useStyles = makeStyles({
  list: { margin: 0, display: 'flex', flexDirection: 'column' },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 2fr)',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  what: { color: tokens.colorNeutralForeground2 },
  said: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
});

const Line = ({ what, said }: { readonly what: string; readonly said: string }) => {
  const { t } = useWords();
  const styles = useStyles();
  const house = useHouse();
  return (
    <div className={styles.line}>
      <dt className={styles.what}>{what}</dt>
      <dd className={`${styles.said} ${said === '' ? house.quiet : ''}`}>{said === '' ? t('tab.agreement.empty') : said}</dd>
    </div>
  );
};

const Settled = ({ version, pair }: { readonly version: AgreementVersion; readonly pair: PairSpace }) => {
  const { t, number } = useWords();
  const styles = useStyles();
  const { terms } = version;
  const books = pair.members.find(({ id }) => id === terms.books)?.name ?? t('tab.agreement.books.in-turn');
  return (
    <dl className={styles.list}>
      <Line what={t('tab.agreement.meetings')} said={number(terms.meetings)} />
      <Line what={t('tab.agreement.minutes')} said={number(terms.minutes)} />
      <Line what={t('tab.agreement.place')} said={t(`tab.agreement.place.${terms.place}`)} />
      <Line what={t('tab.agreement.books')} said={books} />
      <Line what={t('tab.agreement.notice')} said={number(terms.noticeHours)} />
      <Line what={t('tab.agreement.notes')} said={t(`tab.agreement.notes.${terms.notes}`)} />
      <Line
        what={t('tab.agreement.noRecording')}
        said={t(terms.recordingOff ? 'tab.agreement.recordingOff' : 'tab.agreement.recordingOn')}
      />
      {sharedTexts.map((field) => (
        <Line key={field} what={t(`tab.agreement.${field}`)} said={terms[field]} />
      ))}
    </dl>
  );
};

/** One version, as it is to be read. */
export const AgreementText = ({ version, pair }: { readonly version: AgreementVersion; readonly pair: PairSpace }) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  return (
    <div className={house.stack}>
      <Settled version={version} pair={pair} />
      {version.own.map(({ person, words }) => (
        <div key={person.id} className={house.tight}>
          <h3 className={house.subheading}>
            {person.id === pair.members[0]?.id ? t('tab.agreement.own') : t('tab.agreement.ownOf', { name: person.name })}
          </h3>
          <dl className={styles.list}>
            {wordFields.map((field) => (
              <Line key={field} what={t(`tab.agreement.${field}`)} said={words[field]} />
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
};
