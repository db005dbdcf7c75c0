/** The fixed words with which a rule is presented, in a terminal and on its page. */
import type { Need } from '../engine/check.js';
import type { Rule } from '../engine/load.js';
import { SEVERITIES, type SeveritySetting, severityRank } from '../engine/severity.js';
import type { Bilingual } from '../errors.js';

export const SEVERITY_WORDS: Record<SeveritySetting, Bilingual> = {
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
  info: { vi: 'ghi chú', en: 'note' },
  off: { vi: 'tắt', en: 'off' },
};

export const NEED_WORDS: Record<Need, Bilingual> = {
  parent: { vi: 'văn bản cấp trên', en: 'a parent' },
  citations: { vi: 'viện dẫn', en: 'citations' },
  themes: { vi: 'chủ đề được trích dẫn', en: 'a theme quoted' },
  deadlines: { vi: 'thời hạn', en: 'deadlines' },
  outline: { vi: 'bố cục có đánh số', en: 'numbered sections' },
  'own-unit': { vi: 'đơn vị ban hành', en: 'the own unit' },
  'own-date': { vi: 'ngày ban hành', en: 'the own date' },
  'own-number': { vi: 'số của văn bản', en: 'the own number' },
  period: { vi: 'thời gian thực hiện', en: 'a period of implementation' },
  layout: { vi: 'cách trình bày trang (tệp Word)', en: 'a layout of pages (a Word file)' },
};

export const HEADINGS = {
  needs: { vi: 'Chỉ chạy khi văn bản có', en: 'Runs only if there is' },
  why: { vi: 'Vì sao', en: 'Why' },
  messages: { vi: 'Thông báo', en: 'Messages' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  options: { vi: 'Tùy chọn (đổi trong planlint.yaml)', en: 'Options (change them in planlint.yaml)' },
  examples: { vi: 'Ví dụ', en: 'Examples' },
  library: { vi: 'Văn bản khác trong thư viện', en: 'Another document of the library' },
  locked: { vi: 'Cấp trên, khi rà soát trước đây', en: 'Parent, as it was when last read against' },
  parent: { vi: 'Cấp trên', en: 'Parent' },
  child: { vi: 'Văn bản', en: 'Plan' },
  finds: { vi: 'Phát hiện', en: 'Finds' },
  nothing: { vi: 'Không phát hiện gì', en: 'Finds nothing' },
  page: { vi: 'Trang của quy tắc', en: 'Page of the rule' },
  checkedOn: { vi: 'đối chiếu ngày', en: 'checked on' },
} satisfies Record<string, Bilingual>;

/** The gravest severity of a rule's messages. */
export function severityOf(rule: Rule): SeveritySetting {
  const ranks = Object.values(rule.severities).map(severityRank);
  return SEVERITIES[Math.min(...ranks)] ?? 'off';
}

/** Where the page of a rule that comes with planlint lies in the package. */
export function pagePath(id: string): string {
  return `docs/rules/${id}.md`;
}

/** "20/11/2026" of an ISO day. */
export function dayFirst(iso: string): string {
  return iso.split('-').reverse().join('/');
}
