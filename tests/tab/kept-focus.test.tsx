import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useKeptFocus } from '../../tab/src/components/use-kept-focus.js';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

const Keeps = ({ place }: { readonly place: HTMLElement | null }) => {
  useKeptFocus({ current: place });
  return null;
};

it.each([
  { behind: '<button>Draft again</button>', dialog: '', heading: 'Matching board' },
  {
    behind: '',
    dialog: '<div role="alertdialog"><h2>Draft the next matches?</h2><button>Choose</button></div>',
    heading: 'Draft the next matches?',
  },
])('where what had the focus is gone, reading goes on at “$heading”', async ({ behind, dialog, heading }) => {
  document.body.innerHTML = `<main><h2>Matching board</h2>${behind}</main>${dialog}`;
  render(<Keeps place={document.querySelector('main')} />);
  const button = document.querySelector('button');
  button?.focus();
  button?.remove();
  await expect.poll(() => document.activeElement?.textContent, { timeout: 3_000 }).toBe(heading);
});
