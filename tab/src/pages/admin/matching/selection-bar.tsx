import type { Board } from '@coaching-pairs/shared/wire/board';
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { useEffect, useRef, useState } from 'react';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { namesOn, type Plan, planFor } from './selection.js';
import type { BoardChanges } from './use-board-changes.js';
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

type SelectionBarProps = {
  readonly roundId: string;
  readonly board: Board;
  readonly chosen: readonly string[];
  readonly changes: BoardChanges;
  readonly onChoose: (ids: readonly string[]) => void;
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

/** Says what choosing these people would come to, what the rules think of it, and does it. */
export const SelectionBar = ({ roundId, board, chosen, changes, onChoose }: SelectionBarProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const feedback = useFeedback();
  const plan = planFor(board, chosen);
  const groups = groupsOf(plan);
  const checks = useChecks(roundId, groups);
  const names = namesOn(board);
  const lead = useLead(plan, list(chosen.map((id) => names.get(id) ?? '')));
  const allowed = groups.length > 0 && checks.verdicts?.every((one) => one.allowed) === true;
  const bar = useRef<HTMLDivElement>(null);
  const [brought, setBrought] = useState(0);
  // The panel that led here is gone by then, and with it what had the focus.
  useEffect(() => {
    if (brought > 0) bar.current?.focus();
  }, [brought]);
  const bring = (ids: readonly string[]): void => {
    onChoose(ids);
    setBrought(brought + 1);
  };
  const clear = (): void => onChoose([]);
  const done = (text: string) => (): void => {
    clear();
    feedback.done(text);
  };
  const act = (): void => {
    if (plan?.kind === 'swap') changes.swap(plan.one, plan.other, done(t('tab.board.swapped')));
    if (plan?.kind === 'pair') changes.pair(chosen, done(t('tab.board.paired')));
  };
  return (
    <div ref={bar} tabIndex={-1} aria-live="polite" {...(plan === null ? {} : { className: styles.bar })}>
      {plan !== null && (
        <>
          <strong>{lead}</strong>
          {groups.length > 0 && <Verdicts checks={checks} names={names} />}
          <div className={house.row}>
            {groups.length > 0 && (
              <Button appearance="primary" disabled={!allowed || changes.running} onClick={act}>
                {plan.kind === 'pair' ? t('tab.board.pair') : t('tab.board.swap')}
              </Button>
            )}
            {plan.kind === 'one' && <WhoElse roundId={roundId} board={board} personId={chosen[0] ?? ''} onChoose={bring} />}
            <Button onClick={clear}>{t('tab.board.clear')}</Button>
          </div>
        </>
      )}
    </div>
  );
};
