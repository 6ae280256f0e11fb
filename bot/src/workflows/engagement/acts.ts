import type { EngagementId } from '@coaching-pairs/shared/ids';
import { twoTwoPlace } from '../../ports/audit.js';
import type { Deps } from '../deps.js';

/** Brings what coordinators did in an engagement into their book, each act once however often this is asked (S-20, R-13). */
export const handOnActs = ({ engagements, audit }: Deps, id: EngagementId): Promise<void> =>
  engagements.handOnActs(id, (opId, act) => audit.note(twoTwoPlace, opId, act));
