import type { AuditCheck, AuditExport, AuditLine, AuditPage } from '@coaching-pairs/shared/wire/audit';
import type { LeaverErased } from '@coaching-pairs/shared/wire/leavers';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { type FakeRound, now } from './round.js';
import type { Handler, World } from './world.js';

const linesOf = ({ people }: FakeRound): readonly AuditLine[] => {
  const [by = null, about = null] = people;
  const line = (seq: number | null, action: AuditLine['action'], rest: Partial<AuditLine> = {}): AuditLine => ({
    ...{ seq, at: now, by, action, about: null, count: null, everywhere: false },
    ...rest,
  });
  return [
    line(null, 'messages.retry'),
    line(4, 'functions.save', { count: 6, everywhere: true }),
    line(3, 'administrator.name', { about }),
    line(2, 'pulse.publish', { by: null }),
    line(1, 'round.open'),
  ];
};

const isFound =
  (query: string) =>
  ({ by, about }: AuditLine) =>
    [by, about].some((one: Named | null) => (one?.name ?? '').toLowerCase().includes(query.toLowerCase()));

type RoundOf = (world: World, asked: Parameters<Handler>[1]) => FakeRound;

export const auditHandlers = (roundOf: RoundOf) => ({
  audit: (world: World, asked: Parameters<Handler>[1]): AuditPage => {
    const round = roundOf(world, asked);
    const lines = linesOf(round).filter(isFound(asked.query));
    return { name: round.plan.name, lines: [...lines], more: 0, sealedAt: now };
  },
  checkAudit: (world: World, asked: Parameters<Handler>[1]): AuditCheck => {
    roundOf(world, asked);
    return { at: now, books: [{ place: 'round', book: 'open', fault: null }], waitingSince: null };
  },
  eraseLeaver: (_world: World, { body }: Parameters<Handler>[1]): LeaverErased =>
    body.personId === 'gone' ? { outcome: 'erased', deleted: 7, renamed: 12 } : { outcome: 'still-here', deleted: 0, renamed: 0 },
  exportAudit: (world: World, asked: Parameters<Handler>[1]): AuditExport => {
    const { id, plan } = roundOf(world, asked);
    return { format: 'coaching-pairs-audit/1', madeAt: now, round: { id, name: plan.name }, books: [], people: [] };
  },
});
