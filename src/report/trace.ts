/** The traceability matrix in words: text for the terminal, Markdown, CSV, and data for JSON. */
import type { Trace, TraceKind, TracePlace, TraceRow, TraceStatus } from '../align/trace.js';
import type { LoadedPlan } from '../engine/check.js';
import type { Bilingual, Language } from '../errors.js';
import { printable } from '../text/printable.js';
import { csvTable } from './csv.js';
import { Page, run, type Style } from './layout.js';
import { shorten } from './quote.js';

/** What one run of `planlint trace` found. */
export interface TraceReport {
  own: LoadedPlan;
  parent: LoadedPlan;
  trace: Trace;
}

export const KINDS: Record<TraceKind, Bilingual> = {
  theme: { vi: 'Chủ đề', en: 'Theme' },
  deadline: { vi: 'Thời hạn', en: 'Deadline' },
  target: { vi: 'Chỉ tiêu', en: 'Target' },
  duty: { vi: 'Nhiệm vụ', en: 'Duty' },
};

export const STATUSES: Record<TraceStatus, Bilingual & { style: Style; mark: string }> = {
  covered: { vi: 'có', en: 'covered', style: 'green', mark: '✓' },
  elsewhere: { vi: 'có, ở mục khác', en: 'covered elsewhere', style: 'green', mark: '✓' },
  changed: { vi: 'có, nhưng khác', en: 'changed', style: 'yellow', mark: '~' },
  weakened: { vi: 'nhẹ hơn cấp trên', en: 'weakened', style: 'red', mark: '!' },
  missing: { vi: 'chưa có', en: 'missing', style: 'red', mark: '✗' },
};

const TEXT_LIMIT = 150;
const MOST_ADDITIONS = 20;

/** "dòng 12 (V.1)": where a place stands in its file. */
function placeOf({ document }: LoadedPlan, { span, section }: TracePlace, lang: Language): string {
  const { start, page } = document.locate(span);
  const at =
    start !== null
      ? `${lang === 'vi' ? 'dòng' : 'line'} ${start.line}`
      : page !== null
        ? `${lang === 'vi' ? 'trang' : 'page'} ${page}`
        : '';
  return section === null ? at : `${at} (${section})`;
}

function coverageLine({ coverage }: Trace, lang: Language): string {
  const { covered, total } = coverage;
  const percent = total === 0 ? '–' : `${Math.round((100 * covered) / total)} %`;
  return lang === 'vi'
    ? `Mức bao quát: ${covered}/${total} nội dung của cấp trên (${percent})`
    : `Coverage: ${covered} of ${total} items of the parent (${percent})`;
}

function countsLine({ rows }: Trace, lang: Language): string {
  const statuses = Object.keys(STATUSES) as TraceStatus[];
  return statuses
    .map((status) => [STATUSES[status][lang], rows.filter((row) => row.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}: ${count}`)
    .join(' · ');
}

/** For people at a terminal. */
export function traceText({ own, parent, trace }: TraceReport, lang: Language, width: number, colour: boolean): string {
  const page = new Page(width, colour);
  page.write(0, [run(lang === 'vi' ? 'BẢNG ĐỐI CHIẾU' : 'TRACE', 'bold')]);
  page.write(2, [run(own.document.path), run(' ↔ ', 'dim'), run(parent.document.path)]);
  for (const kind of Object.keys(KINDS) as TraceKind[]) {
    const rows = trace.rows.filter((row) => row.kind === kind);
    if (rows.length === 0) continue;
    page.write(0, []);
    page.write(0, [run(KINDS[kind][lang].toUpperCase(), 'bold')]);
    for (const row of rows) writeRow(page, own, parent, row, lang);
  }
  page.write(0, []);
  if (trace.additions.length > 0) {
    page.write(0, [
      run(
        lang === 'vi'
          ? `NỘI DUNG RIÊNG CỦA KẾ HOẠCH (${trace.additions.length})`
          : `ADDED BY THE PLAN (${trace.additions.length})`,
        'bold',
      ),
    ]);
    for (const addition of trace.additions.slice(0, MOST_ADDITIONS)) {
      page.write(
        4,
        [run(shorten(addition.text, TEXT_LIMIT)), run(`  ${placeOf(own, addition, lang)}`, 'dim')],
        [run('  + ', 'dim')],
      );
    }
    const rest = trace.additions.length - MOST_ADDITIONS;
    if (rest > 0)
      page.write(4, [
        run(lang === 'vi' ? `… và ${rest} ý nữa (xem --format json)` : `… and ${rest} more (see --format json)`, 'dim'),
      ]);
    page.write(0, []);
  }
  page.write(0, [run(coverageLine(trace, lang), 'bold')]);
  page.write(0, [run(countsLine(trace, lang))]);
  return page.text();
}

function writeRow(page: Page, own: LoadedPlan, parent: LoadedPlan, row: TraceRow, lang: Language): void {
  const { style, mark } = STATUSES[row.status];
  page.write(
    4,
    [run(shorten(row.parent.text, TEXT_LIMIT)), run(`  ${placeOf(parent, row.parent, lang)}`, 'dim')],
    [run(`  ${mark} `, style)],
  );
  page.write(6, [run(STATUSES[row.status][lang], style), run(`: ${row.reason[lang]}`)]);
  for (const place of row.child)
    page.write(6, [
      run('→ ', 'dim'),
      run(shorten(place.text, TEXT_LIMIT)),
      run(`  ${placeOf(own, place, lang)}`, 'dim'),
    ]);
}

/** As data: places with lines, words in the chosen language. */
export function traceData({ own, parent, trace }: TraceReport, lang: Language): unknown {
  const place = (loaded: LoadedPlan) => (at: TracePlace) => ({
    text: at.text,
    section: at.section,
    location: loaded.document.locate(at.span),
  });
  return {
    version: 1,
    child: own.document.path,
    parent: parent.document.path,
    coverage: trace.coverage,
    rows: trace.rows.map((row) => ({
      kind: row.kind,
      status: row.status,
      reason: row.reason[lang],
      parent: place(parent)(row.parent),
      child: row.child.map(place(own)),
    })),
    additions: trace.additions.map(place(own)),
  };
}

/** Cells of the tables, one row a line. */
function cells({ own, parent, trace }: TraceReport, lang: Language): string[][] {
  const rows = trace.rows.map((row) => [
    KINDS[row.kind][lang],
    STATUSES[row.status][lang],
    row.parent.text,
    placeOf(parent, row.parent, lang),
    row.child.map(({ text }) => text).join(' / '),
    row.child.map((at) => placeOf(own, at, lang)).join(' / '),
    row.reason[lang],
  ]);
  const head =
    lang === 'vi'
      ? ['Loại', 'Tình trạng', 'Văn bản cấp trên', 'Vị trí', 'Kế hoạch', 'Vị trí trong kế hoạch', 'Lý do']
      : ['Kind', 'Status', 'Parent', 'Place', 'Plan', 'Place in the plan', 'Reason'];
  return [head, ...rows];
}

/** For a spreadsheet. */
export function traceCsv(report: TraceReport, lang: Language): string {
  return csvTable(cells(report, lang));
}

/** For a pull request or a report. */
export function traceMarkdown(report: TraceReport, lang: Language): string {
  const [head = [], ...rows] = cells(report, lang);
  const line = (row: readonly string[]): string => `| ${row.map(markdownCell).join(' | ')} |`;
  const title = lang === 'vi' ? '## Bảng đối chiếu' : '## Trace';
  return `${[title, '', coverageLine(report.trace, lang), '', line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')}\n`;
}

function markdownCell(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>()#+!|~-]/gu, (mark) => (/[()+-]/u.test(mark) ? mark : `\\${mark}`));
}
