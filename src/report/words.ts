/** The fixed words of the text report, in both languages. Courteous, plain Vietnamese as an official writes it. */
import type { Severity } from '../engine/severity.js';
import type { Language } from '../errors.js';
import type { WaivedResult } from './result.js';

export interface Words {
  severity: Record<Severity, string>;
  line(line: number): string;
  page(page: number): string;
  paragraph(paragraph: number): string;
  section(path: string): string;
  identity(parts: { type: string | null; code: string | null; date: string | null; issuer: string | null }): string;
  noIdentity: string;
  draft: string;
  /** Of a text that comes from recognition: what is blank there may be what was not recognised. */
  unrecognised: string;
  ocr: string;
  broken: string;
  noFindings: string;
  noNewFindings: string;
  own: string;
  parent: string;
  elsewhere: string;
  suggested: string;
  why: string;
  summary: string;
  checkedAgainst: string;
  given: string;
  by(citation: string, place: string): string;
  notExact: string;
  notCited: string;
  notChecked: string;
  alone: string;
  noParentCited: string;
  unresolved(citation: string, place: string): string;
  ambiguous(citation: string, place: string, candidates: string): string;
  alsoCites(citations: string): string;
  skipped(rules: string, reason: string): string;
  noParent: string;
  andMore(count: number): string;
  andMoreCitations(count: number): string;
  hidden(count: number): string;
  document: string;
  documents(count: number): string;
  counts(errors: number, warnings: number, infos: number): string;
  /** What a passed run leaves to look at: only what there is. */
  left(warnings: number, infos: number): string;
  waived(count: number): string;
  baselined(count: number): string;
  stale(count: number): string;
  knownOf(path: string): string;
  waivedMark: string;
  baselinedMark: string;
  waivedBecause(waiver: WaivedResult['waiver']): string;
  fixed(count: number): string;
  fixable(count: number): string;
  incomplete(failed: number): string;
  foundErrors(errors: number): string;
  foundBelow(findings: string): string;
  tooManyWarnings(warnings: number, limit: number): string;
  passedWith(findings: string): string;
  passed: string;
  /** At the end of a report that may not become longer. */
  leftOut(findings: number): string;
  nothing: string;
  /** Passed, but some findings are waived or known. */
  passedKnown: string;
  butAlone(count: number): string;
  butUnknown(count: number): string;
}

const dayFirst = (iso: string): string => iso.split('-').reverse().join('/');
const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const vi: Words = {
  severity: { error: 'lỗi', warning: 'cảnh báo', info: 'ghi chú' },
  line: (line) => `dòng ${line}`,
  page: (page) => `trang ${page}`,
  paragraph: (paragraph) => `đoạn ${paragraph}`,
  section: (path) => `mục ${path}`,
  identity: ({ type, code, date, issuer }) =>
    [type, code && `số ${code}`, date && `ngày ${dayFirst(date)}`, issuer && `của ${issuer}`].filter(Boolean).join(' '),
  noIdentity: 'Không nhận ra phần đầu văn bản (tên loại, số, ký hiệu, ngày ban hành).',
  draft: 'Dự thảo: còn để trống số hoặc ngày ban hành.',
  unrecognised: 'Số hoặc ngày ban hành để trống, hoặc không nhận dạng được từ bản quét.',
  ocr: 'Văn bản có dấu hiệu được nhận dạng từ bản quét; kết quả về chính tả chỉ để tham khảo.',
  broken: 'Lớp chữ của văn bản bị hỏng; các quy tắc không chạy được.',
  noFindings: 'Không có phát hiện nào.',
  noNewFindings: 'Không có phát hiện nào ngoài những phát hiện đã biết hoặc được miễn trừ.',
  own: 'Văn bản này',
  parent: 'Cấp trên',
  elsewhere: 'Chỗ khác',
  suggested: 'Nên viết',
  why: 'Giải thích',
  summary: 'TỔNG HỢP',
  checkedAgainst: 'Đã đối chiếu với văn bản cấp trên',
  given: 'do người dùng chỉ định (--parent)',
  by: (citation, place) => `theo viện dẫn “${citation}” (${place})`,
  notExact: 'viện dẫn không khớp hẳn',
  notCited: 'văn bản được kiểm tra không viện dẫn văn bản này, hãy xem lại --parent',
  notChecked: 'Chưa kiểm tra được',
  alone: 'CHƯA ĐỐI CHIẾU VỚI CẤP TRÊN, chỉ kiểm tra riêng văn bản này',
  noParentCited: 'Không nhận ra ở phần mở đầu viện dẫn nào tới văn bản cấp trên trực tiếp mà văn bản này triển khai.',
  unresolved: (citation, place) => `Không tìm thấy văn bản được viện dẫn: “${citation}” (${place}).`,
  ambiguous: (citation, place, candidates) =>
    `Viện dẫn “${citation}” (${place}) ứng với nhiều văn bản: ${candidates}. Dùng --parent để chỉ định.`,
  alsoCites: (citations) => `còn viện dẫn văn bản chưa có để đối chiếu: ${citations}`,
  skipped: (rules, reason) => `Không chạy ${rules}: ${reason}`,
  noParent: 'chưa có văn bản cấp trên',
  andMore: (count) => `và ${count} văn bản khác`,
  andMoreCitations: (count) => `… và ${count} viện dẫn khác.`,
  hidden: (count) => `Không hiển thị ${count} cảnh báo và ghi chú (--quiet).`,
  document: 'văn bản',
  documents: (count) => `Đã kiểm tra ${count} văn bản`,
  counts: (errors, warnings, infos) => `${errors} lỗi, ${warnings} cảnh báo, ${infos} ghi chú`,
  left: (warnings, infos) =>
    [warnings > 0 && `${warnings} cảnh báo`, infos > 0 && `${infos} ghi chú`].filter(Boolean).join(', '),
  waived: (count) => `Được miễn trừ, có ghi lý do: ${count} phát hiện.`,
  baselined: (count) => `Đã biết từ trước (baseline): ${count} phát hiện.`,
  stale: (count) => `${count} mục trong baseline không còn xảy ra; xóa bằng --prune-baseline.`,
  knownOf: (path) => `Không tính vào kết quả của ${path}`,
  waivedMark: 'miễn trừ',
  baselinedMark: 'đã biết',
  waivedBecause: ({ reason, until, path, line }) =>
    `Lý do: ${reason}${until === null ? '' : `; đến hết ngày ${dayFirst(until)}`} (${path}:${line})`,
  fixed: (count) => `Đã tự sửa ${count} chỗ; số liệu dưới đây là phần còn lại.`,
  fixable: (count) => `Có thể tự sửa ${count} chỗ bằng --fix; xem trước bằng --fix-dry-run.`,
  incomplete: (failed) => `CHƯA HOÀN THÀNH: ${failed} việc không thực hiện được, xem mục “Chưa kiểm tra được”.`,
  foundErrors: (errors) => `CHƯA ĐẠT: có ${errors} lỗi cần xem xét, sửa trước khi trình.`,
  foundBelow: (findings) => `CHƯA ĐẠT theo mức đã chọn: ${findings}.`,
  tooManyWarnings: (warnings, limit) => `CHƯA ĐẠT: ${warnings} cảnh báo, nhiều hơn mức cho phép (${limit}).`,
  passedWith: (findings) => `ĐẠT: không có vi phạm ở mức đã chọn; còn ${findings} để người rà soát xem xét.`,
  passed: 'ĐẠT: các quy tắc đã chạy không phát hiện sai sót.',
  leftOut: (findings) => `Còn ${findings} phát hiện không ghi ở đây vì quá dài; xem đủ trong báo cáo của planlint.`,
  nothing: 'Không có văn bản nào phải kiểm tra.',
  passedKnown: 'ĐẠT: không có phát hiện nào ngoài những phát hiện đã biết hoặc được miễn trừ.',
  butAlone: (count) => `Lưu ý: ${count} văn bản chưa được đối chiếu với cấp trên.`,
  butUnknown: (count) => `Lưu ý: ${count} văn bản không nhận ra phần đầu, có thể không phải là kế hoạch.`,
};

const en: Words = {
  severity: { error: 'error', warning: 'warning', info: 'note' },
  line: (line) => `line ${line}`,
  page: (page) => `page ${page}`,
  paragraph: (paragraph) => `paragraph ${paragraph}`,
  section: (path) => `section ${path}`,
  identity: ({ type, code, date, issuer }) =>
    [type, code && `no. ${code}`, date && `of ${dayFirst(date)}`, issuer && `by ${issuer}`].filter(Boolean).join(' '),
  noIdentity: 'The head of the document (kind, number, symbol, date) was not recognised.',
  draft: 'Draft: number or date still blank.',
  unrecognised: 'Number or date blank, or not recognised in the scan.',
  ocr: 'The text looks like recognition (OCR) of a scan; take findings on spelling as hints.',
  broken: 'The text layer of the document is broken; the rules could not run.',
  noFindings: 'No findings.',
  noNewFindings: 'No findings but those known or waived.',
  own: 'This plan',
  parent: 'Parent',
  elsewhere: 'Elsewhere',
  suggested: 'Better',
  why: 'Why',
  summary: 'SUMMARY',
  checkedAgainst: 'Checked against the parent',
  given: 'given with --parent',
  by: (citation, place) => `by the citation “${citation}” (${place})`,
  notExact: 'the citation does not fully agree',
  notCited: 'the document does not cite it, see whether --parent is right',
  notChecked: 'Not checked',
  alone: 'NOT CHECKED AGAINST A PARENT, only by itself',
  noParentCited: 'No citation of a document right above, which this one implements, was recognised in its opening.',
  unresolved: (citation, place) => `The document cited was not found: “${citation}” (${place}).`,
  ambiguous: (citation, place, candidates) =>
    `The citation “${citation}” (${place}) fits several documents: ${candidates}. Name one with --parent.`,
  alsoCites: (citations) => `also cites documents that are not at hand: ${citations}`,
  skipped: (rules, reason) => `${rules} did not run: ${reason}`,
  noParent: 'no parent at hand',
  andMore: (count) => `and ${count} more`,
  andMoreCitations: (count) => `… and ${count} more.`,
  hidden: (count) => `${count} warnings and notes are not shown (--quiet).`,
  document: 'document',
  documents: (count) => `${plural(count, 'document')} checked`,
  counts: (errors, warnings, infos) =>
    [plural(errors, 'error'), plural(warnings, 'warning'), plural(infos, 'note')].join(', '),
  left: (warnings, infos) =>
    [warnings > 0 && plural(warnings, 'warning'), infos > 0 && plural(infos, 'note')].filter(Boolean).join(', '),
  waived: (count) => `Waived, with a reason: ${plural(count, 'finding')}.`,
  baselined: (count) => `Known from before (baseline): ${plural(count, 'finding')}.`,
  stale: (count) =>
    `${plural(count, 'finding')} of the baseline no longer ${count === 1 ? 'occurs' : 'occur'}; remove with --prune-baseline.`,
  knownOf: (path) => `Not counted in ${path}`,
  waivedMark: 'waived',
  baselinedMark: 'known',
  waivedBecause: ({ reason, until, path, line }) =>
    `Reason: ${reason}${until === null ? '' : `; until ${dayFirst(until)}`} (${path}:${line})`,
  fixed: (count) => `${plural(count, 'finding')} fixed; the figures below are what is left.`,
  fixable: (count) => `${plural(count, 'finding')} can be fixed with --fix; see how with --fix-dry-run.`,
  incomplete: (failed) => `INCOMPLETE: ${plural(failed, 'thing')} could not be done, see “Not checked”.`,
  foundErrors: (errors) => `FAILED: ${plural(errors, 'error')} to look at and correct before signature.`,
  foundBelow: (findings) => `FAILED at the level chosen: ${findings}.`,
  tooManyWarnings: (warnings, limit) => `FAILED: ${plural(warnings, 'warning')}, more than allowed (${limit}).`,
  passedWith: (findings) => `PASSED: nothing at the level chosen; ${findings} left for the reviewer to consider.`,
  passed: 'PASSED: the rules that ran found nothing.',
  leftOut: (findings) => `${plural(findings, 'finding')} more did not fit here; see the full report of planlint.`,
  nothing: 'There was no document to check.',
  passedKnown: 'PASSED: nothing but findings that are known or waived.',
  butAlone: (count) => `Note: ${plural(count, 'document')} not checked against a parent.`,
  butUnknown: (count) => `Note: the head of ${plural(count, 'document')} was not recognised; it may be no plan.`,
};

export const WORDS: Record<Language, Words> = { vi, en };
