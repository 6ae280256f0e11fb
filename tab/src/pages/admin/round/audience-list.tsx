import { Button, Field, Textarea } from '@fluentui/react-components';
import { ArrowUploadRegular } from '@fluentui/react-icons/svg/arrow-upload';
import { useRef } from 'react';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { entriesFrom, namelessLines } from './entries.js';

/** A pasted list of ids or mail addresses, or a file with one. */
export const AudienceList = ({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const file = useRef<HTMLInputElement>(null);
  const count = entriesFrom(text).length;
  const nameless = namelessLines(text);
  const fault = t('tab.audience.nameless', { count: nameless.length, lines: list(nameless.map(String)) });
  const hint = (
    <span className={house.tight}>
      <span>{t('tab.audience.listText')}</span>
      <WhoReads text={t('tab.reads.administrators')} />
    </span>
  );
  return (
    <>
      <Field label={t('tab.audience.list')} hint={hint} {...(nameless.length > 0 ? { validationMessage: fault } : {})}>
        <Textarea rows={6} resize="vertical" value={text} onChange={(_event, { value }) => onChange(value)} />
      </Field>
      <div className={house.row}>
        <input
          ref={file}
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          hidden
          aria-label={t('tab.audience.upload')}
          onChange={(event) => {
            void event.target.files?.[0]?.text().then(onChange);
            // The same file, put right, is taken again.
            event.target.value = '';
          }}
        />
        <Button icon={<ArrowUploadRegular />} onClick={() => file.current?.click()}>
          {t('tab.audience.upload')}
        </Button>
        <span role="status" className={house.small}>
          {count > 0 && t('tab.audience.entries', { count })}
        </span>
      </div>
    </>
  );
};
