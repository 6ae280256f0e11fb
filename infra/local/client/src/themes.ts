import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { useState } from 'react';

/** Named as the Teams client names them to a tab. */
export const themeNames = ['default', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

export const themes: Readonly<Record<ThemeName, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

const key = 'sandbox-theme';

const preferred = (): ThemeName => {
  const kept = window.localStorage.getItem(key);
  const known = themeNames.find((name) => name === kept);
  if (known !== undefined) return known;
  if (window.matchMedia('(forced-colors: active)').matches) return 'contrast';
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
};

/** The theme as last chosen here; before that, as the machine prefers it. */
export const useTheme = (): readonly [ThemeName, (name: ThemeName) => void] => {
  const [name, setName] = useState(preferred);
  return [
    name,
    (next) => {
      window.localStorage.setItem(key, next);
      setName(next);
    },
  ];
};
