import { makeStyles, tokens } from '@fluentui/react-components';

/** A card of people who belong together, on any board: matches, and feedback pairs. `chosen` where one of them is chosen. */
export const useGroupCard = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  chosen: { border: `1px solid ${tokens.colorBrandStroke1}` },
});
