import { type KitSheet, longestSheet } from '@coaching-pairs/shared/guidance/kit';
import { instant } from '@coaching-pairs/shared/ids';
import type { Kit } from '@coaching-pairs/shared/wire/kit';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { usePaper } from '../../../components/paper.js';
import { saveAs } from '../../../components/save-as.js';
import { sheetPage } from '../../../components/sheet-page.js';
import { WhoReads } from '../../../components/who-reads.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type SheetProps = { readonly roundId: string; readonly sheet: KitSheet; readonly own: Kit['sheets'][number] | null };

const useWriting = (roundId: string) => {
  const change = useChange(routes.writeKit, { answers: keys.kit(roundId) });
  const feedback = useFeedback();
  const write = (sheet: KitSheet, text: string, said: string, then: () => void) =>
    change.mutate(
      { params: { roundId }, body: { sheet, text } },
      {
        onSuccess: () => {
          feedback.done(said);
          then();
        },
      },
    );
  return { change, write };
};

type EditorProps = SheetProps & { readonly text: string; readonly onLeave: () => void };

const Editor = ({ roundId, sheet, own, text, onLeave }: EditorProps) => {
  const { t } = useSession().words;
  const house = useHouse();
  const [typed, setTyped] = useState(text);
  const [asking, setAsking] = useState(false);
  const { change, write } = useWriting(roundId);
  const same = typed.trim() === text.trim() || typed.trim() === '';
  return (
    <>
      <Field label={t(`kit.${sheet}.title`)} hint={<WhoReads text={t('tab.reads.administrators')} />}>
        <Textarea rows={16} resize="vertical" maxLength={longestSheet} value={typed} onChange={(_event, { value }) => setTyped(value)} />
      </Field>
      {change.error !== null && <FaultBar fault={change.error} />}
      <div className={house.actions}>
        <Button
          appearance="primary"
          disabledFocusable={change.isPending || same}
          onClick={() => write(sheet, typed, t('tab.kit.saved'), onLeave)}
        >
          {t('tab.kit.save')}
        </Button>
        <Button onClick={onLeave}>{t('tab.action.cancel')}</Button>
        {own !== null && <Button onClick={() => setAsking(true)}>{t('tab.kit.original')}</Button>}
      </div>
      <ConfirmDialog
        open={asking}
        title={t('tab.kit.originalTitle')}
        confirm={t('tab.kit.original')}
        running={change.isPending}
        onConfirm={() => write(sheet, '', t('tab.kit.restored'), onLeave)}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t('tab.kit.originalText')}</p>
      </ConfirmDialog>
    </>
  );
};

/** One sheet: read, rewritten, copied, printed. */
export const Sheet = (props: SheetProps) => {
  const { sheet, own } = props;
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  const feedback = useFeedback();
  const [editing, setEditing] = useState(false);
  usePaper();
  const title = t(`kit.${sheet}.title`);
  const text = own?.text ?? t(`kit.${sheet}.text`);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => feedback.done(t('tab.kit.copied')),
      () => feedback.failed(null),
    );
  const keep = () => saveAs(`${sheet}.html`, 'text/html', sheetPage(title, text, words.locale));
  if (editing)
    return (
      <section className={house.card}>
        <Editor {...props} text={text} onLeave={() => setEditing(false)} />
      </section>
    );
  return (
    <section className={house.card}>
      <div data-paper className={house.stack}>
        <h2 className={house.heading}>{title}</h2>
        <p className={house.prose}>{text}</p>
      </div>
      {own !== null && <p className={house.small}>{t('tab.kit.by', { name: own.by.name, date: words.dateAt(instant(own.at), zone) })}</p>}
      <div className={house.actions}>
        <Button appearance="primary" onClick={() => setEditing(true)}>
          {t('tab.kit.edit')}
        </Button>
        <Button onClick={() => void copy()}>{t('tab.kit.copy')}</Button>
        <Button onClick={() => window.print()}>{t('tab.kit.print')}</Button>
        <Button onClick={keep}>{t('tab.kit.file')}</Button>
      </div>
    </section>
  );
};
