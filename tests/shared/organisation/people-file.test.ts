import { readFileSync } from 'node:fs';
import { parsePeople } from '@coaching-pairs/shared/organisation/people-file';
import { peopleFaultText, peopleWarningText } from '@coaching-pairs/shared/words/people-file-text';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { csvRows } from './csv-rows.js';

const words = wordsFor('en-GB');
const parsed = (...lines: readonly string[]) => parsePeople(csvRows(lines.join('\n')));
const faults = (...lines: readonly string[]): readonly string[] => {
  const result = parsed(...lines);
  return result.ok ? [] : result.error.map((fault) => peopleFaultText(words, fault));
};
const warnings = (...lines: readonly string[]): readonly string[] => {
  const result = parsed(...lines);
  return result.ok ? result.value.warnings.map((warning) => peopleWarningText(words, warning)) : ['refused'];
};

describe('a people file', () => {
  it('is read with columns in any order and case, after a byte order mark, blank lines passed over', () => {
    const result = parsed(
      '\uFEFFNAME,managerid,Department,ID,timeZone,function',
      'Priya,,Board,p1,,',
      ',,,,,',
      'Sam, p1 ,Sales,p2,Asia/Kolkata,Growth',
    );
    expect(result.ok && result.value.people).toEqual([
      expect.objectContaining({
        id: 'p1',
        name: 'Priya',
        managerId: null,
        department: 'Board',
        timeZone: null,
        functionName: null,
        enabled: true,
      }),
      expect.objectContaining({ id: 'p2', name: 'Sam', managerId: 'p1', timeZone: 'Asia/Kolkata', functionName: 'Growth', jobTitle: null }),
    ]);
  });

  it('is refused with every fault at once, each by line and column', () => {
    expect(
      faults(
        'id,name,department,managerId,timeZone,language,mail',
        'p1,Priya,Board,,Europe/Nowhere,english please,priya',
        'p1,,Sales,p1,,,',
        'p2,Sam,Sales',
        ',Tom,Sales,p1,+01:00,,',
      ),
    ).toEqual([
      'Line 2, column timeZone: “Europe/Nowhere” is no time zone. Write it like Europe/London.',
      'Line 2, column language: “english please” is no language. Write it like en-GB.',
      'Line 2, column mail: “priya” is no mail address.',
      'Line 3, column name: this must not be empty.',
      'Line 3, column id: “p1” is on line 2 already.',
      'Line 4: there are 3 cells, but 7 columns.',
      'Line 5, column id: this must not be empty.',
      'Line 5, column timeZone: “+01:00” is no time zone. Write it like Europe/London.',
    ]);
  });

  it('names missing and doubled columns', () => {
    expect(faults('id,name,Name', 'p1,Priya,Priya')).toEqual([
      'Line 1, column name: this column is there twice.',
      'Line 1, column department: this column is missing.',
      'Line 1, column managerId: this column is missing.',
    ]);
    expect(faults('')).toEqual(['Line 1: the file is empty.']);
    expect(faults('id,name,department,managerId')).toEqual(['Line 1: there is nobody below the names of the columns.']);
  });

  it('says once that a column is missing, and what else is wrong below it', () => {
    expect(faults('name,department,managerId', 'Priya,Board,', 'Sam,Sales')).toEqual([
      'Line 1, column id: this column is missing.',
      'Line 3: there are 2 cells, but 3 columns.',
    ]);
  });

  it('warns of somebody who is named as their own manager', () => {
    expect(warnings('id,name,department,managerId', 'p1,Priya,Board,p1', 'p2,Sam,Sales,p1')).toEqual([
      'Priya is named as their own manager, so that nobody is known to be above them.',
      'Everybody has a manager, so that nobody stands at the top.',
      'Priya is above everybody else, and can only have a partner further below than the line that is kept apart.',
    ]);
  });

  it('refuses what cannot be an id or cannot be shown', () => {
    expect(faults('id,name,department,managerId', `${'x'.repeat(129)},Pri\u0007ya,Board,`)).toEqual([
      'Line 2, column id: this is longer than 128 characters.',
      'Line 2, column name: there is a character that cannot be shown.',
    ]);
  });

  it('warns with names of cycles, absent managers, missing departments, unknown columns and several tops', () => {
    expect(
      warnings(
        'id,name,department,managerId,shoe',
        'p1,Priya,Board,,',
        'p2,Sam,,p9,',
        'p3,Lea,Sales,p4,',
        'p4,Mia,Care,p3,',
        'p5,Kim,Legal,,',
      ),
    ).toEqual([
      'The column “shoe” is not used.',
      'These report to each other in a circle: Lea → Mia → Lea.',
      'One person has a manager who is not in the file: Sam.',
      '2 people have no manager: Priya and Kim. Only one of them is the top; the others’ chains have to be confirmed.',
      'One person is in no department: Sam.',
    ]);
  });

  it('warns of people above everybody, and where nobody stands at the top', () => {
    expect(warnings('id,name,department,managerId', 'p1,Priya,Board,', 'p2,Sam,Sales,p1')).toEqual([
      'Priya is above everybody else, and can only have a partner further below than the line that is kept apart.',
    ]);
    expect(warnings('id,name,department,managerId', 'p1,Priya,Board,p7')).toEqual([
      'One person has a manager who is not in the file: Priya.',
      'Everybody has a manager, so that nobody stands at the top.',
    ]);
  });

  it('of 350 invented people has nothing to say but who stands above everybody', () => {
    const result = parsePeople(csvRows(readFileSync(new URL('../../data/organisation-350.csv', import.meta.url), 'utf8')));
    expect(result.ok && result.value.people).toHaveLength(350);
    expect(result.ok && result.value.warnings.map(({ code }) => code)).toEqual(['above-everybody']);
  });
});
