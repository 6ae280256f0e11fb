/** What a pair shares is kept for so many days after its round was closed, unless fewer were chosen; never more (C-10). */
export const longestKeptDays = 30;
/** So many days before they are over, the pair is told. */
export const warnedDaysBefore = 7;
/** Fewer cannot be chosen: a pair is told before. */
export const fewestKeptDays = warnedDaysBefore;
/** Days after which an account that the directory has no more counts as gone for good; so long Entra can bring it back. */
export const goneAfterDays = 30;
/** That somebody has erased what is theirs is noted for so many days, so that no backup brings it back; backups go after thirty. */
export const erasureNotedDays = 35;
/** The record of who did what is kept for so many months, which nobody can shorten: others may have to look it up. */
export const auditMonths = 24;
