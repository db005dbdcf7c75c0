/** The page in a real browser: filters, keys, the parent's clause, themes, paper, and a document that wants to break out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ward } from '../../cli/plans.js';
import { chromiumPath, launch, type Opened, open, type View } from './browser.js';
import { pageOf } from './render.js';

const executable = chromiumPath();
if (executable === null) console.log('The page is not tested in a browser: no chromium in PATH.');

const samples = join(import.meta.dirname, '../../../samples');
const read = (name: string): string => readFileSync(join(samples, name), 'utf8');
const PARENT = { '34.md': read('tinh/ke-hoach-34-thi-dua-2026.md') };
/** Errors, warnings and notes, with and without a place in the parent. */
const REPORT = pageOf({ 'duy-tien.md': read('xa-phuong/duy-tien-thi-dua.md') }, { parents: PARENT });

describe.skipIf(executable === null)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(executable ?? '');
  });
  afterAll(() => browser?.close());

  /** Opens a page; whatever the test does in it, nothing may go wrong or leave it. */
  async function opened(markup: string, view: View = {}): Promise<Page> {
    const { page, troubles, close }: Opened = await open(browser, markup, view);
    onTestFinished(async () => {
      await close();
      expect(troubles).toEqual([]);
    });
    return page;
  }

  const visible = (page: Page, selector: string): Promise<number> =>
    page.locator(selector).evaluateAll((all) => all.filter((element) => element.checkVisibility()).length);

  /** Whether an element is on the screen, in the page or in the part that scrolls. */
  const inView = (page: Page, selector: string): Promise<boolean> =>
    page.evaluate(`(() => {
      const element = document.querySelector(${JSON.stringify(selector)});
      const { top, bottom, height } = element.getBoundingClientRect();
      const pane = element.closest('.parents');
      const scrolls = pane !== null && getComputedStyle(pane).position === 'sticky';
      const frame = scrolls ? pane.getBoundingClientRect() : { top: 0, bottom: innerHeight };
      return height > 0 && bottom > frame.top && top < frame.bottom;
    })()`);

  test('filters hide notes, their lines in the list and the marks on their words', async () => {
    const page = await opened(REPORT);
    const all = await page.locator('.note').count();
    const warnings = await page.locator('.note.warning').count();
    expect(warnings).toBeGreaterThan(2);

    await page.locator('.toggle.warning').click();
    expect(await visible(page, '.note')).toBe(all - warnings);
    expect(await visible(page, '.findings li')).toBe(all - warnings);
    expect(await visible(page, '.draft a.hit.warning:not(.off)')).toBe(0);
    expect(await page.locator('#position').textContent()).toBe(`–/${all - warnings}`);
    expect(await page.locator('.toggle.warning').getAttribute('aria-pressed')).toBe('false');
    await page.locator('.toggle.warning').click();

    await page.locator('#rule-filter').selectOption('spelling/set-phrase');
    const spelling = await page.locator('.note[data-rule="spelling/set-phrase"]').count();
    expect(await visible(page, '.note')).toBe(spelling);

    for (const severity of ['error', 'warning', 'info']) await page.locator(`.toggle.${severity}`).click();
    expect(await visible(page, '.note')).toBe(0);
    expect(await page.locator('.nothing').textContent()).toContain('Bộ lọc đang ẩn hết');
  });

  test('keys go from finding to finding, around the end, over what is filtered out', async () => {
    const page = await opened(REPORT);
    const active = (): Promise<string | null> => page.locator('.note.active').getAttribute('id');
    const ids = await page.locator('.note').evaluateAll((all) => all.map(({ id }) => id));
    await page.keyboard.press('n');
    expect(await active()).toBe(ids[0]);
    await page.keyboard.press('n');
    expect(await active()).toBe(ids[1]);
    expect(await page.evaluate<string>('document.activeElement?.id')).toBe(ids[1]);
    expect(page.url()).toMatch(new RegExp(`#${ids[1]}$`, 'u'));
    await page.keyboard.press('p');
    await page.keyboard.press('p');
    expect(await active()).toBe(ids.at(-1));
    await page.keyboard.press('2');
    await page.keyboard.press('n');
    expect(await page.locator('.note.active').getAttribute('data-severity')).not.toBe('warning');
    // the note is on the screen, and so are its words
    const box = await page.locator('.note.active').boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(900);
  });

  test('letters typed into a field, or with a modifier, are no keys; keys can be switched off', async () => {
    const page = await opened(REPORT);
    await page.locator('#rule-filter').focus();
    await page.keyboard.press('n');
    await page.locator('body').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Control+n');
    expect(await page.locator('.note.active').count()).toBe(0);
    await page.keyboard.press('?');
    expect(await page.locator('dialog#help').evaluate((element) => element.matches('[open]'))).toBe(true);
    await page.locator('#use-keys').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    expect(await page.locator('.note.active').count()).toBe(0);
  });

  test('from a finding to the clause of the parent and back', async () => {
    const page = await opened(REPORT);
    const note = page.locator('.note:has(a.source.to-parent)').first();
    const target = (await note.locator('a.source.to-parent').first().getAttribute('href')) ?? '';
    await page.goto(`${page.url()}#${await note.getAttribute('id')}`);
    await page.locator('.note.active').waitFor();
    await page.keyboard.press('c');
    expect(await page.evaluate<string>('document.activeElement?.id')).toBe(target.slice(1));
    expect(await inView(page, target)).toBe(true);
    expect(await page.locator('.parent .row.matched').count()).toBe(1);
    // the plan stayed where it was
    expect(await inView(page, `#${await note.getAttribute('id')}`)).toBe(true);
    await page.keyboard.press('b');
    expect(await page.evaluate<string>('document.activeElement?.id')).toBe(await note.getAttribute('id'));
  });

  test('from a clause of the plan to its counterpart, words that differ marked', async () => {
    const page = await opened(REPORT);
    const lead = page.locator('.draft .row:has(> a.lead[title*="khác lời"]) > a.lead').nth(2);
    const target = (await lead.getAttribute('href')) ?? '';
    await lead.click();
    expect(await page.locator(target).evaluate((element) => element.classList.contains('matched'))).toBe(true);
    expect(await inView(page, target)).toBe(true);
    const marked = await page.evaluate<string[]>("[...(CSS.highlights.get('differs') ?? [])].map(String)");
    expect(marked.length).toBeGreaterThan(0);
  });

  test('an address with a finding opens there, on a narrow screen too, where the parent stands below', async () => {
    for (const view of [{}, { width: 420, height: 800 }]) {
      const id = /<article class="note error"[^>]* id="(finding-[0-9a-f]+)"/u.exec(REPORT)?.[1] ?? '';
      const page = await opened(REPORT, { ...view, hash: `#${id}` });
      expect(await page.locator('.note.active').getAttribute('id')).toBe(id);
      expect(await inView(page, `#${id}`)).toBe(true);
      // nothing is wider than the screen
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
  });

  test('beside each other where there is room, below each other where not', async () => {
    const tops = async (width: number): Promise<number[]> => {
      const page = await opened(REPORT, { width });
      const boxes = await Promise.all(['.documents', '.parents'].map((part) => page.locator(part).boundingBox()));
      return boxes.map((box) => box?.y ?? -1);
    };
    const [plan, parent] = await tops(1100);
    expect(parent).toBe(plan);
    const [planBelow = 0, parentBelow = 0] = await tops(1000);
    expect(parentBelow).toBeGreaterThan(planBelow + 500);
  });

  test('why and basis open in the note and close again', async () => {
    const page = await opened(REPORT);
    await page.keyboard.press('n');
    await page.keyboard.press('e');
    const rule = (await page.locator('.note.active').getAttribute('data-rule')) ?? '';
    const words = await page
      .locator(`#rule-${rule.replace('/', '-')} .words p`)
      .first()
      .textContent();
    expect(await page.locator('.note.active .explained').textContent()).toContain(words);
    await page.keyboard.press('e');
    expect(await page.locator('.explained').count()).toBe(0);
  });

  test('the system decides on light or dark, and the switch over it', async () => {
    const page = await opened(REPORT, { dark: true });
    const brightness = async (): Promise<number> => {
      const colour = await page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
      return (colour.match(/\d+/gu) ?? []).reduce((sum, part) => sum + Number(part), 0);
    };
    expect(await brightness()).toBeLessThan(150);
    await page.keyboard.press('t');
    expect(await brightness()).toBeGreaterThan(600);
    await page.reload();
    expect(await brightness()).toBeGreaterThan(600);
    await page.emulateMedia({ media: 'print' });
    expect(await brightness()).toBeGreaterThan(600);
  });

  test('on paper: the plan with its notes and the reasons, nothing that needs a screen, nothing cut off', async () => {
    const page = await opened(REPORT, { dark: true, width: 700 });
    await page.keyboard.press('t');
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.bar', '.parents', '.lead', '.explain', '.self'])
      expect(await visible(page, part), part).toBe(0);
    for (const part of ['.verdict', '.draft .row', '.note', '.matrix table', '.rule', '.ref'])
      expect(await visible(page, part), part).toBeGreaterThan(0);
    const ink = await page.evaluate<string>("getComputedStyle(document.querySelector('.draft .row')).color");
    expect(ink).toBe('rgb(0, 0, 0)');
    // 175 mm between the margins of A4
    await page.setViewportSize({ width: 661, height: 900 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(661);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/u);
  });

  test('without script it can be read: text, notes, lists, matrix, links to the parent', async () => {
    const page = await opened(REPORT, { script: false });
    for (const part of ['.note', '.draft .row', '.parent .row', '.matrix tr', '.rule']) {
      expect(await page.locator(part).first().isVisible(), part).toBe(true);
    }
    expect(await page.locator('.bar').isVisible()).toBe(false);
    const link = page.locator('.note a.source.to-parent').first();
    const target = (await link.getAttribute('href')) ?? '';
    await link.click();
    expect(page.url()).toContain(target);
    expect(await page.locator(target).isVisible()).toBe(true);
  });

  test('a document with markup in it runs nothing and adds nothing', async () => {
    const nasty = [
      '<script>document.title = "broken"</script>',
      '</script><script>alert(1)</script>',
      '<img src="x" onerror="alert(1)">',
      '" onmouseover="alert(1)" x="',
      "' onfocus='alert(1)' tabindex='0",
      '</p></div><h1>Tiêu đề giả</h1>',
      '<iframe src="https://example.com"></iframe>',
      '<style>* { display: none }</style>',
      '\u202eđảo ngược\u202c',
    ];
    const text = ward().replace(
      'Các tổ dân phố thực hiện theo hướng dẫn của phường.',
      nasty
        .map(
          (each, i) =>
            `${i + 1}. Giải quyết những vấn đề nỗi cộm ${each}, hoàn thành tốt mọi nhiệm vụ được giao trong năm, giữ gìn đoàn kết trong từng khu dân cư trên địa bàn phường.`,
        )
        .join('\n\n'),
    );
    const [name, above] = ['<img src=x onerror=alert(1)>.md', '"><script>alert(1)</script>.md'];
    const page = await opened(pageOf({ [name]: text }, { parents: { [above]: text } }));
    const hostile = await page.evaluate<{ title: string }>(`({
      title: document.title,
      scripts: document.querySelectorAll('script').length,
      others: document.querySelectorAll('img, iframe, object, embed, form, svg, main style').length,
      headings: document.querySelectorAll('h1').length,
      handlers: [...document.querySelectorAll('*')].flatMap((element) =>
        element.getAttributeNames().filter((name) => /^(?:on|style|src)/.test(name)),
      ),
      direction: /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.documentElement.outerHTML),
    })`);
    expect(hostile.title).toMatch(/^Kết quả rà soát/u);
    expect(hostile).toMatchObject({ scripts: 2, others: 0, headings: 1, handlers: [], direction: false });
    for (const key of ['n', 'n', 'c', 'b', 'e', '1', '1', 'm']) await page.keyboard.press(key);
    expect(await visible(page, '.note')).toBeGreaterThan(3);
  });

  test('several documents: each leads to its own parent', async () => {
    const page = await opened(
      pageOf(
        {
          'duy-tien.md': read('xa-phuong/duy-tien-thi-dua.md'),
          'tay-hoa-lu.md': read('xa-phuong/tay-hoa-lu-le-hoi.md'),
        },
        { parents: { ...PARENT, '03.md': read('tinh/chi-thi-03-le-hoi-2026.md') }, given: false },
      ),
    );
    expect(await page.locator('.contents tbody tr').count()).toBe(2);
    expect(await page.locator('.parent').count()).toBe(2);
    await page.locator('.contents tbody th a').nth(1).click();
    const lead = page.locator('#d2 a.lead').nth(3);
    await lead.click();
    expect(await lead.getAttribute('href')).toMatch(/^#p2-/u);
    expect(await inView(page, (await lead.getAttribute('href')) ?? '')).toBe(true);
  });
});
