import { makeStaticStyles } from '@fluentui/react-components';

/** Where fingers press: 44 pixels, which is what a fingertip covers. */
const least = '44px';

/**
 * On phones, and wherever fingers are the way to point, all that is pressed is large enough for them, in dialogs and menus too. The
 * selectors begin with `body` because the design system's own sizes would win otherwise.
 */
export const useTouchSizes = makeStaticStyles(`
  @media (max-width: 640px), (pointer: coarse) {
    body .fui-Button, body .fui-Tab, body .fui-MenuItem, body .fui-Option, body .fui-Select__select,
    body .fui-Radio, body .fui-Checkbox, body .fui-Switch { min-height: ${least}; }
    body .fui-Button:has(> .fui-Button__icon:only-child) { min-width: ${least}; }
    body .fui-Radio__label, body .fui-Checkbox__label { align-self: flex-start; }
    body .fui-Combobox { height: auto; }
    body .fui-Input__input, body .fui-Combobox__input { min-height: calc(${least} - 2px); }
    body .fui-MenuItem, body .fui-Option { align-items: center; }
    body nav li > a { box-sizing: border-box; min-height: ${least}; }
    body main header > a, body main > div > a, body main > div > div > a, body main section > a {
      display: inline-flex;
      align-items: center;
      align-self: flex-start;
      min-height: ${least};
      margin-block: -12px;
    }
  }
`);
