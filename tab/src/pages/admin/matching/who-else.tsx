import type { OtherPartners } from '@coaching-pairs/shared/wire/board';
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { AskedView } from '../../../components/asked-view.js';
import { Person } from '../../../components/person.js';
import { useSteadyWidth } from '../../../components/use-steady-width.js';
import { useOtherPartners } from '../../../data/admin.js';
import { useWords } from '../../../session.js';
import { phone, useHouse } from '../../../style/house.js';
import { bringingTogether, type KnownBoard, namesOn } from './selection.js';
import { type Newcomer, TakingPairs } from './taking-pairs.js';

const useStyles = makeStyles({
  other: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  why: { gridColumn: '1 / -1' },
  see: { gridColumn: '2', gridRow: '1', [phone]: { gridColumn: '1', gridRow: 'auto', justifySelf: 'start' } },
});

type Other = OtherPartners['others'][number];
type OtherRowProps = { readonly other: Other; readonly name: string; readonly onSee: () => void };

const OtherRow = ({ other, name, onSee }: OtherRowProps) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  return (
    <li className={styles.other}>
      <Person person={other.person} after={<span>{other.cost}</span>} />
      {other.reasons.length > 0 && (
        <ul className={`${house.bullets} ${house.small} ${styles.why}`} aria-label={t('tab.board.reasonsOf', { names: other.person.name })}>
          {other.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <Button size="small" className={styles.see} aria-label={t('tab.others.seeFor', { name, other: other.person.name })} onClick={onSee}>
        {t('tab.others.see')}
      </Button>
    </li>
  );
};

type FoundProps = {
  readonly found: OtherPartners;
  readonly name: string;
  readonly onSee: (other: Other) => void;
  readonly newcomer: Omit<Newcomer, 'name'>;
};

const Found = ({ found, name, onSee, newcomer }: FoundProps) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <>
      {found.pairs === null || found.others.length > 0 ? <p className={house.prose}>{found.note}</p> : null}
      {found.others.length > 0 && (
        <ul className={house.list} style={{ gap: 0 }} aria-label={t('tab.others.list')}>
          {found.others.map((other) => (
            <OtherRow key={other.person.id} other={other} name={name} onSee={() => onSee(other)} />
          ))}
        </ul>
      )}
      {found.pairs !== null && <TakingPairs pairs={found.pairs} name={name} {...newcomer} />}
      {found.ruledOut.length > 0 && (
        <div className={house.tight}>
          <h3 className={house.subheading}>{t('tab.others.ruledOut', { name })}</h3>
          <ul className={`${house.bullets} ${house.small}`}>
            {found.ruledOut.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
};

type WhoElseProps = {
  readonly roundId: string;
  readonly board: KnownBoard;
  readonly personId: string;
  readonly onChoose: (ids: readonly string[]) => void;
};

const Panel = ({ roundId, board, personId, onChoose, onAsked }: WhoElseProps & { readonly onAsked: () => void }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const asked = useOtherPartners(roundId, personId);
  const name = namesOn(board).get(personId) ?? '';
  const draft = board.drafts.find(({ members }) => members.some((one) => one.id === personId));
  const present = draft?.members.filter((one) => one.id !== personId).map((one) => one.name);
  return (
    <div className={house.stack}>
      <p className={`${house.prose} ${house.quiet}`}>
        {present === undefined ? t('tab.others.alone') : t('tab.others.present', { names: list(present) })}
      </p>
      <AskedView asked={asked} waiting={<Spinner size="tiny" label={t('tab.others.waiting')} labelPosition="after" />}>
        {(found) => (
          <Found
            found={found}
            name={name}
            newcomer={{ roundId, personId, onAsked }}
            onSee={(other) => onChoose(bringingTogether(board, personId, other))}
          />
        )}
      </AskedView>
    </div>
  );
};

/** Why these and not others: with whom somebody could be instead, what that costs, and the way to the change. */
export const WhoElse = (props: WhoElseProps) => {
  const { t } = useWords();
  const house = useHouse();
  const [open, setOpen] = useState(false);
  useSteadyWidth(open);
  const asked = (): void => {
    setOpen(false);
    props.onChoose([]);
  };
  const name = namesOn(props.board).get(props.personId) ?? '';
  return (
    <Dialog open={open} onOpenChange={(_event, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button>{t('tab.others.ask')}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('tab.others.title', { name })}</DialogTitle>
          <DialogContent>
            <Panel {...props} onAsked={asked} />
          </DialogContent>
          <DialogActions className={house.above}>
            <DialogTrigger disableButtonEnhancement>
              <Button>{t('tab.action.close')}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
