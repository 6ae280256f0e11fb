/** Kinds of messages that a delivery report names, each with its counts. */
export const reportedKinds = [
  'kick-off',
  'invitation',
  'invitation-reminder',
  'proposal',
  'pair-formed',
  'pairs-announced',
  'pair-ended',
  'new-match-wanted',
  'pair-in-one-line',
  'matches-overdue',
  'administrator-named',
  'administrator-removed',
  'paused',
  'awayday-names',
  'feedback-pair',
  'feedback-pair-changed',
] as const;
export type ReportedKind = (typeof reportedKinds)[number];

/**
 * The kind under which a message is reported, or null for a discreet one. That a match is being reworked is told to one of two after a
 * decline and to both after a withdrawal, and a reminder of a match goes to whoever has not said yes: their number or their reader
 * would tell who declined (CP-33). Whatever is not named above counts as discreet until somebody has decided otherwise.
 */
export const reportedKind = (kind: string): ReportedKind | null => reportedKinds.find((known) => known === kind) ?? null;

/** Why a message was given up, as far as somebody can do something about it. */
export const undeliveredReasons = [
  'blocked',
  'not-installed',
  'not-permitted',
  'switched-off',
  'person-refused',
  'perhaps-arrived',
  'too-busy',
  'no-connection',
  'app-refused',
  'unsendable',
  'other',
] as const;
export type UndeliveredReason = (typeof undeliveredReasons)[number];

const known: readonly (readonly [RegExp, UndeliveredReason])[] = [
  [/^(ConversationBlockedByUser|MessageWritesBlocked)$/u, 'blocked'],
  [/^InstallNotPermitted$/u, 'not-permitted'],
  [/^(BotNotInConversationRoster|ConversationNotFound|AppNotInCatalogue)$|install/iu, 'not-installed'],
  [/^BotDisabledByAdmin$/u, 'switched-off'],
  [/^(Status403|ServiceUrlNotAllowed|PersonNotFound)$/u, 'person-refused'],
  [/^perhaps-delivered$/u, 'perhaps-arrived'],
  [/^(throttled|precondition)$/u, 'too-busy'],
  [/^(conversation-not-opened|store-unavailable|unexpected|E[A-Z_]+|CERT_.*|ERR_TLS_.*|.*SELF_SIGNED.*|UNABLE_TO_.*)$/u, 'no-connection'],
  [/^(TokenUnavailable|Status401|Redirect|Unauthorized|BotNotRegistered)$/u, 'app-refused'],
  [/^(poison|Status400|Status404|Status413|MessageSizeTooBig|BadArgument)$/u, 'unsendable'],
];

/** What the code of a message that was given up means; the code is the connector's own, or one of delivery's. */
export const undeliveredReason = (code: string | null): UndeliveredReason =>
  known.find(([pattern]) => code !== null && pattern.test(code))?.[1] ?? 'other';

const ofPerson: readonly UndeliveredReason[] = ['blocked', 'not-installed', 'not-permitted', 'switched-off', 'person-refused'];

/** The person cannot be reached, whatever is sent; every other reason is about this one message or the app. */
export const isUnreachable = (reason: UndeliveredReason): boolean => ofPerson.includes(reason);
