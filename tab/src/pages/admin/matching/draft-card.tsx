import type { BoardProposal } from '@coaching-pairs/shared/wire/board';
import { Badge, Button, makeStyles, mergeClasses, ToggleButton, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { LockOpenRegular } from '@fluentui/react-icons/svg/lock-open';
import { Link } from 'wouter';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { ChoosablePerson } from './choosable-person.js';
import { useGroupCard } from './group-card.js';
import type { Hands } from './hands.js';
import type { BoardChanges } from './use-board-changes.js';

const useStyles = makeStyles({
  reasons: { paddingLeft: tokens.spacingHorizontalL },
  two: { fontWeight: tokens.fontWeightSemibold },
  foot: { marginTop: 'auto', justifyContent: 'space-between' },
});

export const ProposalNotes = ({ roundId, proposal }: { readonly roundId: string | null; readonly proposal: BoardProposal }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <>
      {(proposal.byHand || proposal.fresh || proposal.leansOn !== null || proposal.unconfirmed) && (
        <div className={house.row} style={{ gap: 6 }}>
          {proposal.fresh && (
            <Badge appearance="tint" color="brand">
              {t('tab.board.fresh')}
            </Badge>
          )}
          {proposal.byHand && <Badge appearance="outline">{t('tab.board.byHand')}</Badge>}
          {proposal.leansOn !== null && (
            <Badge appearance="tint" color="warning">
              {t('tab.board.inOneLine')}
            </Badge>
          )}
          {proposal.unconfirmed && (
            <Badge appearance="tint" color="danger">
              {t('tab.board.unconfirmed')}
            </Badge>
          )}
        </div>
      )}
      {proposal.members.length > 2 && <span className={house.small}>{t('tab.board.trio')}</span>}
      {proposal.leansOn !== null && <span className={house.small}>{proposal.leansOn}</span>}
      {proposal.unconfirmed && roundId !== null && (
        <Link to={`/admin/${encodeURIComponent(roundId)}/organisation`} className={house.small}>
          {t('tab.board.resolve')}
        </Link>
      )}
    </>
  );
};

const Reasons = ({ label, reasons }: { readonly label: string; readonly reasons: readonly string[] }) => {
  const house = useHouse();
  const styles = useStyles();
  if (reasons.length === 0) return null;
  return (
    <ul className={mergeClasses(house.bullets, house.small, styles.reasons)} aria-label={label}>
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
};

type DraftCardProps = {
  readonly roundId: string;
  readonly draft: BoardProposal;
  readonly hands: Hands;
  readonly changes: BoardChanges;
};

/** One drafted match with its reasons, and what can be done to it. */
export const DraftCard = ({ roundId, draft, hands, changes }: DraftCardProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  const group = useGroupCard();
  const styles = useStyles();
  const names = list(draft.members.map((one) => one.name));
  const touched = draft.members.some((one) => hands.chosen.includes(one.id));
  return (
    <li className={mergeClasses(group.card, touched && group.chosen)}>
      {draft.members.map((one) => (
        <ChoosablePerson key={one.id} person={one} chosen={hands.chosen.includes(one.id)} onChoose={hands.onChoose} hands={hands} />
      ))}
      {draft.links.length === 0 && <Reasons label={t('tab.match.reasons')} reasons={draft.reasons} />}
      {draft.links.map((link) => {
        const two = list(link.members.map((one) => one.name));
        return (
          <div key={two} className={house.tight}>
            <span className={mergeClasses(house.small, styles.two)}>{two}</span>
            <Reasons label={t('tab.board.reasonsOf', { names: two })} reasons={link.reasons} />
          </div>
        );
      })}
      <ProposalNotes roundId={roundId} proposal={draft} />
      <div className={mergeClasses(house.row, styles.foot)}>
        <ToggleButton
          size="small"
          appearance="subtle"
          checked={draft.locked}
          disabled={changes.running}
          icon={draft.locked ? <LockClosedRegular /> : <LockOpenRegular />}
          aria-label={t(draft.locked ? 'tab.board.lockedFor' : 'tab.board.lockFor', { names })}
          onClick={() => changes.lock(draft, !draft.locked)}
        >
          {draft.locked ? t('tab.board.lockedShort') : t('tab.board.lock')}
        </ToggleButton>
        <Button
          size="small"
          appearance="subtle"
          disabled={changes.running || draft.locked}
          aria-label={t('tab.board.takeApartFor', { names })}
          onClick={() => changes.takeApart(draft)}
        >
          {t('tab.board.takeApart')}
        </Button>
      </div>
    </li>
  );
};
