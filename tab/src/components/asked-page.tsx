import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useHouse } from '../style/house.js';
import { AskedView } from './asked-view.js';
import { Page } from './page.js';

type BackLinkProps = { readonly to: string; readonly children: ReactNode };

/** The way back above the title of a page that is reached from another one. */
export const BackLink = ({ to, children }: BackLinkProps) => (
  <Link to={to} className={useHouse().small}>
    {children}
  </Link>
);

type AskedPageProps<Answer> = {
  readonly title: string;
  /** One line under the title. */
  readonly lead?: ReactNode;
  readonly back: BackLinkProps;
  readonly asked: UseQueryResult<Answer>;
  readonly children: (answer: Answer) => ReactNode;
};

/** A page that is reached from another one and shows one answer: the way back, the title, and what was asked for. */
export const AskedPage = <Answer,>({ title, lead, back, asked, children }: AskedPageProps<Answer>) => (
  <Page title={title} lead={lead} above={<BackLink {...back} />}>
    <AskedView asked={asked}>{children}</AskedView>
  </Page>
);
