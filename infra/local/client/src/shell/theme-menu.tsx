import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { DarkThemeRegular } from '@fluentui/react-icons';
import { type ThemeName, themeNames } from '../themes.js';
import { t } from '../words.js';

const labels: Readonly<Record<ThemeName, string>> = {
  default: t('theme.default'),
  dark: t('theme.dark'),
  contrast: t('theme.contrast'),
};

/** The three themes of the Teams client. */
export const ThemeMenu = ({ theme, onTheme }: { readonly theme: ThemeName; readonly onTheme: (theme: ThemeName) => void }) => (
  <Menu
    checkedValues={{ theme: [theme] }}
    onCheckedValueChange={(_event, { checkedItems }) => {
      const chosen = themeNames.find((name) => name === checkedItems[0]);
      if (chosen !== undefined) onTheme(chosen);
    }}
  >
    <MenuTrigger disableButtonEnhancement>
      <Button appearance="subtle" icon={<DarkThemeRegular />} aria-label={t('theme.label', { name: labels[theme] })} />
    </MenuTrigger>
    <MenuPopover>
      <MenuList>
        {themeNames.map((name) => (
          <MenuItemRadio key={name} name="theme" value={name}>
            {labels[name]}
          </MenuItemRadio>
        ))}
      </MenuList>
    </MenuPopover>
  </Menu>
);
