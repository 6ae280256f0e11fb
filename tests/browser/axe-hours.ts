/** Every night all of axe's rules are asked for in every theme at both widths; by day all in the light theme, and less in the others. */
export const everything = process.env['AXE_RULES'] === 'all';

const [wide, narrow] = [
  { width: 1280, height: 800 },
  { width: 375, height: 740 },
];

/** How a page of its own is looked at: theme and size of the window. */
export const looks = [
  { theme: 'default', ...wide },
  { theme: 'default', ...narrow },
  ...(everything
    ? ([
        { theme: 'dark', ...wide },
        { theme: 'contrast', ...narrow },
        { theme: 'dark', ...narrow },
      ] as const)
    : []),
  { theme: 'contrast', ...wide },
] as const;
