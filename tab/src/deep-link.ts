import { navigate } from 'wouter/use-hash-location';

const id = '[^/]{1,128}';
const forms: readonly (readonly [RegExp, (found: string, second: string) => string])[] = [
  [new RegExp(`^round/(${id})$`), (roundId) => `/round/${encodeURIComponent(roundId)}`],
  [new RegExp(`^round/(${id})/sessions$`), (roundId) => `/round/${encodeURIComponent(roundId)}/sessions`],
  [new RegExp(`^round/(${id})/wishes$`), (roundId) => `/round/${encodeURIComponent(roundId)}/wishes`],
  [new RegExp(`^round/(${id})/names$`), (roundId) => `/round/${encodeURIComponent(roundId)}/names`],
  [new RegExp(`^round/(${id})/pair$`), (roundId) => `/round/${encodeURIComponent(roundId)}/pair`],
  [new RegExp(`^round/(${id})/guides$`), (roundId) => `/round/${encodeURIComponent(roundId)}/guides`],
  [new RegExp(`^round/(${id})/guides/([a-z0-9-]{1,32})$`), (roundId, name) => `/round/${encodeURIComponent(roundId)}/guides/${name}`],
  [new RegExp(`^round/(${id})/(awayday|awayday-guide)$`), (roundId, page) => `/round/${encodeURIComponent(roundId)}/${page}`],
  [new RegExp(`^round/(${id})/prepare$`), (roundId) => `/round/${encodeURIComponent(roundId)}/guides/get-ready`],
  [new RegExp(`^admin/(${id})$`), (roundId) => `/admin/${encodeURIComponent(roundId)}`],
  [/^(admin)$/, () => '/admin'],
  [/^(about)$/, () => '/about'],
  [/^(resources)$/, () => '/resources'],
  [/^resources\/(guides|skills|feedback|privacy|assessment)$/, (page) => `/resources/${page}`],
  [/^resources\/guides\/([a-z0-9-]{1,32})$/, (name) => `/resources/guides/${name}`],
  [new RegExp(`^round/(${id})/pulse$`), (roundId) => `/round/${encodeURIComponent(roundId)}/pulse`],
  [new RegExp(`^round/(${id})/leading$`), (roundId) => `/round/${encodeURIComponent(roundId)}/leading`],
  [new RegExp(`^round/(${id})/insights$`), (roundId) => `/round/${encodeURIComponent(roundId)}/insights`],
  [new RegExp(`^2-2/engagements/(${id})$`), (engagementId) => `/2-2/engagements/${encodeURIComponent(engagementId)}`],
  [/^2-2\/(coordinator|engagements)$/, (page) => `/2-2/${page}`],
  [/^(hours)$/, () => '/'],
  [/^(notes)$/, () => '/notes'],
  [/^(my-data)$/, () => '/my-data'],
];

/** The page that a deep link's `subPageId` means, e.g. `round/<id>`; null for what is not one of ours. */
export const pageOf = (subPageId: string): string | null => {
  for (const [form, page] of forms) {
    const [, found, second = ''] = form.exec(subPageId) ?? [];
    if (found !== undefined) return page(found, second);
  }
  return null;
};

/** Goes where the link that opened the tab points to. */
export const openDeepLink = (subPageId: string): void => {
  const page = pageOf(subPageId);
  if (page !== null) navigate(page, { replace: true });
};
