import type { PeopleFileCheck } from '@coaching-pairs/shared/wire/people';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button } from '@fluentui/react-components';
import { ArrowUploadRegular } from '@fluentui/react-icons/svg/arrow-upload';
import { useRef, useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { saveAs } from '../../../components/save-as.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useFileCheck } from './use-file-check.js';

type Round = { readonly id: string; readonly name: string };

const TakeAlong = ({ round }: { readonly round: Round }) => {
  const { call } = useSession();
  const { t } = useWords();
  const feedback = useFeedback();
  const [running, setRunning] = useState(false);
  const take = async (): Promise<void> => {
    setRunning(true);
    try {
      const { text } = await call(routes.peopleFile, { params: { roundId: round.id } });
      saveAs(t('tab.file.name', { round: round.name }), 'text/csv;charset=utf-8', text);
    } catch (fault) {
      feedback.failed(fault instanceof Error ? fault : new Error('unreachable', { cause: fault }));
    } finally {
      setRunning(false);
    }
  };
  return (
    <DoButton appearance="secondary" running={running} whyNot={null} onClick={() => void take()}>
      {t('tab.file.take')}
    </DoButton>
  );
};

const More = ({ shown, count }: { readonly shown: number; readonly count: number }) => {
  const { t } = useWords();
  return shown < count ? <li>{t('tab.file.more', { count: count - shown })}</li> : null;
};

const Faults = ({ checked }: { readonly checked: PeopleFileCheck }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <div role="alert" className={house.tight}>
      <p className={house.prose}>{t('tab.file.faults', { count: checked.faultCount })}</p>
      <ul className={house.bullets}>
        {checked.faults.map((text) => (
          <li key={text}>{text}</li>
        ))}
        <More shown={checked.faults.length} count={checked.faultCount} />
      </ul>
    </div>
  );
};

const Changes = ({ checked }: { readonly checked: PeopleFileCheck }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <div role="status" className={house.tight}>
      <p className={house.prose}>{t('tab.file.changes', { count: checked.changeCount })}</p>
      <ul className={house.bullets}>
        {checked.changes.map(({ line, person, text }) => (
          <li key={`${line} ${text}`}>
            {t('tab.file.change', { line, name: person.name })} <span className={house.small}>{text}</span>
          </li>
        ))}
        <More shown={checked.changes.length} count={checked.changeCount} />
      </ul>
    </div>
  );
};

type CheckedProps = { readonly roundId: string; readonly text: string; readonly checked: PeopleFileCheck; readonly onLeave: () => void };

const Checked = ({ roundId, text, checked, onLeave }: CheckedProps) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const apply = useChange(routes.applyPeopleFile, { outdates: [keys.round(roundId)] });
  const { version, changeCount: count } = checked;
  const onSuccess = (): void => {
    feedback.done(t('tab.file.done', { count }));
    onLeave();
  };
  return (
    <>
      {checked.faultCount > 0 ? <Faults checked={checked} /> : <Changes checked={checked} />}
      {apply.error !== null && <FaultBar fault={apply.error} />}
      <div className={house.actions}>
        {count > 0 && (
          <DoButton
            running={apply.isPending}
            whyNot={null}
            onClick={() => apply.mutate({ params: { roundId }, body: { text, version } }, { onSuccess })}
          >
            {t('tab.file.apply', { count })}
          </DoButton>
        )}
        <Button appearance="subtle" onClick={onLeave}>
          {t('tab.file.leave')}
        </Button>
      </div>
    </>
  );
};

/** The people as a file for a spreadsheet and back: a look at what would change comes before anything does. */
export const FileSection = ({ round }: { readonly round: Round }) => {
  const { t } = useWords();
  const house = useHouse();
  const input = useRef<HTMLInputElement>(null);
  const { looked, fault, running, look, leave } = useFileCheck(round.id);
  return (
    <Section title={t('tab.file.title')}>
      <p className={house.prose}>{t('tab.file.text')}</p>
      <p className={`${house.prose} ${house.small}`}>{t('tab.file.how')}</p>
      <div className={house.actions}>
        <TakeAlong round={round} />
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          hidden
          aria-label={t('tab.file.field')}
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file !== undefined) void look(file);
            // The same file, put right, is taken again.
            target.value = '';
          }}
        />
        <Button icon={<ArrowUploadRegular />} disabledFocusable={running} onClick={() => input.current?.click()}>
          {t('tab.file.bring')}
        </Button>
      </div>
      <WhoReads text={t('tab.file.reads')} />
      {fault !== null && (typeof fault === 'string' ? <p role="alert">{fault}</p> : <FaultBar fault={fault} />)}
      {looked !== null && <Checked roundId={round.id} text={looked.text} checked={looked.checked} onLeave={leave} />}
    </Section>
  );
};
