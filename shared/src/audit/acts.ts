/** What of the subject of an act may be read beside it: whom it was about, how many, and which sheet, by codes and ids. */
export const readableParts = ['personId', 'people', 'groups', 'to', 'wave', 'from', 'sheet', 'about'] as const;
export type ReadablePart = (typeof readableParts)[number];

/**
 * Acts that the administrators of a round may read of each other (S-20). Every other act is the affair of one person or of one match:
 * it is sealed all the same, and listed to nobody but its own author, so that no line tells who declined, asked, met or agreed (CP-33).
 */
export const openActs = [
  ...(['round.open', 'round.plan', 'round.answers-by', 'round.awayday', 'round.keep', 'round.close'] as const),
  ...(['administrator.name', 'administrator.remove', 'reach.decide', 'functions.save', 'person.correct', 'chains.confirm'] as const),
  ...(['audience.set', 'invitations.open', 'kick-off.announce', 'kick-off.arrange', 'kick-off.cancelled', 'kick-off.held'] as const),
  ...(['kick-off.followed', 'awayday.followed'] as const),
  ...(['matching.begin', 'reach.take-back', 'repeats.allow', 'repeats.take-back', 'proposals.approve', 'pairs.announce'] as const),
  ...(['draft.lock', 'draft.unlock', 'draft.apart', 'draft.by-hand', 'draft.swap', 'draft.undo'] as const),
  ...(['messages.retry', 'messages.drop', 'guidance.note', 'kit.write', 'pulse.open', 'pulse.publish', 'insights.wall'] as const),
  ...(['awayday.plan', 'awayday.agenda', 'awayday.arrange', 'awayday.cancelled', 'names.ask', 'names.move'] as const),
  ...(['feedback.pair', 'feedback.lock', 'feedback.swap', 'feedback.announce', 'feedback.day', 'feedback.undo'] as const),
  ...(['proposals.answers-by', 'person.pause', 'person.resume'] as const),
  ...(['words.write', 'invitation.late', 'proposals.third'] as const),
  ...(['audit.export', 'person.forget', 'choosing.open', 'choosing.pair'] as const),
  // Of 2:2 Coaching, in a book of its own, which coordinators read and nobody who administers rounds.
  ...(['two-two.on', 'two-two.off', 'register.add', 'register.link', 'register.change', 'register.remove'] as const),
  ...(['register.profile', 'register.commit'] as const),
  ...(['engagement.assign', 'engagement.take-back', 'engagement.put-forward', 'engagement.take-two-back'] as const),
] as const;
export type OpenAct = (typeof openActs)[number];

/** The affairs of one person or one match, and steps on the way of an open act that say nothing more; nobody else reads them. */
export const discreetActs = [
  ...([
    'answer.joined',
    'answer.sitting-out',
    'agreement.save',
    'agreement.confirm',
    'pair.end',
    'pair.forget',
    'pair.in-one-line',
  ] as const),
  ...([
    'proposal.answer',
    'proposal.in-one-line',
    'proposal.send',
    'proposal.withdraw',
    'people.keep-apart',
    'people.no-longer-apart',
  ] as const),
  ...(['suggestion.expired', 'suggestion.withdrawn', 'suggestion.pass-on', 'suggestion.not-passed-on'] as const),
  ...(['sessions.book', 'sessions.move', 'sessions.cancel', 'sessions.keep', 'sessions.clear'] as const),
  ...(['sessions.outlook', 'sessions.followed', 'sessions.recordingOff', 'kick-off.outlook', 'awayday.outlook'] as const),
  ...(['population.write', 'matches.draft', 'matching.found', 'round.repair'] as const),
  ...(['rhythm.publish', 'rhythm.forget', 'person.back'] as const),
] as const;
/** What is written down when something was done. Whoever adds one decides here whether others may read it; else it does not compile. */
export type Act = OpenAct | (typeof discreetActs)[number] | `tell.${string}`;

const open: ReadonlySet<string> = new Set(openActs);

export const isOpenAct = (action: string): action is OpenAct => open.has(action);

/** Acts are chained in two books: what administrators may read, and the rest; neither tells how much stands in the other. */
export const books = ['open', 'discreet'] as const;
export type Book = (typeof books)[number];

export const bookOf = (action: string): Book => (isOpenAct(action) ? 'open' : 'discreet');

const readable: ReadonlySet<string> = new Set(readableParts);

type Subject = Readonly<Record<string, string>>;

/** A subject in two parts: what may be read beside the act, and what is only sealed with it. */
export const splitSubject = (subject: Subject): { readonly shown: Subject; readonly veiled: Subject } => {
  const entries = Object.entries(subject).filter(([name]) => name !== 'roundId');
  return {
    shown: Object.fromEntries(entries.filter(([name]) => readable.has(name))),
    veiled: Object.fromEntries(entries.filter(([name]) => !readable.has(name))),
  };
};

/** Parts of a subject that name people by their ids, one or several. */
const naming: ReadonlySet<string> = new Set(['personId', 'pairs']);
const between = /(,? )/u;

const namesIn = (text: string): readonly string[] => text.split(between).filter((_part, at) => at % 2 === 0);

export const peopleIn = (subject: Subject): readonly string[] =>
  Object.entries(subject).flatMap(([name, text]) => (naming.has(name) ? namesIn(text) : []));

/** The same subject with everybody in it called otherwise. */
export const renamedIn = (subject: Subject, nameOf: (person: string) => string): Subject =>
  Object.fromEntries(
    Object.entries(subject).map(([name, text]) => {
      const parts = text.split(between).map((part, at) => (at % 2 === 0 ? nameOf(part) : part));
      return [name, naming.has(name) ? parts.join('') : text];
    }),
  );
