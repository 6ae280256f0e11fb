import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, type Browser, openBrowser, screenshot } from './harness.js';

const html = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>A round</title></head><body><main>${body}</main></body></html>`;

describe('the browser of the tests', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('draws text with letters and accents', async () => {
    const page = await browser.page();
    await page.setContent(
      html(
        '<h1 style="display:inline-block">Coaching Pairs</h1><p style="font-family: Segoe UI, sans-serif">Zoë, Łukasz and Þóra: “it’s a match” – 12 × 2 … ✓ → •</p><p style="font-family:monospace">monospace</p><p style="font-family:serif"><b>Bold serif</b></p>',
      ),
    );
    const [heading, blank] = await page.evaluate(() => {
      const canvas = document.createElement('canvas').getContext('2d');
      if (canvas === null) return [0, 0];
      canvas.font = '20px sans-serif';
      return [canvas.measureText('Coaching Pairs').width, canvas.measureText('iiiiiiiiiiiiii').width];
    });
    expect(heading).toBeGreaterThan(0);
    expect(heading).not.toBe(blank);
    expect(await screenshot(page, 'harness')).toMatch(/harness\.png$/);
  });

  it('finds what is not accessible, and nothing where all is well', async () => {
    const page = await browser.page({ width: 360, height: 740 });
    await page.setContent(html('<h1>Round</h1><button type="button"></button>'));
    expect((await axeViolations(page)).map(({ rule }) => rule)).toEqual(['button-name']);
    await page.setContent(html('<h1>Round</h1><button type="button">I’m in</button>'));
    expect(await axeViolations(page)).toEqual([]);
  });
});
