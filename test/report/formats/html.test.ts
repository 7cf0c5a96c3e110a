import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHtml } from '../../../src/report/formats/html.ts';
import { sentence } from '../../../src/report/formats/html-table.ts';
import { available, programPath } from '../../support/programs/require.ts';
import { fixture } from '../fixture.ts';
import { HOSTILE, hostileNames, STEERS } from '../hostile.ts';
import { librariesOnDisk } from '../libraries-on-disk.ts';

const libraries = librariesOnDisk();

/** Small stand-ins where only the page around them is looked at. */
const SMALL = { ...libraries, vega: '0;', vegaLite: '0;', notices: '' };

describe('the page', () => {
  it('says its language, title and policy, and asks for nothing outside', () => {
    const page = asHtml(fixture(), libraries);
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<title>Finance, 10 TB over 500 km</title>');
    expect(page).toContain('width=device-width');
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; script-src( 'sha256-[\w+/=]{44}'){4}; style-src 'sha256-/,
    );
    expect(policy).not.toContain('unsafe');
    expect(page).not.toMatch(/<(link|iframe|img|object|embed)\b|<script[^>]* src=/i);
  });

  it('keeps options of the command line on one line', () => {
    expect(sentence('a < b; --trials 1000 shows it, not--this')).toBe(
      'a &lt; b; <span class="flag">--trials 1000</span> shows it, not--this',
    );
    const page = asHtml(fixture({ trials: 100 }), SMALL);
    expect(page).toContain('run without <span class="flag">--trials</span> to see it');
  });

  it('gives the same bytes for the same result', () => {
    const twice = [1, 2].map(() => asHtml(fixture({ trials: 10 }), SMALL));
    expect(twice[0]).toBe(twice[1]);
  });

  it('lets no name out of its element, whatever the names', () => {
    // Tags and attributes of the page itself, before any name is in it.
    const tagsOf = (html: string): number => (html.match(/<[a-z!/]/gi) ?? []).length;
    const plain = tagsOf(asHtml(fixture(), SMALL));
    fc.assert(
      fc.property(hostileNames(), (names) => {
        const [title = ''] = names;
        const html = asHtml(fixture({ names, title }), SMALL);
        expect(tagsOf(html)).toBe(plain);
        expect(html.replaceAll('\n', '')).not.toMatch(STEERS);
      }),
      { numRuns: 40 },
    );
  });
});

const ARGUMENTS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

describe.skipIf(!available('chromium', 'the page in a browser'))('the page in a browser', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'backcast-page-'));
    browser = await chromium.launch({
      executablePath: programPath('chromium'),
      timeout: 0,
      args: ARGUMENTS.split(' '),
    });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page from a file and notes everything that ought not to happen. */
  async function open(html: string): Promise<{ page: Page; trouble: readonly string[] }> {
    const file = join(folder, 'report.html');
    writeFileSync(file, html);
    const url = pathToFileURL(file).href;
    const page = await browser.newPage({ viewport: { width: 375, height: 800 } });
    // What hangs is ended by the test's own timeout.
    page.setDefaultTimeout(0);
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('dialog', (dialog) => {
      trouble.push(`dialog: ${dialog.message()}`);
      return dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== url) trouble.push(`asked for ${request.url()}`);
    });
    await page.goto(url);
    return { page, trouble };
  }

  const drawn = (page: Page): Promise<number> => page.locator('.chart svg').count();

  it('draws every chart offline, without eval and without a word in the console', async () => {
    const { page, trouble } = await open(asHtml(fixture({ trials: 100 }), libraries));
    await expect.poll(() => drawn(page)).toBe(9);
    expect(await page.getByText('could not be drawn').count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  it('shows the figures of a curve where one points at it', async () => {
    const { page } = await open(asHtml(fixture(), libraries));
    const chart = page.locator('#store-0 svg');
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    if (!box) throw new Error('the chart has no place');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(() => page.locator('#tip').textContent()).toMatch(/strategy: [\s\S]*TB: /);
  });

  it('is no wider than a phone', async () => {
    const { page } = await open(asHtml(fixture({ trials: 100 }), libraries));
    await expect.poll(() => drawn(page)).toBe(9);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(375);
  });

  it('shows hostile names as text and runs none of them', async () => {
    const names = HOSTILE.slice(0, 3);
    const [store = ''] = names;
    const html = asHtml(fixture({ names, workloads: names, store, title: store }), libraries);
    const { page, trouble } = await open(html);
    await expect.poll(() => drawn(page)).toBe(9);
    expect(await page.locator('h1').textContent()).toBe(store);
    expect(await page.locator('img').count()).toBe(0);
    expect(trouble).toEqual([]);
  });
});
