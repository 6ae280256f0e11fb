import { renamedFields } from '@coaching-pairs/bot/storage/rename-person';
import { instant } from '@coaching-pairs/shared/ids';
import { canBeTrue, isGoneForGood } from '@coaching-pairs/shared/retention/leaving';
import { describe, expect, it } from 'vitest';

const ana = '1f3d6f7e-6a55-4d0b-9a7e-5b1d2c3e4f50';
const who = { id: ana, texts: ['Ana Silva', 'ana@example.com'], calledThen: 'left-x' };

describe('leaving', () => {
  it('[C-09] is for good thirty days after an account was missed', () => {
    const noticed = instant('2026-11-01T23:00:00.000Z');
    expect(isGoneForGood(noticed, instant('2026-12-01T23:59:00.000Z'))).toBe(false);
    expect(isGoneForGood(noticed, instant('2026-12-02T00:00:00.000Z'))).toBe(true);
  });

  it('is not believed of more than a few, or a tenth', () => {
    expect([canBeTrue(5, 8), canBeTrue(6, 59), canBeTrue(6, 60), canBeTrue(346, 346)]).toEqual([true, false, true, false]);
  });

  it('[C-09] takes an id out of names, values and lists, however deep, and nothing that only looks like it', () => {
    const other = ana.replace('1f', '2f');
    const row = {
      version: 1,
      body: { [ana]: [ana, other, `${ana} ${other}, x`], name: 'Ana Silva', note: 'Ana Silva said so', op: `tell.${ana}.1` },
    };
    expect(renamedFields(row, who)).toEqual({
      version: 1,
      body: { 'left-x': ['left-x', other, `left-x ${other}, x`], name: 'left-x', note: 'Ana Silva said so', op: 'tell.left-x.1' },
    });
    expect(renamedFields({ text: `x${ana}` }, who)).toEqual({ text: `x${ana}` });
    expect(renamedFields({ text: 'a word', id: 'a' }, { ...who, id: 'a' })).toEqual({ text: 'a word', id: 'left-x' });
  });
});
