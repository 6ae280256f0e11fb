import { type ReactNode, useEffect, useRef } from 'react';
import { useHouse } from '../style/house.js';

let shownBefore = false;

type PageProps = {
  readonly title: string;
  /** One line under the title. */
  readonly lead?: ReactNode;
  readonly above?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A page with its title; whoever comes from another page of the tab starts reading there. */
export const Page = ({ title, lead, above, aside, children }: PageProps) => {
  const house = useHouse();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (shownBefore) heading.current?.focus();
    shownBefore = true;
  }, []);
  return (
    <div className={house.page}>
      <header className={house.tight}>
        {above}
        <div className={house.head}>
          <h1 ref={heading} tabIndex={-1} className={house.title}>
            {title}
          </h1>
          {aside}
        </div>
        {lead !== undefined && <div className={house.quiet}>{lead}</div>}
      </header>
      {children}
    </div>
  );
};
