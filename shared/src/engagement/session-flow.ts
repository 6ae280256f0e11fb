/**
 * The stages of every session, always the same and in this order (TT-50): each names `twoTwo.stage.<stage>.title` and `.text`. One of them
 * is for looking at what is happening between the two and at habits, and the next for needs and requests and for practising the hard
 * bit (TT-53); the fifth says that coaches step in briefly and directly (TT-51).
 */
export const sessionStages = ['arrive', 'tune-in', 'look-back', 'topic', 'live', 'pause', 'practise', 'agree', 'take-away'] as const;
export type SessionStage = (typeof sessionStages)[number];

/** How the time of a session is shared among its stages, in parts of ninety [D]. */
const share = {
  ...{ arrive: 5, 'tune-in': 5, 'look-back': 10, topic: 10, live: 25, pause: 10, practise: 15, agree: 5, 'take-away': 5 },
} as const satisfies Record<SessionStage, number>;

/** The stages of a session of so many minutes, each with its seconds; what does not divide is spent on talking it through (TT-50). */
export const stagesOfSession = (minutes: number): readonly { readonly stage: SessionStage; readonly seconds: number }[] => {
  const total = Math.round(minutes * 60);
  const stages = sessionStages.map((stage) => ({ stage, seconds: Math.floor((total * share[stage]) / 90 / 30) * 30 }));
  const left = total - stages.reduce((sum, { seconds }) => sum + seconds, 0);
  return stages.map((one) => (one.stage === 'live' ? { ...one, seconds: one.seconds + left } : one));
};

/** What a session is for; the stages are the same in all of them. Each names `twoTwo.session.<kind>.title` and `.text`. */
export const sessionKinds = ['opening', 'work', 'debrief', 'mid-review', 'closing'] as const;
export type SessionKind = (typeof sessionKinds)[number];

/**
 * What the session of this number is for, of so many: the first opens (TT-12), the last closes, the one in the middle of four or more
 * looks back, all others work on some of the goals or on a tension that is live (TT-52). A debrief of an assessment that both took is
 * nobody's duty: where the clients want one it takes the place of the session they name.
 */
export const kindOfSession = (number: number, sessions: number, debriefAt: number | null = null): SessionKind => {
  if (number <= 1) return 'opening';
  if (number >= sessions) return 'closing';
  if (number === debriefAt) return 'debrief';
  return sessions >= 4 && number === Math.ceil(sessions / 2) ? 'mid-review' : 'work';
};

/** What the discovery call asks, in this order; each names `twoTwo.discovery.<question>`. How keen each is, is asked of each alone. */
export const discoveryQuestions = ['aboutYou', 'why', 'better', 'keen', 'constraints', 'next'] as const;

/** Where else to turn, since this is neither mediation nor therapy (TT-04); each names `twoTwo.elsewhere.<place>`. */
export const elsewhere = ['conflict', 'health', 'work', 'danger'] as const;
