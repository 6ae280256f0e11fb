import type { MyRound, Nominees } from '@coaching-pairs/shared/wire/mine';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { AskedView, Waiting } from '../../components/asked-view.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { FaultBar } from '../../components/fault-bar.js';
import { useFeedback } from '../../components/feedback.js';
import { NameFilter } from '../../components/name-filter.js';
import { WhoReads } from '../../components/who-reads.js';
import { keys } from '../../data/keys.js';
import { useAsked } from '../../data/use-asked.js';
import { useChange } from '../../data/use-change.js';
import { useSettled } from '../../data/use-settled.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

const useNominees = (roundId: string, text: string, enabled: boolean) => {
  const q = useSettled(text.trim());
  return useAsked(routes.nominees, { key: keys.nominees(roundId, q), params: { roundId }, query: { q }, enabled });
};

type ListProps = { readonly found: Nominees; readonly chosen: string | null; readonly onChoose: (id: string) => void };

/** Whom one may name; beside whoever is not possible the reason, as far as one may read it (CP-24d). */
const NomineeList = ({ found, chosen, onChoose }: ListProps) => {
  const { t } = useWords();
  const house = useHouse();
  if (found.people.length === 0) return <p className={house.prose}>{t('tab.suggest.nobody')}</p>;
  return (
    <div className={house.tight}>
      <Field label={t('tab.suggest.list')}>
        <RadioGroup value={chosen ?? ''} onChange={(_event, { value }) => onChoose(value)}>
          {found.people.map(({ person, standing, why }) => (
            <Radio
              key={person.id}
              value={person.id}
              disabled={standing === 'not-possible'}
              label={
                <span className={house.tight}>
                  <span>{person.functionName === null ? person.name : `${person.name} · ${person.functionName}`}</span>
                  {why !== null && <span className={house.small}>{why}</span>}
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      {found.more > 0 && <p className={`${house.prose} ${house.quiet}`}>{t('tab.suggest.more', { count: found.more })}</p>}
    </div>
  );
};

/** What becomes of the match that lies before them, and who reads what, before anything is done (CP-30, CP-33). */
const Beforehand = ({ round }: { readonly round: MyRound }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const { match } = round;
  const present = match.kind === 'asked' || match.kind === 'waiting' ? match.partners : [];
  return (
    <>
      <p className={house.prose}>{t('tab.suggest.text')}</p>
      <ul className={house.bullets}>
        {present.length > 0 && <li>{t('tab.suggest.ends', { names: list(present.map(({ name }) => name)), count: present.length })}</li>}
        <li>{t('tab.suggest.guess')}</li>
      </ul>
    </>
  );
};

/** Asks, and says what became of it: asked, first with the people partner, or formed at once where both named each other. */
const useSuggesting = (round: MyRound, onDone: () => void) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const change = useChange(routes.suggestPartner, { answers: keys.me });
  const ask = (personId: string, name: string): void =>
    change.mutate(
      { params: { roundId: round.id }, body: { personId } },
      {
        onSuccess: (me) => {
          const now = me.rounds.find(({ id }) => id === round.id)?.match;
          const isHeld = now?.kind === 'waiting' && now.suggested === 'held';
          const formed = now?.kind === 'paired' ? t('tab.suggest.doneFormed', { name }) : null;
          feedback.done(formed ?? (isHeld ? t('tab.suggest.doneHeld') : t('tab.suggest.done', { name })));
          onDone();
        },
      },
    );
  return { ask, change };
};

type SuggestDialogProps = { readonly round: MyRound; readonly open: boolean; readonly onClose: () => void };

/** Names the partner one would rather have (CP-31). */
export const SuggestDialog = ({ round, open, onClose }: SuggestDialogProps) => {
  const { t } = useWords();
  const house = useHouse();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useNominees(round.id, text, open);
  const { ask, change } = useSuggesting(round, onClose);
  const nominee = found.data?.people.find(({ person, standing }) => person.id === chosen && standing !== 'not-possible')?.person;
  return (
    <ConfirmDialog
      open={open}
      title={t('tab.suggest.title')}
      confirm={t('tab.suggest.ask')}
      running={change.isPending}
      ready={nominee !== undefined}
      onConfirm={() => nominee !== undefined && ask(nominee.id, nominee.name)}
      onClose={onClose}
    >
      <Beforehand round={round} />
      <div className={house.tight}>
        <NameFilter label={t('tab.suggest.find')} value={text} onChange={setText} />
        <WhoReads text={t('tab.suggest.reads')} />
      </div>
      <AskedView asked={found} waiting={<Waiting lines={4} />}>
        {(nominees) => <NomineeList found={nominees} chosen={chosen} onChoose={setChosen} />}
      </AskedView>
      {change.error !== null && <FaultBar fault={change.error} />}
    </ConfirmDialog>
  );
};

/** *Suggest someone*, where that is possible now. */
export const SuggestSomeone = ({ round, size = 'medium' }: { readonly round: MyRound; readonly size?: 'medium' | 'large' }) => {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [times, setTimes] = useState(0);
  if (!round.maySuggest) return null;
  return (
    <>
      <Button
        size={size}
        onClick={() => {
          setTimes(times + 1);
          setOpen(true);
        }}
      >
        {t('tab.suggest.open')}
      </Button>
      <SuggestDialog key={times} round={round} open={open} onClose={() => setOpen(false)} />
    </>
  );
};
