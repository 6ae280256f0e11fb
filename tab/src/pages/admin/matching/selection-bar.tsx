import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { FaultBar } from '../../../components/fault-bar.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type KnownBoard, namesOn, type Plan, planFor } from './selection.js';
import type { BoardChanges } from './use-board-changes.js';
import { focusOn } from './use-board-keys.js';
import { useChecks, type Verdict } from './use-checks.js';
import { WhoElse } from './who-else.js';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: tokens.spacingVerticalM,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  verdict: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
});

const VerdictLine = ({ verdict, names }: { readonly verdict: Verdict; readonly names: ReadonlyMap<string, string> }) => {
  const { t, list } = useWords();
  const styles = useStyles();
  const house = useHouse();
  const who = list(verdict.members.map((id) => names.get(id) ?? ''));
  return (
    <li className={styles.verdict}>
      {verdict.allowed ? (
        <CheckmarkCircleRegular fontSize={20} className={styles.good} aria-hidden />
      ) : (
        <DismissCircleRegular fontSize={20} className={styles.bad} aria-hidden />
      )}
      <span className={house.tight}>
        <span>{verdict.allowed ? t('tab.check.allowed', { names: who }) : t('tab.check.refused', { names: who })}</span>
        {verdict.reasons.map((reason) => (
          <span key={reason} className={house.small}>
            {reason}
          </span>
        ))}
        {verdict.cost !== null && <span className={house.small}>{verdict.cost}</span>}
      </span>
    </li>
  );
};

/** What follows once the rules have allowed what was chosen: it is done, or the keyboard is brought to where it is done. */
export type Then = 'do' | 'focus' | null;

type SelectionBarProps = {
  readonly roundId: string;
  readonly board: KnownBoard;
  readonly chosen: readonly string[];
  /** The same, and whoever is only looked at while somebody is dragged or the keyboard comes by. */
  readonly considered: readonly string[];
  readonly then: Then;
  readonly changes: BoardChanges;
  readonly onChoose: (ids: readonly string[]) => void;
  readonly onThen: () => void;
};

const groupsOf = (plan: Plan | null) => (plan !== null && 'groups' in plan ? plan.groups : []);

const useLead = (plan: Plan | null, who: string): string => {
  const { t } = useWords();
  return plan === null ? '' : t(`tab.check.${plan.kind}`, { names: who });
};

const Verdicts = ({ checks, names }: { readonly checks: ReturnType<typeof useChecks>; readonly names: ReadonlyMap<string, string> }) => {
  const { t } = useWords();
  const house = useHouse();
  if (checks.fault !== null) return <FaultBar fault={checks.fault} />;
  if (checks.verdicts === null) return <Spinner size="tiny" label={t('tab.check.asking')} labelPosition="after" />;
  return (
    <ul className={house.list}>
      {checks.verdicts.map((verdict) => (
        <VerdictLine key={verdict.members.join(' ')} verdict={verdict} names={names} />
      ))}
    </ul>
  );
};

/** Brings the keyboard here with whoever the panel of others has chosen: the panel is gone by then, and with it what had the focus. */
const useBringing = (bar: RefObject<HTMLDivElement | null>, onChoose: SelectionBarProps['onChoose']) => {
  const [brought, setBrought] = useState(0);
  useEffect(() => {
    if (brought > 0) bar.current?.focus();
  }, [bar, brought]);
  return (ids: readonly string[]): void => {
    onChoose(ids);
    setBrought(brought + 1);
  };
};

/** Says what choosing these people would come to, what the rules think of it, and does it. */
export const SelectionBar = ({ roundId, board, chosen, considered, then, changes, onChoose, onThen }: SelectionBarProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const plan = planFor(board, considered);
  const groups = groupsOf(plan);
  const checks = useChecks(roundId, groups);
  const names = namesOn(board);
  const lead = useLead(plan, list(considered.map((id) => names.get(id) ?? '')));
  const allowed = groups.length > 0 && checks.verdicts?.every((one) => one.allowed) === true;
  const settled = considered === chosen;
  const bar = useRef<HTMLDivElement>(null);
  const doing = (): HTMLElement | null => bar.current?.querySelector<HTMLElement>('[data-does]') ?? null;
  const bring = useBringing(bar, onChoose);
  const act = (): void => {
    const byKeyboard = doing()?.matches(':focus-visible') === true;
    const done = (): void => {
      onChoose([]);
      if (byKeyboard && chosen[0] !== undefined) focusOn(chosen[0]);
    };
    if (plan?.kind === 'swap') changes.swap(plan.one, plan.other, done);
    if (plan?.kind === 'pair') changes.pair(chosen, done);
  };
  useEffect(() => {
    if (then === null || !settled || !allowed || changes.running) return;
    onThen();
    if (then === 'do') act();
    else doing()?.focus();
  });
  return (
    <div ref={bar} tabIndex={-1} aria-live="polite" {...(plan === null ? {} : { className: styles.bar })}>
      {plan !== null && (
        <>
          <strong>{lead}</strong>
          {groups.length > 0 && <Verdicts checks={checks} names={names} />}
          {settled && (
            <div className={house.row}>
              {groups.length > 0 && (
                <Button data-does appearance="primary" disabled={!allowed || changes.running} onClick={act}>
                  {plan.kind === 'pair' ? t('tab.board.pair') : t('tab.board.swap')}
                </Button>
              )}
              {plan.kind === 'one' && <WhoElse roundId={roundId} board={board} personId={chosen[0] ?? ''} onChoose={bring} />}
              <Button onClick={() => onChoose([])}>{t('tab.board.clear')}</Button>
            </div>
          )}
        </>
      )}
    </div>
  );
};
