import { noteKinds } from '@coaching-pairs/shared/notes/note';
import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useLocation } from 'wouter';
import { useWords } from '../../../session.js';

/** Begins a note of one kind; it is stored with its first letter. */
export const NewNote = () => {
  const { t } = useWords();
  const [, go] = useLocation();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="primary" icon={<AddRegular />}>
          {t('tab.notes.new')}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {noteKinds.map((kind) => (
            <MenuItem key={kind} onClick={() => go(`/notes/new/${kind}/${crypto.randomUUID()}`)}>
              {t(`tab.notes.kind.${kind}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
