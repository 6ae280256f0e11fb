// What the drawings of the Teams admin center show, in words. Names of menus and buttons are those of Microsoft's documentation in November 2026.

/** `nav` is where one is in the menu on the left; `mark` numbers what is pressed or filled in, in its order. */
export const steps = [
  {
    file: 'admin-center-upload',
    title: 'Uploading the app',
    nav: { text: 'Manage apps', mark: 1 },
    heading: 'Manage apps',
    parts: [
      { kind: 'button', text: 'Actions', mark: 2 },
      { kind: 'menu', text: 'Upload new app', mark: 3 },
      { kind: 'field', label: 'App package', text: 'coaching-pairs.zip', mark: 4 },
      { kind: 'button', text: 'Upload', mark: 5 },
    ],
  },
  {
    file: 'admin-center-allow',
    title: 'Allowing it for those who are to have it',
    nav: { text: 'Manage apps', mark: 1 },
    heading: 'Manage apps, Coaching Pairs',
    parts: [
      { kind: 'tabs', texts: ['About', 'Permissions', 'Users and groups'], chosen: 'Users and groups', mark: 2 },
      { kind: 'button', text: 'Edit availability', mark: 3 },
      { kind: 'field', label: 'Available to', text: 'Specific users or groups: Pilot leaders', mark: 4 },
      { kind: 'button', text: 'Apply', mark: 5 },
    ],
  },
  {
    file: 'admin-center-consent',
    title: 'Reading its permissions and consenting',
    nav: { text: 'Manage apps', mark: 1 },
    heading: 'Manage apps, Coaching Pairs',
    parts: [
      { kind: 'tabs', texts: ['About', 'Permissions', 'Users and groups'], chosen: 'Permissions', mark: 2 },
      { kind: 'button', text: 'Review permissions and consent', mark: 3 },
      { kind: 'field', label: 'Permissions requested', text: 'the list of this guide, and nothing else', mark: 4 },
      { kind: 'button', text: 'Accept', mark: 5 },
    ],
  },
  {
    file: 'admin-center-setup-policy',
    title: 'A setup policy that installs and pins it for a group',
    nav: { text: 'Setup policies', mark: 1 },
    heading: 'Setup policies',
    parts: [
      { kind: 'button', text: 'Add', mark: 2 },
      { kind: 'field', label: 'Name', text: 'Coaching Pairs pilot', mark: 3 },
      { kind: 'field', label: 'Installed apps, Add apps', text: 'Coaching Pairs', mark: 4 },
      { kind: 'field', label: 'Pinned apps, Add apps', text: 'Coaching Pairs', mark: 5 },
      { kind: 'button', text: 'Save', mark: 6 },
      { kind: 'tabs', texts: ['Manage policies', 'Group policy assignment'], chosen: 'Group policy assignment', mark: 7 },
      { kind: 'field', label: 'Add group', text: 'Pilot leaders: Coaching Pairs pilot', mark: 8 },
    ],
  },
  {
    file: 'admin-center-end',
    title: 'Blocking it, or taking it out',
    nav: { text: 'Manage apps', mark: 1 },
    heading: 'Manage apps',
    parts: [
      { kind: 'row', text: 'Coaching Pairs', mark: 2 },
      { kind: 'button', text: 'Block', mark: 3 },
      { kind: 'note', text: 'or, on the page of the app,' },
      { kind: 'button', text: 'Actions', mark: 4 },
      { kind: 'menu', text: 'Delete', mark: 5 },
    ],
  },
];
