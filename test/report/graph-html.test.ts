/** The page of the citation graph: whole, safe, and useful in a real browser. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Language } from '../../src/errors.js';
import { graphCsv } from '../../src/report/graph/csv.js';
import { graphHtml } from '../../src/report/graph/html.js';
import { makeGraphResult } from '../../src/report/graph/make.js';
import { city, commune, graphOf } from '../graph/plans.js';
import { chromiumPath, launch, open, type View } from './html/browser.js';
import { elements, parsed, withClass } from './html/render.js';

const TODAY = '2026-03-10';
const NOTHING_AT_HAND = 'Thực hiện Kế hoạch số 9/KH-UBND ngày 03/01/2026 của Ủy ban nhân dân thành phố Hải Phòng;';
const FILES = {
  'tp/45.md': city(),
  'tp/61.md': city({ number: '61', date: '02 tháng 02 năm 2026', subject: 'Trồng cây' }),
  'an-bien.md': commune('phường An Biên'),
  'le-chan.md': commune('phường Lê Chân', { number: '', date: 'tháng năm 2026' }),
  'hai-an.md': commune('phường Hải An', { preamble: NOTHING_AT_HAND }),
};
const HOSTILE = '</th><script>alert(1)</script>" onload="alert(2)" \u202e\u0007';

function result(files: Record<string, string>, lang: Language = 'vi') {
  return makeGraphResult(graphOf(files, TODAY), [], TODAY, lang);
}

function pageOf(files: Record<string, string>, lang?: Language): string {
  return graphHtml(result(files, lang));
}

describe('the page', () => {
  test('every id is there once, and every link leads to one', () => {
    for (const files of [FILES, { ...FILES, 'tp/45-ban-sao.md': city() }, {}]) {
      const all = elements(parsed(pageOf(files)));
      const ids = all.flatMap((element) => element.getAttribute('id') || []);
      expect(new Set(ids).size).toBe(ids.length);
      const links = all
        .flatMap((element) => element.getAttribute('href') || [])
        .filter((href) => !href.startsWith('data:'));
      expect(links.filter((href) => !href.startsWith('#') || !ids.includes(href.slice(1)))).toEqual([]);
    }
  });

  test('has a row for every commune, those that have not answered first', () => {
    const [first, ...rest] = withClass(
      parsed(pageOf({ 'tp/45.md': city(), 'an-bien.md': commune('phường An Biên') })),
      'row',
    ).filter((row) => row.getAttribute('data-status') !== '' && row.getAttribute('data-status') !== null);
    expect(rest).toHaveLength(113);
    expect(first?.getAttribute('data-status')).toBe('overdue');
    expect(rest.at(-1)?.textContent).toContain('Phường An Biên');
  });

  test('shows what documents contain as text only', () => {
    const hostile = {
      ...FILES,
      [`${HOSTILE}.md`]: commune('phường Đồ Sơn', { subject: `Vệ sinh ${HOSTILE}` }),
      'x.md': city({ number: '7', subject: HOSTILE }),
    };
    const all = elements(parsed(pageOf(hostile)));
    expect(all.filter(({ nodeName }) => nodeName === 'script')).toHaveLength(2);
    expect(
      all.flatMap((element) => Array.from(element.attributes)).filter(({ name }) => name.startsWith('on')),
    ).toEqual([]);
    expect(pageOf(hostile)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/u);
  });

  test('speaks English', () => {
    const words = parsed(pageOf(FILES, 'en')).documentElement?.textContent ?? '';
    expect(words).toContain('Communes that have not issued their plan');
    expect(words).not.toMatch(/chưa ban hành|Tình trạng|văn bản thực hiện/u);
  });
});

test('the table for a spreadsheet has a row for each commune and plan; a name is no formula', () => {
  const rows = graphCsv(result({ 'tp/45.md': city(), '=1+1.md': commune('phường An Biên') })).split('\r\n');
  expect(rows).toHaveLength(1 + 114 + 1);
  const own = rows.find((row) => row.includes('An Biên'));
  expect(own).toBe(
    '"Kế hoạch số 45/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân thành phố Hải Phòng","tp/45.md","2026-02-27","Phường An Biên","đã ban hành","Kế hoạch số 08/KH-UBND ngày 20/01/2026","2026-01-20","\'=1+1.md"',
  );
});

const executable = chromiumPath();
if (executable === null) console.log('The page of the graph is not tested in a browser: no chromium in PATH.');

describe.skipIf(executable === null)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(executable ?? '');
  });
  afterAll(() => browser?.close());

  async function opened(view: View = {}) {
    const { page, troubles, close } = await open(browser, pageOf(FILES), view);
    onTestFinished(async () => {
      await close();
      expect(troubles).toEqual([]);
    });
    const visible = (selector: string): Promise<string[]> =>
      page
        .locator(selector)
        .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent ?? ''));
    return { page, visible };
  }

  test('the filter needs no diacritics, keeps the parents of what it finds, and says when nothing is left', async () => {
    const { page, visible } = await opened();
    await page.fill('#filter', 'an bien');
    const tree = await visible('.node > .name');
    expect(tree.map((name) => name.trim()).filter((name) => name.includes('An Biên'))).toHaveLength(1);
    expect(tree.some((name) => name.includes('45/KH-UBND'))).toBe(true);
    expect(tree.some((name) => name.includes('Lê Chân'))).toBe(false);
    await page.fill('#filter', 'không có đâu');
    expect(await visible('.row')).toEqual([]);
    expect(await visible('.nothing')).toEqual(['Không có dòng nào khớp với bộ lọc.']);
    await page.fill('#filter', '');
    expect((await visible('.row')).length).toBeGreaterThan(230);
  });

  test('a status leaves the communes that have it', async () => {
    const { page, visible } = await opened();
    await page.selectOption('#status', 'draft');
    expect((await visible('tr.row th')).map((name) => name.trim())).toEqual(['Phường Lê Chân']);
  });

  test('a link to a row that the filter hides shows it', async () => {
    const { page, visible } = await opened();
    await page.fill('#filter', 'le chan');
    const id = result(FILES).documents.find(({ path }) => path === 'tp/45.md')?.id;
    await page.evaluate(`location.hash = '${id}'`);
    await expect.poll(() => page.inputValue('#filter')).toBe('');
    expect((await visible('#all tbody tr')).length).toBe(Object.keys(FILES).length);
  });

  test('without script, and on paper, everything is there but the controls', async () => {
    const { page, visible } = await opened({ script: false });
    expect(await visible('.bar')).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect((await visible('tr.row')).length).toBeGreaterThan(230);
  });

  test.each([360, 1440])('nothing is wider than a screen of %i pixels', async (width) => {
    const { page } = await opened({ width });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });
});
