/** The fixed words of the page, in both languages; those that it shares with the text report are in `../words.ts`. */
import type { Severity } from '../../engine/severity.js';
import type { Language } from '../../errors.js';

export interface PageWords {
  title: string;
  checkedOn(day: string): string;
  skip: string;
  summary: string;
  verdict: { passed: string; failed: string; incomplete: string };
  severities: Record<Severity, string>;
  documents: string;
  document: string;
  against: string;
  nothingAgainst: string;
  notRead: string;
  draft: string;
  findings: string;
  finding: string;
  noFindings: string;
  number: string;
  place: string;
  message: string;
  table: string;
  parents: string;
  parentsHint: string;
  parentNotPrinted: string;
  parentOf(count: number): string;
  rulesNotRun: string;
  toParent: string;
  seeParent: string;
  seeHere: string;
  sameClause: string;
  rewordedClause: string;
  proposed: string;
  fixable: string;
  explain: string;
  rules: string;
  rulesHint: string;
  why: string;
  basis: string;
  permalink: string;
  toWords: string;
  matrix: string;
  matrixWith(name: string): string;
  coverage(covered: number, total: number): string;
  nothingToTrace: string;
  additions(count: number): string;
  columns: { kind: string; parent: string; plan: string; status: string };
  controls: string;
  previous: string;
  next: string;
  position: string;
  filter: string;
  allRules: string;
  rule: string;
  noneShown: string;
  jumpToParent: string;
  back: string;
  follow: string;
  theme: string;
  help: string;
  close: string;
  keys: string;
  keysHint: string;
  legend: string;
  keyNames: Record<
    'next' | 'previous' | 'parent' | 'back' | 'explain' | 'severity' | 'matrix' | 'follow' | 'theme' | 'help',
    string
  >;
  marks: { error: string; warning: string; info: string; same: string; reworded: string };
  madeBy(version: string): string;
  local: string;
}

const vi: PageWords = {
  title: 'Kết quả rà soát',
  checkedOn: (day) => `Ngày rà soát: ${day}`,
  skip: 'Tới phần văn bản',
  summary: 'Tổng hợp',
  verdict: { passed: 'Đạt', failed: 'Chưa đạt', incomplete: 'Chưa hoàn thành' },
  severities: { error: 'Lỗi', warning: 'Cảnh báo', info: 'Ghi chú' },
  documents: 'Các văn bản đã rà soát',
  document: 'Văn bản',
  against: 'Đối chiếu với',
  nothingAgainst: 'chưa đối chiếu',
  notRead: 'không đọc được',
  draft: 'Nội dung văn bản',
  findings: 'Các phát hiện',
  finding: 'Phát hiện',
  noFindings: 'Không có phát hiện nào.',
  number: 'Số',
  place: 'Vị trí',
  message: 'Nội dung',
  table: 'Bảng',
  parents: 'Văn bản cấp trên',
  parentsHint: 'Chỗ có gạch chân là chỗ các phát hiện nhắc tới.',
  parentNotPrinted: 'Toàn văn của văn bản cấp trên chỉ xem trên màn hình, không in kèm.',
  parentOf: (count) => `Dùng để đối chiếu ${count} văn bản.`,
  rulesNotRun: 'Quy tắc không chạy',
  toParent: 'Cấp trên',
  seeParent: 'Xem ở văn bản cấp trên',
  seeHere: 'Xem trong văn bản',
  sameClause: 'Giống nguyên văn cấp trên: xem chỗ đó',
  rewordedClause: 'Cấp trên có ý tương ứng, khác lời: xem chỗ đó',
  proposed: 'Nên viết',
  fixable: 'sửa tự động được bằng --fix',
  explain: 'Vì sao, căn cứ',
  rules: 'Giải thích các quy tắc',
  rulesHint: 'Vì sao có phát hiện, nên làm gì, dựa trên căn cứ nào.',
  why: 'Vì sao và nên làm gì',
  basis: 'Căn cứ',
  permalink: 'Liên kết tới phát hiện này',
  toWords: 'Tới chỗ này trong văn bản',
  matrix: 'Bảng đối chiếu',
  matrixWith: (name) => `Bảng đối chiếu với ${name}`,
  coverage: (covered, total) => `Bao quát ${covered}/${total} nội dung của cấp trên`,
  nothingToTrace: 'Không nhận ra chủ đề, thời hạn, chỉ tiêu, nhiệm vụ nào của văn bản này giao cho cấp của kế hoạch.',
  additions: (count) => `Nội dung riêng của kế hoạch (${count})`,
  columns: { kind: 'Loại', parent: 'Văn bản cấp trên', plan: 'Kế hoạch', status: 'Tình trạng' },
  controls: 'Duyệt và lọc phát hiện',
  previous: 'Phát hiện trước',
  next: 'Phát hiện sau',
  position: 'Phát hiện đang xem',
  filter: 'Mức độ hiển thị',
  allRules: 'Mọi quy tắc',
  rule: 'Quy tắc',
  noneShown: 'Bộ lọc đang ẩn hết các phát hiện.',
  jumpToParent: 'Tới chỗ tương ứng của cấp trên',
  back: 'Về kế hoạch',
  follow: 'Cuộn cấp trên theo kế hoạch',
  theme: 'Đổi giao diện sáng, tối',
  help: 'Trợ giúp và phím tắt',
  close: 'Đóng',
  keys: 'Phím tắt',
  keysHint: 'Dùng phím tắt',
  legend: 'Ký hiệu',
  keyNames: {
    next: 'Phát hiện sau',
    previous: 'Phát hiện trước',
    parent: 'Tới chỗ tương ứng ở văn bản cấp trên, đánh dấu chữ khác nhau',
    back: 'Về lại kế hoạch',
    explain: 'Mở, đóng phần giải thích và căn cứ',
    severity: 'Hiện, ẩn lỗi, cảnh báo, ghi chú',
    matrix: 'Tới bảng đối chiếu',
    follow: 'Bật, tắt việc cuộn cấp trên theo kế hoạch',
    theme: 'Đổi giao diện sáng, tối',
    help: 'Mở bảng này',
  },
  marks: {
    error: 'Lỗi: gạch chân đôi; chắc chắn sai, cần sửa trước khi trình',
    warning: 'Cảnh báo: gạch chân lượn sóng; cần xem lại',
    info: 'Ghi chú: gạch chân chấm; điều nên biết',
    same: 'Giống nguyên văn một ý của cấp trên (không kể tên cấp: thành phố, phường…)',
    reworded: 'Cấp trên có ý tương ứng, diễn đạt khác',
  },
  madeBy: (version) => `Lập bởi planlint ${version}`,
  local: 'Trang này đứng một mình: không tải gì từ mạng, không gửi gì đi.',
};

const en: PageWords = {
  title: 'Review of plans',
  checkedOn: (day) => `Reviewed on ${day}`,
  skip: 'To the document',
  summary: 'Summary',
  verdict: { passed: 'Passed', failed: 'Not passed', incomplete: 'Incomplete' },
  severities: { error: 'Errors', warning: 'Warnings', info: 'Notes' },
  documents: 'Documents reviewed',
  document: 'Document',
  against: 'Checked against',
  nothingAgainst: 'not checked against a parent',
  notRead: 'could not be read',
  draft: 'Text of the document',
  findings: 'Findings',
  finding: 'Finding',
  noFindings: 'No findings.',
  number: 'No.',
  place: 'Place',
  message: 'Message',
  table: 'Table',
  parents: 'Parent documents',
  parentsHint: 'Underlined words are what findings refer to.',
  parentNotPrinted: 'The full text of parents is for the screen and is not printed.',
  parentOf: (count) => (count === 1 ? 'For one document.' : `For ${count} documents.`),
  rulesNotRun: 'Rules that did not run',
  toParent: 'Parent',
  seeParent: 'See it in the parent',
  seeHere: 'See it in the document',
  sameClause: 'Word for word as in the parent: see it there',
  rewordedClause: 'The parent has a matching clause in other words: see it there',
  proposed: 'Better',
  fixable: 'can be fixed with --fix',
  explain: 'Why, legal basis',
  rules: 'The rules explained',
  rulesHint: 'Why a rule finds something, what to do, and on what basis.',
  why: 'Why, and what to do',
  basis: 'Basis',
  permalink: 'Link to this finding',
  toWords: 'To these words in the document',
  matrix: 'Coverage matrix',
  matrixWith: (name) => `Coverage of ${name}`,
  coverage: (covered, total) => `${covered} of ${total} items of the parent covered`,
  nothingToTrace: 'No theme, deadline, target or duty of this document for the level of the plan was recognised.',
  additions: (count) => `Added by the plan (${count})`,
  columns: { kind: 'Kind', parent: 'Parent', plan: 'Plan', status: 'Status' },
  controls: 'Go through and filter findings',
  previous: 'Previous finding',
  next: 'Next finding',
  position: 'Finding shown',
  filter: 'Severities shown',
  allRules: 'All rules',
  rule: 'Rule',
  noneShown: 'The filters hide all findings.',
  jumpToParent: 'To the matching clause of the parent',
  back: 'Back to the plan',
  follow: 'Scroll the parent with the plan',
  theme: 'Light or dark',
  help: 'Help and keys',
  close: 'Close',
  keys: 'Keys',
  keysHint: 'Use keyboard shortcuts',
  legend: 'Marks',
  keyNames: {
    next: 'Next finding',
    previous: 'Previous finding',
    parent: 'To the matching clause of the parent, words that differ marked',
    back: 'Back to the plan',
    explain: 'Open or close why and basis',
    severity: 'Show or hide errors, warnings, notes',
    matrix: 'To the coverage matrix',
    follow: 'Scroll the parent with the plan, or not',
    theme: 'Light or dark',
    help: 'Open this list',
  },
  marks: {
    error: 'Error: double underline; certainly wrong, to be corrected before signature',
    warning: 'Warning: wavy underline; to be looked at again',
    info: 'Note: dotted underline; good to know',
    same: 'Word for word a clause of the parent (words of level aside: city, ward …)',
    reworded: 'The parent has a matching clause in other words',
  },
  madeBy: (version) => `Made by planlint ${version}`,
  local: 'This page stands alone: it loads nothing from a network and sends nothing.',
};

export const PAGE_WORDS: Record<Language, PageWords> = { vi, en };
