import { instant } from '@coaching-pairs/shared/ids';
import { routes } from '@coaching-pairs/shared/wire/routes';
import type { MyCoaching } from '@coaching-pairs/shared/wire/two-two';
import { Field, Input, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { AskedPage } from '../../components/asked-page.js';
import { DoButton } from '../../components/do-button.js';
import { FaultBar } from '../../components/fault-bar.js';
import { useFeedback } from '../../components/feedback.js';
import { Section } from '../../components/section.js';
import { WhoReads } from '../../components/who-reads.js';
import { twoTwoKeys, useMyCoaching } from '../../data/two-two.js';
import { useChange } from '../../data/use-change.js';
import { useSession, useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { IcfCode } from './explainer-page.js';
import { draftOf, ProfileFields, profileOf } from './profile-fields.js';

/** A coach accepts the code by their own name; once they have, they read since when (TT-30). */
const Code = ({ mine }: { readonly mine: MyCoaching }) => {
  const { words, zone } = useSession();
  const { t, dateAt } = words;
  const house = useHouse();
  const feedback = useFeedback();
  const [name, setName] = useState('');
  const accepting = useChange(routes.acceptCode, { answers: twoTwoKeys.mine, onDone: () => feedback.done(t('tab.twoTwo.code.done')) });
  const { commitment } = mine;
  const accept = () => name.trim() !== '' && accepting.mutate({ body: { name: name.trim() } });
  return (
    <Section title={t('tab.twoTwo.code.title')} accent={commitment === null}>
      <IcfCode />
      {commitment !== null ? (
        <p className={house.prose}>
          {t('tab.twoTwo.code.accepted', { name: commitment.name, date: dateAt(instant(commitment.at), zone) })}
        </p>
      ) : (
        <>
          <p className={house.prose}>{t('tab.twoTwo.code.text')}</p>
          <Field className={house.field} label={t('tab.twoTwo.code.name')} hint={<WhoReads text={t('tab.twoTwo.reads.coordinators')} />}>
            <Input maxLength={120} autoComplete="name" value={name} onChange={(_event, { value }) => setName(value)} />
          </Field>
          {accepting.error !== null && <FaultBar fault={accepting.error} />}
          <div className={house.actions}>
            <DoButton whyNot={name.trim() === '' ? t('tab.twoTwo.code.why') : null} running={accepting.isPending} onClick={accept}>
              {t('tab.twoTwo.code.accept')}
            </DoButton>
          </div>
        </>
      )}
    </Section>
  );
};

const Profile = ({ mine }: { readonly mine: MyCoaching }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [about, setAbout] = useState(mine.about);
  const [draft, setDraft] = useState(draftOf(mine));
  const saving = useChange(routes.saveMyCoaching, { answers: twoTwoKeys.mine, onDone: () => feedback.done(t('tab.twoTwo.saved')) });
  return (
    <Section title={t('tab.twoTwo.mine.profile')}>
      <p className={house.prose}>{t('tab.twoTwo.mine.text')}</p>
      <Field className={house.field} label={t('tab.twoTwo.field.about')} hint={<WhoReads text={t('tab.twoTwo.reads.profile')} />}>
        <Textarea rows={6} resize="vertical" maxLength={1_500} value={about} onChange={(_event, { value }) => setAbout(value)} />
      </Field>
      <ProfileFields draft={draft} onChange={setDraft} reads={t('tab.twoTwo.reads.profile')} />
      {saving.error !== null && <FaultBar fault={saving.error} />}
      <div className={house.actions}>
        <DoButton
          whyNot={null}
          running={saving.isPending}
          onClick={() => saving.mutate({ body: { about: about.trim(), ...profileOf(draft) } })}
        >
          {t('tab.twoTwo.save')}
        </DoButton>
      </div>
    </Section>
  );
};

/** A coach's own entry in the register. */
export const MyCoachingPage = () => {
  const { t } = useWords();
  const house = useHouse();
  const asked = useMyCoaching();
  return (
    <AskedPage title={t('tab.twoTwo.mine.title')} back={{ to: '/2-2', children: t('tab.twoTwo.back') }} asked={asked}>
      {(mine) => (
        <div className={house.parts}>
          <Code mine={mine} />
          <Profile mine={mine} />
        </div>
      )}
    </AskedPage>
  );
};
