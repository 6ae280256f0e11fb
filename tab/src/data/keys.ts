/** Names under which answers are kept; everything about one round begins with the same two. */
export const keys = {
  me: ['me'] as const,
  rounds: ['rounds'] as const,
  health: ['health'] as const,
  functions: ['functions'] as const,
  round: (roundId: string) => ['round', roundId] as const,
  overview: (roundId: string) => ['round', roundId, 'overview'] as const,
  people: (roundId: string) => ['round', roundId, 'people'] as const,
  board: (roundId: string) => ['round', roundId, 'board'] as const,
  draftNumbers: (roundId: string) => ['round', roundId, 'draft-numbers'] as const,
  delivery: (roundId: string) => ['round', roundId, 'delivery'] as const,
  others: (roundId: string, personId: string) => ['round', roundId, 'others', personId] as const,
  nominees: (roundId: string, text: string) => ['round', roundId, 'nominees', text] as const,
  work: (roundId: string, workId: string) => ['round', roundId, 'work', workId] as const,
  sessions: (roundId: string) => ['round', roundId, 'sessions'] as const,
  sessionTimes: (roundId: string, about: string) => ['round', roundId, 'session-times', about] as const,
  check: (roundId: string, members: readonly string[]) => ['round', roundId, 'check', ...members] as const,
};
