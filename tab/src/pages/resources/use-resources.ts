import { routes } from '@coaching-pairs/shared/wire/routes';
import { useFeedback } from '../../components/feedback.js';
import { keys } from '../../data/keys.js';
import { useMe } from '../../data/me.js';
import { useAsked } from '../../data/use-asked.js';
import { useHouseNotes } from '../leader/pair/use-pair.js';

/** By which app links are made, and who organises my rounds; the guidance itself needs nobody. */
export const useResources = () => useAsked(routes.resources, { key: keys.resources, fresh: 300_000 });

/** Copies a text and says so; says that it did not work where the host forbids it. */
export const useCopying = () => {
  const feedback = useFeedback();
  return (text: string, said: string): void => {
    navigator.clipboard.writeText(text).then(
      () => feedback.done(said),
      () => feedback.failed(null),
    );
  };
};

/** The notes of the house of my newest round (CP-95); whoever is in none reads the guidance alone. */
export const useMyHouseNotes = () => {
  const round = useMe().data?.rounds[0];
  return useHouseNotes(round?.id ?? '', round !== undefined).data?.notes;
};
