import { instant } from '@coaching-pairs/shared/ids';
import type { SessionTimes } from '@coaching-pairs/shared/wire/sessions';
import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { AskedView } from '../../../components/asked-view.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { instantIn } from '../../../data/device-time.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { elsewhereText, type Zones } from './clocks.js';

type TimeDialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly confirm: string;
  readonly asked: UseQueryResult<Pick<SessionTimes, 'others'>>;
  /** What is to be said of the time that is chosen; null before one is. */
  readonly noteOn?: (start: string | null) => ReactNode;
  readonly zones: Zones;
  readonly running: boolean;
  readonly fault: unknown;
  readonly children?: ReactNode;
  readonly onChoose: (start: string) => void;
  readonly onClose: () => void;
};

const ownTime = 'own';

type ChoicesProps = Pick<TimeDialogProps, 'zones'> & {
  readonly times: Pick<SessionTimes, 'others'>;
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
};

const Choices = ({ times, chosen, zones, onChoose }: ChoicesProps) => {
  const { words, zone } = useSession();
  return (
    <RadioGroup aria-label={words.t('tab.sessions.free')} value={chosen} onChange={(_event, { value }) => onChoose(value)}>
      {times.others.map((at) => (
        <Radio
          key={at}
          value={at}
          label={[words.slot(instant(at), zone), elsewhereText(words, zones, at, zone)].filter(Boolean).join(' – ')}
        />
      ))}
      <Radio value={ownTime} label={words.t('tab.sessions.another')} />
    </RadioGroup>
  );
};

/** Chooses one time: a free one of all with one tap, or any other. */
export const TimeDialog = ({
  open,
  title,
  confirm,
  asked,
  zones,
  running,
  fault,
  children,
  noteOn,
  onChoose,
  onClose,
}: TimeDialogProps) => {
  const { words } = useSession();
  const house = useHouse();
  const [chosen, setChosen] = useState('');
  const [own, setOwn] = useState('');
  const start = chosen === ownTime ? instantIn(own) : chosen === '' ? null : chosen;
  return (
    <ConfirmDialog
      open={open}
      title={title}
      confirm={confirm}
      running={running}
      ready={start !== null}
      onConfirm={() => start !== null && onChoose(start)}
      onClose={onClose}
    >
      <AskedView asked={asked}>
        {(times) => (
          <div className={house.tight}>
            <p className={house.prose}>{words.t(times.others.length > 0 ? 'tab.sessions.free' : 'tab.sessions.noneFree')}</p>
            <Choices times={times} chosen={chosen} zones={zones} onChoose={setChosen} />
          </div>
        )}
      </AskedView>
      {chosen === ownTime && (
        <Field label={words.t('tab.sessions.yourClock')}>
          <Input type="datetime-local" value={own} onChange={(_event, { value }) => setOwn(value)} />
        </Field>
      )}
      {noteOn?.(start)}
      {children}
      {fault !== null && fault !== undefined && <FaultBar fault={fault} />}
    </ConfirmDialog>
  );
};
