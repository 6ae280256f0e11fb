import { describe, expect, it } from 'vitest';
import { textOf } from './documented.js';

type Step = { readonly file: string; readonly title: string };
type Drawings = { readonly outdatedDrawings: () => readonly Step[]; readonly described: (step: Step) => string };

const task = async <Tasks>(name: string): Promise<Tasks> => import(new URL(`../../infra/tasks/${name}.mjs`, import.meta.url).href);

describe('the drawings of the Teams admin center', () => {
  it('are what their words give, read themselves out, and say that nobody has walked them', async () => {
    const [{ outdatedDrawings, described }, { steps }] = await Promise.all([
      task<Drawings>('drawings'),
      task<{ readonly steps: readonly Step[] }>('admin-center-steps'),
    ]);
    expect(outdatedDrawings().map(({ file }) => file)).toEqual([]);
    expect(steps).toHaveLength(5);
    for (const step of steps) {
      const drawing = textOf(`docs/images/${step.file}.svg`);
      expect(drawing).toContain(`<title id="t">${step.title}</title>`);
      expect(drawing).toContain(`<desc id="d">${described(step)}</desc>`);
      expect(drawing).toContain('Not yet walked in a live tenant');
      expect(drawing).not.toMatch(/<script|href=|https?:(?!\/\/www\.w3\.org\/2000\/svg)/u);
    }
  });

  it('stand in the guide for IT, each with words for whoever does not see it', async () => {
    const { steps } = await task<{ readonly steps: readonly Step[] }>('admin-center-steps');
    const guide = textOf('docs/guides/it.md');
    for (const { file } of steps)
      expect(guide).toMatch(new RegExp(`!\\[Teams admin center: [^\\]]{20,}\\]\\(\\.\\./images/${file}\\.svg\\)`, 'u'));
    expect(guide).toContain('Not yet walked in a live tenant');
  });
});
