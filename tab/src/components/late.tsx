import { routes } from '@coaching-pairs/shared/wire/routes';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { Refusal } from '../refusal.js';
import { useSession, useWords } from '../session.js';
import { useHouse } from '../style/house.js';
import { AskedView } from './asked-view.js';
import { Page } from './page.js';

type Load<Props> = () => Promise<ComponentType<Props>>;

const fetched = async <Props,>(load: Load<Props>): Promise<{ readonly Part: ComponentType<Props> }> => {
  try {
    return { Part: await load() };
  } catch (cause) {
    throw new Refusal({ code: 'part-missing', status: 0 }, { cause });
  }
};

/**
 * Another try. Where the bot answers and the part still cannot be had, a newer version has taken the place of the one that the window
 * began with: only the window as a whole can be loaded then.
 */
const useAnotherTry = (refetch: () => Promise<{ readonly isError: boolean }>): (() => Promise<void>) => {
  const { call } = useSession();
  return async () => {
    const { isError } = await refetch();
    if (!isError) return;
    const isThere = await call(routes.me, {}).then(
      () => true,
      () => false,
    );
    if (isThere) window.location.reload();
  };
};

const late =
  (frame: 'page' | 'stack') =>
  <Props extends object = object>(name: string, load: Load<Props>): ComponentType<Props> => {
    const Late = (props: Props) => {
      const house = useHouse();
      const { t } = useWords();
      const asked = useQuery({
        queryKey: ['part', name],
        queryFn: () => fetched(load),
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: Number.POSITIVE_INFINITY,
        retry: false,
      });
      const refetch = useAnotherTry(asked.refetch);
      if (asked.data !== undefined) return <asked.data.Part {...props} />;
      // While it is tried again, grey lines and not what went wrong before.
      const { data, error, isError, isFetching } = asked;
      const isMissing = isError && !isFetching;
      const state = <AskedView asked={{ data, error: isMissing ? error : null, isError: isMissing, refetch }}>{() => null}</AskedView>;
      if (frame === 'page' && isMissing) return <Page title={t('tab.fault.partMissingTitle')}>{state}</Page>;
      return <div className={house[frame]}>{state}</div>;
    };
    return Late;
  };

/** A page that is fetched once somebody goes there; where it cannot be had, that is said and tried again by a button. Names are unique. */
export const latePage = late('page');

/** The same for a part of a page. */
export const latePart = late('stack');
