import type { MyMatch, MyRound } from '@coaching-pairs/shared/wire/mine';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { FaultBar } from '../../components/fault-bar.js';
import { People } from '../../components/person.js';
import { Section } from '../../components/section.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { DeclineDialog } from './decline-dialog.js';
import { AnswerDay, MatchQuestion, Reasons } from './match-words.js';
import { OwnWords } from './own-words.js';
import { SuggestSomeone } from './suggest-dialog.js';
import { useMatchAnswer } from './use-match-answer.js';

type Open = Extract<MyMatch, { kind: 'asked' | 'waiting' }>;

/** A proposed match before everybody in it has said yes (CP-24, CP-30). */
export const OpenMatch = ({ round, match }: { readonly round: MyRound; readonly match: Open }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const answer = useMatchAnswer(round.id, match.proposalId);
  const [declining, setDeclining] = useState(false);
  const names = list(match.partners.map((one) => one.name));
  const asked = match.kind === 'asked';
  return (
    <Section title={asked ? t('tab.match.asked.title') : t('tab.match.waiting.title')} accent={asked}>
      <People people={match.partners} size={56} />
      {!asked && <p className={house.prose}>{t('tab.match.waiting.text', { names, count: match.partners.length })}</p>}
      {asked && <MatchQuestion count={match.partners.length} />}
      <Reasons reasons={match.reasons} />
      {asked && <OwnWords said={round.ownWords.match} />}
      {match.partners.length > 1 && <p className={house.prose}>{t('tab.match.trio')}</p>}
      {asked && <p className={house.prose}>{t(match.partners.length > 1 ? 'tab.match.trioEquals' : 'guidance.hierarchyFree.text')}</p>}
      {match.kind === 'asked' && match.answerBy !== null && <AnswerDay day={match.answerBy} />}
      {answer.fault !== null && !declining && <FaultBar fault={answer.fault} />}
      <div className={house.actions}>
        {asked && (
          <Button appearance="primary" size="large" disabled={answer.running} onClick={() => answer.give('accept')}>
            {t('tab.match.accept')}
          </Button>
        )}
        <Button
          size={asked ? 'large' : 'medium'}
          appearance={asked ? 'secondary' : 'subtle'}
          disabled={answer.running}
          onClick={() => setDeclining(true)}
        >
          {t('tab.match.decline')}
        </Button>
        <SuggestSomeone round={round} size={asked ? 'large' : 'medium'} />
      </div>
      <DeclineDialog open={declining} names={names} count={match.partners.length} answer={answer} onClose={() => setDeclining(false)} />
    </Section>
  );
};
