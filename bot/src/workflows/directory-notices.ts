import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Named, Notice } from '@coaching-pairs/shared/wire/parts';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { DirectoryWarning } from '../ports/directory.js';

/** A warning of the directory in words. */
export const warningNotice = (words: Words, warning: DirectoryWarning, named: (id: PersonId) => Named): Notice => {
  const say = (severity: Notice['severity'], text: string, ids: readonly PersonId[] = []): Notice => ({
    code: warning.code,
    severity,
    text,
    people: ids.map(named),
  });
  switch (warning.code) {
    case 'not-found':
      return say('warning', words.t('directory.notFound', { count: warning.ids.length }), warning.ids);
    case 'manager-not-found':
      return say('warning', words.t('directory.managerNotFound', { count: warning.ids.length }), warning.ids);
    case 'field-empty-for-all':
      return say('warning', words.t('directory.fieldEmpty', { field: warning.field }));
    case 'started-again':
      return say('info', words.t('directory.startedAgain'));
    case 'time-zones-not-granted':
      return say('info', words.t('directory.noTimeZones'));
  }
};
