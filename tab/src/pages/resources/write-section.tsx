import { originName, originUrl } from '@coaching-pairs/shared/guidance/about';
import type { Resources } from '@coaching-pairs/shared/wire/closing';
import { Field, Link, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { AskedView } from '../../components/asked-view.js';
import { DoButton } from '../../components/do-button.js';
import { Section } from '../../components/section.js';
import { WhoReads } from '../../components/who-reads.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { openInTeams } from '../../teams.js';
import { useResources } from './use-resources.js';

type MyRound = Resources['rounds'][number];

/** So much fits an address. */
const longest = 1_000;

/** What the reader sends themselves, in a chat with those who run their round (CP-92). */
const Letter = ({ round, chat }: { readonly round: MyRound; readonly chat: string }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const [text, setText] = useState('');
  const names = list(round.organisers.map(({ name }) => name));
  return (
    <>
      <Field
        className={house.field}
        label={t('tab.resources.write.field')}
        hint={<WhoReads text={t('tab.resources.write.reads', { names })} />}
      >
        <Textarea rows={4} resize="vertical" maxLength={longest} value={text} onChange={(_event, { value }) => setText(value)} />
      </Field>
      <div className={house.actions}>
        <DoButton
          whyNot={text.trim() === '' ? t('tab.resources.write.empty') : null}
          appearance="secondary"
          onClick={() => text.trim() !== '' && openInTeams(`${chat}&message=${encodeURIComponent(text.trim())}`)}
        >
          {t('tab.resources.write.open')}
        </DoButton>
      </div>
    </>
  );
};

const ToOrganisers = ({ rounds }: Pick<Resources, 'rounds'>) => {
  const { t } = useWords();
  const house = useHouse();
  const [chosen, setChosen] = useState('');
  const round = rounds.find(({ id }) => id === chosen) ?? rounds[0];
  if (round === undefined) return <p className={`${house.prose} ${house.quiet}`}>{t('tab.resources.write.noRound')}</p>;
  return (
    <>
      <p className={house.prose}>{t('tab.resources.write.text')}</p>
      {rounds.length > 1 && (
        <Field className={house.field} label={t('tab.resources.write.round')}>
          <Select value={round.id} select={{ className: house.select }} onChange={(_event, { value }) => setChosen(value)}>
            {rounds.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {round.chat === null ? (
        <p className={`${house.prose} ${house.quiet}`}>{t('tab.resources.write.noChat')}</p>
      ) : (
        <Letter round={round} chat={round.chat} />
      )}
    </>
  );
};

const marker = '\u0001';

/** Where experiences go: to those who run the reader's round, and to the author of the idea. */
export const WriteSection = () => {
  const { t } = useWords();
  const house = useHouse();
  const [before, after] = t('tab.resources.write.author', { site: marker }).split(marker);
  return (
    <Section title={t('tab.resources.write.title')}>
      <AskedView asked={useResources()}>{({ rounds }) => <ToOrganisers rounds={rounds} />}</AskedView>
      <p className={`${house.prose} ${house.small}`}>
        {before}
        <Link href={originUrl} target="_blank" rel="noreferrer" inline>
          {originName}
        </Link>
        {after}
      </p>
    </Section>
  );
};
