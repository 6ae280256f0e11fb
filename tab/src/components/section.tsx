import { mergeClasses } from '@fluentui/react-components';
import { type ReactNode, type RefObject, useId } from 'react';
import { useHouse } from '../style/house.js';

type SectionProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** Marks the one card that asks for something. */
  readonly accent?: boolean;
  readonly aside?: ReactNode;
  /** For whom something has changed here: the heading can then have the focus. */
  readonly headingRef?: RefObject<HTMLHeadingElement | null>;
};

/** A card with a heading, and a region by the same name. */
export const Section = ({ title, children, accent = false, aside, headingRef }: SectionProps) => {
  const house = useHouse();
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={mergeClasses(house.card, accent && house.accent)}>
      <div className={house.spread}>
        <h2 id={heading} className={house.heading} {...(headingRef === undefined ? {} : { ref: headingRef, tabIndex: -1 })}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
};
