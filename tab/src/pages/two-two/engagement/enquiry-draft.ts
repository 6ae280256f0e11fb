import type { Enquire } from '@coaching-pairs/shared/wire/engagement';
import type { Named } from '@coaching-pairs/shared/wire/parts';

type Sent = Omit<Enquire, 'opId'>;
export type As = Sent['as'];

/** An enquiry that is being put together; a client is one of the two, and so needs to name the other alone. */
export type EnquiryDraft = {
  readonly as: As;
  readonly one: Named | null;
  readonly other: Named | null;
  readonly dyad: Sent['dyad'] | null;
  readonly withSponsor: boolean;
  readonly sponsor: Named | null;
};

export const emptyDraft = (as: As): EnquiryDraft => ({
  ...{ as, one: null, other: null, dyad: null, withSponsor: false, sponsor: null },
});

/** What keeps it from being sent; each names `tab.twoTwo.enquiry.why.<gap>`. */
export type Gap = 'people' | 'same' | 'dyad' | 'sponsor' | 'sponsor-same';

const sponsorOf = ({ as, withSponsor, sponsor }: EnquiryDraft, me: string): string | null => {
  if (as === 'sponsor') return me;
  return withSponsor ? (sponsor?.id ?? null) : null;
};

/** As it is sent, or what is still missing (TT-01). */
export const enquiryOf = (draft: EnquiryDraft, me: string): { readonly gap: Gap } | { readonly gap: null; readonly sent: Sent } => {
  const { as, dyad, withSponsor } = draft;
  const [one, other] = [as === 'client' ? me : draft.one?.id, draft.other?.id];
  if (one === undefined || other === undefined) return { gap: 'people' };
  const isMine = as !== 'client' && (one === me || other === me);
  if (one === other || isMine) return { gap: 'same' };
  if (dyad === null) return { gap: 'dyad' };
  const sponsorId = sponsorOf(draft, me);
  if (as !== 'sponsor' && withSponsor && sponsorId === null) return { gap: 'sponsor' };
  const isSponsorAmong = sponsorId !== null && (sponsorId === one || sponsorId === other || (as !== 'sponsor' && sponsorId === me));
  return isSponsorAmong ? { gap: 'sponsor-same' } : { gap: null, sent: { as, dyad, clientIds: [one, other], sponsorId } };
};
