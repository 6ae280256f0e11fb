import { makeStaticStyles } from '@fluentui/react-components';

/** On paper stands alone what is marked with `data-paper`. */
export const usePaper = makeStaticStyles(`@media print {
  body * { visibility: hidden; }
  [data-paper], [data-paper] * { visibility: visible; color: black; }
  [data-paper] { position: absolute; left: 0; top: 0; }
}`);
