import { makeStaticStyles } from '@fluentui/react-components';

/** What is of no use on paper, within what stands there. */
export const unprinted = 'unprinted';

/** On paper stands alone what is marked with `data-paper`. */
export const usePaper = makeStaticStyles(`@media print {
  body * { visibility: hidden; }
  [data-paper], [data-paper] * { visibility: visible; color: black; }
  [data-paper] { position: absolute; left: 0; top: 0; }
  .unprinted { display: none !important; }
}`);
