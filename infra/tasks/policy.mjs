// What may be among the packages although the policy in docs/security.md says no, and until when somebody has to look at it again.
import { Refusal } from './project.mjs';

/** Packages that nobody mends any more, or not for the Node that we run on. `until` is the last day of the exception: after it no release is made. */
export const exceptions = [
  {
    packages: /^(?:botbuilder|botframework)(?:-|$)/,
    why: 'the Bot Framework SDK, archived by its maker at the end of 2025',
    decision: 'docs/decisions/0002-botbuilder-in-one-file.md',
    until: '2027-06-30',
  },
  {
    packages: /^@azure\/monitor-opentelemetry-exporter$/,
    why: 'the exporter of figures: a beta, as all of its versions are, and the last for Node 20',
    decision: 'docs/decisions/0050-figures-through-opentelemetry.md',
    until: '2027-06-30',
  },
];

/** The exceptions whose last day is before a day such as `2027-07-01`. */
export const endedBefore = (day, all = exceptions) => all.filter(({ until }) => until < day);

/** Refuses a release after the last day of an exception (S-22). */
export const checkExceptions = (day, all = exceptions) => {
  const ended = endedBefore(day, all).map(
    ({ why, until, decision }) => `the exception for ${why} ended on ${until}: renew or leave, see ${decision}`,
  );
  if (ended.length > 0) throw new Refusal(ended.join('; '));
};
