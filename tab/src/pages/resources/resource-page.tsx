import { tabLink } from '@coaching-pairs/shared/wire/tab-link';
import { Button } from '@fluentui/react-components';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import type { ReactNode } from 'react';
import { BackLink } from '../../components/asked-page.js';
import { Page } from '../../components/page.js';
import { useWords } from '../../session.js';
import { Credit } from '../about/guidance-sections.js';
import { useCopying, useResources } from './use-resources.js';

/** Copies an address that opens a page of the tab in Teams in one click, for whoever is in a round or not (CP-90). */
export const CopyLink = ({ place }: { readonly place: string }) => {
  const { t } = useWords();
  const copy = useCopying();
  const { data } = useResources();
  return (
    <Button
      icon={<LinkRegular />}
      aria-label={t('tab.resources.copyThis')}
      style={{ whiteSpace: 'nowrap' }}
      disabledFocusable={data === undefined}
      onClick={() => data !== undefined && copy(tabLink(data.appId, place), t('tab.resources.copied'))}
    >
      {t('tab.resources.copy')}
    </Button>
  );
};

type ResourcePageProps = {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Of the page, as links name it. */
  readonly place: string;
  readonly children: ReactNode;
};

/** One piece of guidance, with the way back, a link to be sent round, and whose idea it is. */
export const ResourcePage = ({ title, lead, place, children }: ResourcePageProps) => {
  const { t } = useWords();
  return (
    <Page
      title={title}
      lead={lead}
      above={<BackLink to="/resources">{t('tab.resources.all')}</BackLink>}
      aside={<CopyLink place={place} />}
    >
      {children}
      <Credit />
    </Page>
  );
};
