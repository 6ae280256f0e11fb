import { dyads } from '@coaching-pairs/shared/engagement/engagement';
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { PersonToCoach } from '../person-to-coach.js';
import type { EnquiryDraft } from './enquiry-draft.js';

type FieldsProps = { readonly draft: EnquiryDraft; readonly put: (next: Partial<EnquiryDraft>) => void };

/** Who reads whom somebody names here (C-01). */
const useReads = ({ as }: EnquiryDraft): string =>
  useWords().t(as === 'client' ? 'tab.twoTwo.reads.enquiry' : 'tab.twoTwo.reads.enquiry.theirs');

/** As what somebody enquires: as one of the two, or as who sponsors them. */
export const AsWhat = ({ draft, put }: FieldsProps) => {
  const { t } = useWords();
  return (
    <Field label={t('tab.twoTwo.enquiry.as')}>
      <RadioGroup value={draft.as} onChange={(_event, { value }) => put({ as: value === 'sponsor' ? 'sponsor' : 'client' })}>
        <Radio value="client" label={t('tab.twoTwo.enquiry.as.client')} />
        <Radio value="sponsor" label={t('tab.twoTwo.enquiry.as.sponsor')} />
      </RadioGroup>
    </Field>
  );
};

/** The two leaders; of a client the other one alone. */
export const TheTwo = ({ draft, put }: FieldsProps) => {
  const { t } = useWords();
  const reads = useReads(draft);
  if (draft.as === 'client')
    return (
      <PersonToCoach
        required
        label={t('tab.twoTwo.enquiry.partner')}
        reads={reads}
        chosen={draft.other}
        onChoose={(other) => put({ other })}
      />
    );
  return (
    <>
      <PersonToCoach required label={t('tab.twoTwo.enquiry.one')} reads={reads} chosen={draft.one} onChoose={(one) => put({ one })} />
      <PersonToCoach
        required
        label={t('tab.twoTwo.enquiry.other')}
        reads={reads}
        chosen={draft.other}
        onChoose={(other) => put({ other })}
      />
    </>
  );
};

/** What the two are to each other (TT-03). */
export const Dyad = ({ draft, put }: FieldsProps) => {
  const { t } = useWords();
  const chosen = dyads.find((dyad) => dyad === draft.dyad);
  const kind = draft.as === 'client' ? 'twoTwo.dyad' : 'explainer.dyad';
  return (
    <Field
      required
      label={t(draft.as === 'client' ? 'tab.twoTwo.enquiry.dyad' : 'tab.twoTwo.enquiry.dyad.theirs')}
      hint={<WhoReads text={t(draft.as === 'client' ? 'tab.twoTwo.reads.enquiryDyad' : 'tab.twoTwo.reads.enquiryDyad.theirs')} />}
    >
      <RadioGroup value={chosen ?? ''} onChange={(_event, { value }) => put({ dyad: dyads.find((dyad) => dyad === value) ?? null })}>
        {dyads.map((dyad) => (
          <Radio key={dyad} value={dyad} label={t(`${kind}.${dyad}`)} />
        ))}
      </RadioGroup>
    </Field>
  );
};

/** A sponsor or none; whoever enquires as one is it themselves. */
export const Sponsor = ({ draft, put }: FieldsProps) => {
  const { t } = useWords();
  const reads = useReads(draft);
  if (draft.as === 'sponsor') return null;
  return (
    <>
      <Field label={t('tab.twoTwo.enquiry.sponsor')} hint={t('tab.twoTwo.enquiry.sponsor.hint')}>
        <RadioGroup value={draft.withSponsor ? 'with' : 'none'} onChange={(_event, { value }) => put({ withSponsor: value === 'with' })}>
          <Radio value="none" label={t('tab.twoTwo.enquiry.sponsor.none')} />
          <Radio value="with" label={t('tab.twoTwo.enquiry.sponsor.with')} />
        </RadioGroup>
      </Field>
      {draft.withSponsor && (
        <PersonToCoach
          required
          label={t('tab.twoTwo.enquiry.sponsor.who')}
          reads={reads}
          chosen={draft.sponsor}
          onChoose={(sponsor) => put({ sponsor })}
        />
      )}
    </>
  );
};
