import type { FeedbackBoard } from '@coaching-pairs/shared/wire/feedback';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, MessageBar, MessageBarBody, makeStyles, mergeClasses, ToggleButton } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { LockOpenRegular } from '@fluentui/react-icons/svg/lock-open';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { NameFilter } from '../../../components/name-filter.js';
import { Section } from '../../../components/section.js';
import { ShowMore } from '../../../components/show-more.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { ChoosablePerson } from '../matching/choosable-person.js';
import { useGroupCard } from '../matching/group-card.js';
import { type FeedbackChanges, useFeedbackChanges } from './use-board.js';

const useFootStyles = makeStyles({ foot: { marginTop: 'auto' } });

type Group = FeedbackBoard['groups'][number];
type Choosing = { readonly chosen: readonly string[]; readonly onChoose: (id: string) => void; readonly changes: FeedbackChanges };

/** Whether somebody of a group is meant by what was typed. */
export const isSought = (sought: string, members: readonly Named[]): boolean =>
  members.some(({ name }) => name.toLowerCase().includes(sought.trim().toLowerCase()));

const GroupCard = ({ group, chosen, onChoose, changes }: Choosing & { readonly group: Group }) => {
  const { t, list } = useWords();
  const card = useGroupCard();
  const styles = useFootStyles();
  const names = list(group.members.map(({ name }) => name));
  const touched = group.members.some(({ id }) => chosen.includes(id));
  const lock = (): void =>
    changes.lock(
      group.members.map(({ id }) => id),
      !group.locked,
    );
  return (
    <li className={mergeClasses(card.card, touched && card.chosen)}>
      {group.members.map((one) => (
        <ChoosablePerson key={one.id} person={one} chosen={chosen.includes(one.id)} onChoose={onChoose} />
      ))}
      <div className={styles.foot}>
        <ToggleButton
          size="small"
          appearance="subtle"
          checked={group.locked}
          disabledFocusable={changes.running}
          icon={group.locked ? <LockClosedRegular /> : <LockOpenRegular />}
          aria-label={t(group.locked ? 'tab.board.lockedFor' : 'tab.board.lockFor', { names })}
          onClick={lock}
        >
          {group.locked ? t('tab.board.lockedShort') : t('tab.board.lock')}
        </ToggleButton>
      </div>
    </li>
  );
};

/** How the wishes are met over all; nothing where a number would tell of somebody (CP-82, C-03). */
export const Counts = ({ board }: { readonly board: FeedbackBoard }) => {
  const { t } = useWords();
  const house = useHouse();
  const { counts } = board;
  return (
    <div className={house.tight}>
      <p className={house.prose}>{counts === null ? t('tab.feedbackPairs.noCounts') : t('tab.feedbackPairs.counts', counts)}</p>
      <span className={house.small}>{t('tab.feedbackPairs.countsOnce')}</span>
    </div>
  );
};

const Alone = ({ board, chosen, onChoose }: Omit<Choosing, 'changes'> & { readonly board: FeedbackBoard }) => {
  const { t } = useWords();
  const house = useHouse();
  if (board.alone.length === 0) return null;
  return (
    <div className={house.tight}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t('tab.feedbackPairs.alone', { count: board.alone.length })}</MessageBarBody>
      </MessageBar>
      <ul className={house.grid}>
        {board.alone.map((one) => (
          <li key={one.id}>
            <ChoosablePerson person={one} chosen={chosen.includes(one.id)} onChoose={onChoose} why="" />
          </li>
        ))}
      </ul>
    </div>
  );
};

const useChosen = (board: FeedbackBoard, changes: FeedbackChanges) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const [pressed, setPressed] = useState<readonly string[]>([]);
  const everybody = [...board.groups.flatMap(({ members }) => members), ...board.alone];
  const chosen = pressed.filter((id) => everybody.some((one) => one.id === id));
  const choose = (id: string): void => setPressed(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-2));
  const [one, other] = chosen;
  const together = board.groups.some(
    ({ members }) => chosen.length === 2 && chosen.every((id) => members.some((member) => member.id === id)),
  );
  const swap = (): void => {
    if (one === undefined || other === undefined) return;
    changes.swap(one, other, () => {
      setPressed([]);
      feedback.done(t('tab.feedbackPairs.swapped'));
    });
  };
  const names = chosen.map((id) => everybody.find((person) => person.id === id)?.name ?? '');
  return { chosen, choose, swap, names, ready: chosen.length === 2 && !together, clear: (): void => setPressed([]) };
};

const SwapBar = ({ choosing, running }: { readonly choosing: ReturnType<typeof useChosen>; readonly running: boolean }) => {
  const { t, list } = useWords();
  const house = useHouse();
  return (
    <div aria-live="polite">
      {choosing.chosen.length > 0 && (
        <div className={house.row}>
          <strong>
            {t(choosing.ready ? 'tab.feedbackPairs.swapTwo' : 'tab.feedbackPairs.chooseOther', { names: list(choosing.names) })}
          </strong>
          {choosing.ready && (
            <Button appearance="primary" disabledFocusable={running} onClick={choosing.swap}>
              {t('tab.feedbackPairs.swap')}
            </Button>
          )}
          <Button onClick={choosing.clear}>{t('tab.board.clear')}</Button>
        </div>
      )}
    </div>
  );
};

const Actions = ({ roundId, board }: { readonly roundId: string; readonly board: FeedbackBoard }) => {
  const { t } = useWords();
  const house = useHouse();
  const [telling, setTelling] = useState(false);
  const again = useChange(routes.pairFeedback, { outdates: [keys.round(roundId)] });
  const announce = useChange(routes.announceFeedback, { outdates: [keys.round(roundId)] });
  const params = { roundId };
  const people = board.groups.reduce((sum, { members }) => sum + members.length, 0);
  return (
    <>
      <div className={house.actions}>
        <Button appearance="primary" disabled={board.groups.length === 0} onClick={() => setTelling(true)}>
          {t('tab.feedbackPairs.announce')}
        </Button>
        <Button disabledFocusable={again.isPending} onClick={() => again.mutate({ params, body: {} })}>
          {t('tab.feedbackPairs.again')}
        </Button>
      </div>
      {again.error !== null && <FaultBar fault={again.error} />}
      <ConfirmDialog
        open={telling}
        title={t('tab.feedbackPairs.announce.title')}
        confirm={t('tab.feedbackPairs.announce.confirm')}
        running={announce.isPending}
        onConfirm={() => announce.mutate({ params, body: {} }, { onSuccess: () => setTelling(false) })}
        onClose={() => setTelling(false)}
      >
        <p className={house.prose}>{t('tab.feedbackPairs.announce.text', { count: people })}</p>
        {announce.error !== null && <FaultBar fault={announce.error} />}
      </ConfirmDialog>
    </>
  );
};

/** The pairs before they are announced: looked through, locked, swapped by hand, made again. */
export const MadePairs = ({ roundId, board }: { readonly roundId: string; readonly board: FeedbackBoard }) => {
  const { t } = useWords();
  const house = useHouse();
  const changes = useFeedbackChanges(roundId);
  const choosing = useChosen(board, changes);
  const [sought, setSought] = useState('');
  const shown = board.groups.filter(({ members }) => isSought(sought, members));
  return (
    <Section title={t('tab.feedbackPairs.made.title', { count: board.groups.length })}>
      <p className={house.prose}>{t('tab.feedbackPairs.made.text')}</p>
      <Counts board={board} />
      <Actions roundId={roundId} board={board} />
      <Alone board={board} chosen={choosing.chosen} onChoose={choosing.choose} />
      <NameFilter label={t('tab.people.search')} value={sought} onChange={setSought} />
      <SwapBar choosing={choosing} running={changes.running} />
      <ShowMore items={shown} step={24}>
        {(groups) => (
          <ul className={house.grid}>
            {groups.map((group) => (
              <GroupCard
                key={group.members.map(({ id }) => id).join(' ')}
                group={group}
                chosen={choosing.chosen}
                onChoose={choosing.choose}
                changes={changes}
              />
            ))}
          </ul>
        )}
      </ShowMore>
    </Section>
  );
};
