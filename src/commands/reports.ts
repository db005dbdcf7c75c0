/** Makes the reports that are wanted from one result, and writes each to its place. */
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readThrough, readWhole } from '../cache/unread.js';
import { FORMATS, type Format, type FormatName, type ReportContext } from '../report/formats.js';
import type { Outcome } from '../report/make.js';
import type { LintResult } from '../report/result.js';
import type { Shelf } from '../shelf.js';
import type { Target } from './format-flags.js';
import { textWidth, wantsColour, writeResult } from './output.js';
import { usageError } from './usage.js';

/** What the command knows of how to report; colours and width are told by where a report goes. */
export type ReportSettings = Omit<ReportContext, 'colour' | 'width'> & {
  /** --color or --no-color. */
  color: boolean | undefined;
};

/** Makes all reports first, then writes them: files, then standard output. Rejects with `PlanlintError` where one cannot be written. */
export async function writeReports(
  result: LintResult,
  targets: readonly Target[],
  settings: ReportSettings,
): Promise<void> {
  const made: { file: string | null; text: string }[] = [];
  for (const { format, file } of targets) {
    const { load }: Format = FORMATS[format];
    const report = await load();
    const colour = wantsColour(settings.color, process.env, file === null && process.stdout.isTTY);
    made.push({ file, text: await readThrough(() => report(result, { ...settings, colour, width: textWidth() })) });
  }
  const inOrder = [...made.filter(({ file }) => file !== null), ...made.filter(({ file }) => file === null)];
  for (const { file, text } of inOrder) await writeResult(text, file ?? undefined);
}

/** Formats that look at the documents themselves, and whether at all of them or at those with findings only. */
const TEXTS: Partial<Record<FormatName, 'all' | 'found'>> = { html: 'all', sarif: 'found', rdjson: 'found' };

/** Reads the documents that reports look at, where results came from the cache. `all`: in any case. */
export async function readForReports(
  outcomes: readonly Outcome[],
  targets: readonly Target[],
  all: boolean,
): Promise<void> {
  const wanted = new Set(all ? ['all'] : targets.map(({ format }) => TEXTS[format]));
  for (const outcome of outcomes) {
    if ('error' in outcome) continue;
    const { kase, findings, waived } = outcome;
    if (!wanted.has('all') && !(wanted.has('found') && findings.length + waived.length > 0)) continue;
    for (const each of [kase, ...kase.parents]) await readWhole(each);
  }
}

/** A report or an annotated copy must not replace what was read. Rejects with `PlanlintError`. */
export async function protectRead(files: readonly string[], shelf: Shelf): Promise<void> {
  for (const file of files) {
    const real = await realpath(resolve(file)).catch(() => null);
    if (real === null || !shelf.holds(real)) continue;
    throw usageError(
      {
        vi: `kết quả ghi vào ${file} sẽ ghi đè văn bản vừa đọc`,
        en: `the report would overwrite ${file}, which was read as a document`,
      },
      {
        vi: 'Chọn tên tệp khác. Nếu đó là kết quả của lần chạy trước, hãy xóa nó hoặc thêm vào mục ignore của planlint.yaml.',
        en: 'Choose another file. If it is the report of an earlier run, delete it or add it to ignore in planlint.yaml.',
      },
    );
  }
}
