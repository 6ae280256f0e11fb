import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { useRef, useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { useKeptFocus } from '../../tab/src/components/use-kept-focus.js';

afterEach(cleanup);
configure({ asyncUtilTimeout: 20_000 });

/** A page over which a dialog may stand, with a button that goes once it is pressed. */
const Stage = ({ withDialog }: { readonly withDialog: boolean }) => {
  const place = useRef<HTMLDivElement>(null);
  const [isThere, setThere] = useState(true);
  useKeptFocus(place);
  const button = isThere && (
    <button type="button" onClick={() => setThere(false)}>
      Choose otherwise
    </button>
  );
  return (
    <>
      <div ref={place}>
        <h2>Matching board</h2>
        {!withDialog && button}
      </div>
      {withDialog && (
        <div role="alertdialog" aria-label="Draft">
          <h2>Draft the next matches?</h2>
          {button}
        </div>
      )}
    </>
  );
};

it.each([
  { withDialog: false, heading: 'Matching board' },
  { withDialog: true, heading: 'Draft the next matches?' },
])('where what had the focus is gone, reading goes on at “$heading”', async ({ withDialog, heading }) => {
  render(<Stage withDialog={withDialog} />);
  const button = screen.getByRole('button');
  button.focus();
  fireEvent.click(button);
  await expect.poll(() => document.activeElement?.textContent, { timeout: 5_000 }).toBe(heading);
});
