/**
 * Ids or mail addresses from pasted text or a file: one a line, or several with commas, semicolons or tabs. Of a
 * table with a heading only the column `id` (else `mail`) counts. Nobody is named twice.
 */
export declare const entriesFrom: (text: string) => readonly string[];
