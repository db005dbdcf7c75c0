/** The report formats by name. A reporter is loaded only when its format is asked for; it is pure, and writing is the command's business. */
import type { Rule } from '../engine/load.js';
import type { Bilingual } from '../errors.js';
import type { Outcome } from './make.js';
import type { LintResult } from './result.js';
import type { Limits } from './verdict.js';

/** What a reporter may know beside the result. */
export interface ReportContext extends Limits {
  /** The rules that ran, in their order. */
  rules: readonly Rule[];
  /** What the engine found in each document of the result, in the same order; null if only the result is left of a run. */
  outcomes: readonly Outcome[] | null;
  /** Whether colours are shown, and how many columns there are. */
  colour: boolean;
  width: number;
  /** Show errors only. */
  quiet: boolean;
  /** Show also the findings that are waived or that the baseline knows; absent: no. */
  showWaived?: boolean;
}

/** From a result to a text that ends with a newline. */
export type Reporter = (result: LintResult, context: ReportContext) => string;

/** A report format. */
export interface Format {
  /** What it is for, in a few words. */
  what: Bilingual;
  load(): Promise<Reporter>;
}

export const FORMATS = {
  text: {
    what: { vi: 'để đọc trên màn hình', en: 'to read on a terminal' },
    load: async () => (await import('./text.js')).textReport,
  },
  json: {
    what: { vi: 'mọi dữ liệu, cho chương trình', en: 'all data, for programs' },
    load: async () => (await import('./json.js')).jsonReport,
  },
  html: {
    what: { vi: 'một trang để xem, để in', en: 'a page to look at and to print' },
    load: async () => (await import('./html/report.js')).htmlReport,
  },
  sarif: {
    what: { vi: 'SARIF 2.1.0: GitHub code scanning, VS Code', en: 'SARIF 2.1.0: GitHub code scanning, VS Code' },
    load: async () => (await import('./sarif.js')).sarifReport,
  },
  github: {
    what: { vi: 'chú thích trong GitHub Actions', en: 'annotations in GitHub Actions' },
    load: async () => (await import('./github.js')).githubReport,
  },
  gitlab: {
    what: { vi: 'GitLab code quality', en: 'GitLab code quality' },
    load: async () => (await import('./gitlab.js')).gitlabReport,
  },
  rdjson: {
    what: { vi: 'reviewdog, kèm gợi ý sửa', en: 'reviewdog, with suggestions' },
    load: async () => (await import('./rdjson.js')).rdjsonReport,
  },
  junit: {
    what: { vi: 'JUnit XML: bảng kết quả của CI', en: 'JUnit XML: the test tables of a CI' },
    load: async () => (await import('./junit.js')).junitReport,
  },
  checkstyle: {
    what: { vi: 'Checkstyle XML: Jenkins và công cụ khác', en: 'Checkstyle XML: Jenkins and others' },
    load: async () => (await import('./checkstyle.js')).checkstyleReport,
  },
  markdown: {
    what: { vi: 'bình luận ở pull request', en: 'a comment on a pull request' },
    load: async () => (await import('./markdown.js')).markdownReport,
  },
  csv: {
    what: { vi: 'bảng tính Excel', en: 'a spreadsheet' },
    load: async () => (await import('./csv.js')).csvReport,
  },
} satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

/** The names of all formats, in the order in which help lists them. */
export const FORMAT_NAMES = Object.keys(FORMATS).filter(isFormatName);

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}
