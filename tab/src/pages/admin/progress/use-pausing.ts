import { routes } from '@coaching-pairs/shared/wire/routes';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';

/** Sets somebody aside or lets them go on; what is shown of people and matches follows. */
export const usePausing = (roundId: string) =>
  useChange(routes.pausePerson, { answers: keys.progress(roundId), outdates: [keys.people(roundId), keys.board(roundId)] });
