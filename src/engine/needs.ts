/** Whether a case has what a rule needs; if not, why not, in words for the summary. */
import type { Bilingual } from '../errors.js';
import { missingParents } from '../library/unresolved.js';
import type { Case, Need } from './check.js';

/** Why the need is not met; null if it is. */
export function missingNeed(kase: Case, need: Need): Bilingual | null {
  const { plan } = kase;
  switch (need) {
    case 'parent':
      return kase.parents.length > 0 ? null : noParent(kase);
    case 'citations':
      return plan.citations.length > 0
        ? null
        : { vi: 'văn bản không viện dẫn văn bản nào', en: 'the plan cites no document' };
    case 'themes':
      return plan.themes.length > 0
        ? null
        : { vi: 'văn bản không trích dẫn chủ đề nào', en: 'the plan quotes no theme' };
    case 'deadlines':
      return plan.deadlines.length > 0
        ? null
        : { vi: 'văn bản không nêu thời hạn nào', en: 'the plan sets no deadline' };
    case 'outline':
      return plan.outline.length > 0
        ? null
        : { vi: 'không nhận ra được các mục của văn bản', en: 'no sections were recognised in the plan' };
    case 'own-unit':
      return plan.ownUnit !== null
        ? null
        : {
            vi: 'không xác định được đơn vị hành chính ban hành văn bản',
            en: 'the administrative unit of the plan was not recognised',
          };
    case 'own-date':
      return plan.identity.date !== null
        ? null
        : { vi: 'văn bản chưa ghi ngày ban hành', en: 'the plan bears no date of issue' };
    case 'own-number':
      return plan.identity.number !== null ? null : { vi: 'văn bản chưa ghi số', en: 'the plan bears no number' };
    case 'period':
      return plan.period !== null
        ? null
        : { vi: 'văn bản không nêu thời gian thực hiện', en: 'the plan states no period of implementation' };
    case 'layout':
      return kase.document.layout !== undefined
        ? null
        : {
            vi: 'chỉ tệp Word cho biết khổ giấy, lề, phông chữ, số trang',
            en: 'only Word files tell paper, margins, fonts and page numbers',
          };
  }
}

function noParent(kase: Case): Bilingual {
  const missing = missingParents(kase, kase.links ?? []);
  const codes = (ambiguous: boolean) =>
    missing.flatMap(({ citation: { code }, status }) =>
      code !== null && (status === 'ambiguous') === ambiguous ? [code] : [],
    );
  const absent = codes(false);
  const several = codes(true);
  if (absent.length > 0) {
    return {
      vi: `chưa có văn bản cấp trên để đối chiếu: không tìm thấy ${absent.join(', ')}`,
      en: `the parent is not at hand: ${absent.join(', ')} was not found`,
    };
  }
  if (several.length > 0) {
    return {
      vi: `chưa rõ văn bản cấp trên nào: có nhiều văn bản cùng ứng với ${several.join(', ')}`,
      en: `it is not clear which document is the parent: several fit ${several.join(', ')}`,
    };
  }
  return {
    vi: 'không nhận ra viện dẫn nào tới văn bản cấp trên mà văn bản này triển khai',
    en: 'no citation of a parent that the plan implements was recognised',
  };
}
