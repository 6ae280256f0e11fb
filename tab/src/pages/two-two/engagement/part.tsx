import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PartName } from './next-step.js';

const useStyles = makeStyles({
  /** A part in which there is nothing now leaves no gap. */
  part: { minWidth: 0, ':empty': { display: 'none' } },
});

const idOf = (name: PartName): string => `part-${name}`;

/** Leads the eyes, and whoever reads by ear, to the heading of a part of the page. */
export const goToPart = (name: PartName): void => {
  const heading = document.getElementById(idOf(name))?.querySelector('h2');
  if (!(heading instanceof HTMLElement)) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.parentElement?.scrollIntoView?.({ block: 'start' });
};

/** A part of the page that the next step can lead to. */
export const Part = ({ name, children }: { readonly name: PartName; readonly children: ReactNode }) => (
  <div id={idOf(name)} className={useStyles().part}>
    {children}
  </div>
);
