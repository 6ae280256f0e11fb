import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../session.js';
import { useHouse } from '../style/house.js';
import { FaultBar } from './fault-bar.js';

/** Grey lines in the place of what is being fetched. */
export const Waiting = ({ lines = 4 }: { readonly lines?: number }) => {
  const house = useHouse();
  const { t } = useWords();
  return (
    <Skeleton aria-label={t('tab.loading')} className={house.stack}>
      {Array.from({ length: lines }, (_none, line) => line).map((line) => (
        <SkeletonItem key={line} size={line === 0 ? 28 : 16} />
      ))}
    </Skeleton>
  );
};

type AskedViewProps<Answer> = {
  readonly asked: Pick<UseQueryResult<Answer>, 'data' | 'error' | 'isError'> & { readonly refetch: () => unknown };
  readonly waiting?: ReactNode;
  readonly children: (answer: Answer) => ReactNode;
};

/** Shows an answer; before it grey lines, without it what went wrong and another try, with an old one both. */
export const AskedView = <Answer,>({ asked, waiting, children }: AskedViewProps<Answer>) => {
  if (asked.data === undefined) {
    if (asked.isError) return <FaultBar fault={asked.error} retry={() => void asked.refetch()} />;
    return waiting ?? <Waiting />;
  }
  return (
    <>
      {asked.isError && <FaultBar fault={asked.error} retry={() => void asked.refetch()} />}
      {children(asked.data)}
    </>
  );
};
