/** The words of the citation graph in both languages, and names of documents in them. */
import type { Bilingual, Language } from '../../errors.js';
import { formatDay } from '../../plan/calendar.js';
import { typeByName } from '../../plan/document-types.js';
import type { UnitKind } from '../../plan/plan.js';
import type { AbsentResult, AnswersResult, GraphDocumentResult, GraphResult, SupersededResult } from './result.js';

type AnswerStatus = AnswersResult['units'][number]['status'];

export const TITLE: Bilingual = { vi: 'Sơ đồ viện dẫn', en: 'Citation graph' };

export const HEADINGS = {
  tree: { vi: 'Văn bản và các kế hoạch thực hiện', en: 'Documents and the plans that carry them out' },
  answers: { vi: 'Xã, phường chưa ban hành kế hoạch', en: 'Communes that have not issued their plan' },
  superseded: { vi: 'Văn bản đã bị thay thế, bãi bỏ, sửa đổi', en: 'Documents replaced, revoked or amended' },
  cycles: { vi: 'Viện dẫn vòng', en: 'Circular citations' },
  parents: { vi: 'Văn bản cấp trên được viện dẫn nhưng không có trong kho', en: 'Parents that are cited but absent' },
  bases: { vi: 'Căn cứ pháp lý không có trong kho', en: 'Legal bases that are absent' },
  ambiguous: { vi: 'Viện dẫn ứng với nhiều văn bản', en: 'Citations that fit several documents' },
  copies: { vi: 'Một văn bản có ở nhiều tệp', en: 'Documents kept in several files' },
  alone: { vi: 'Văn bản không gắn với văn bản nào khác', en: 'Documents without any relation' },
  problems: { vi: 'Không đọc được', en: 'Not read' },
  summary: { vi: 'Tổng hợp', en: 'Summary' },
} satisfies Record<string, Bilingual>;

export const STATUS: Record<AnswerStatus, Bilingual> = {
  issued: { vi: 'đã ban hành', en: 'issued' },
  late: { vi: 'ban hành chậm', en: 'issued late' },
  draft: { vi: 'còn là dự thảo', en: 'still a draft' },
  missing: { vi: 'chưa ban hành', en: 'not issued' },
  overdue: { vi: 'chưa ban hành, quá hạn', en: 'not issued, overdue' },
};

export const EFFECT: Record<SupersededResult['effect'], Bilingual> = {
  replaces: { vi: 'bị thay thế bởi', en: 'replaced by' },
  revokes: { vi: 'bị bãi bỏ bởi', en: 'revoked by' },
  amends: { vi: 'được sửa đổi, bổ sung bởi', en: 'amended by' },
};

/** What the document does to the other, as the label of an arrow. */
export const EFFECT_ON: Record<SupersededResult['effect'], Bilingual> = {
  replaces: { vi: 'thay thế', en: 'replaces' },
  revokes: { vi: 'bãi bỏ', en: 'revokes' },
  amends: { vi: 'sửa đổi', en: 'amends' },
};

export const OUTDATED: Record<SupersededResult['children'][number]['issued'], Bilingual> = {
  after: { vi: 'ban hành sau đó mà vẫn thực hiện văn bản cũ', en: 'issued later, and still carries out the old one' },
  before: { vi: 'ban hành trước đó, cần rà soát lại', en: 'issued before, to be looked through again' },
  unknown: { vi: 'chưa rõ ban hành trước hay sau, cần rà soát', en: 'issued before or after, to be looked through' },
};

export const DRAFT: Bilingual = { vi: 'dự thảo', en: 'draft' };
export const ABSENT: Bilingual = { vi: 'không có trong kho', en: 'absent' };

/** Documents and absent ones by id. */
export type Index = ReadonlyMap<string, GraphDocumentResult | AbsentResult>;

export function indexOf({ documents, absent }: GraphResult): Index {
  return new Map([...documents, ...absent].map((node) => [node.id, node]));
}

type Node = GraphDocumentResult | AbsentResult;

/** "Kế hoạch số 34/KH-UBND ngày 22/01/2026 của Ủy ban nhân dân tỉnh Ninh Bình"; the file where nothing of it is known. */
export function fullName(node: Node, lang: Language): string {
  const { issuer } = node;
  if (!('path' in node) && shortName(node, lang) === node.quote) return node.quote;
  const of = issuer === null ? '' : { vi: ` của ${issuer}`, en: ` by ${issuer}` }[lang];
  return `${shortName(node, lang)}${of}`;
}

/** Without the issuer: "Kế hoạch số 12/KH-UBND ngày 05/02/2026". */
export function shortName(node: Node, lang: Language): string {
  const { type, code, date, number, symbol } = 'path' in node ? node.identity : { ...node, number: null, symbol: null };
  // a blank number keeps its place: "…/KH-UBND"
  const blank = symbol === null ? number : `…${symbol.includes('/') ? '-' : '/'}${symbol}`;
  const parts = [
    type === null ? null : capital(type),
    code === null && blank === null ? null : `${{ vi: 'số', en: 'no.' }[lang]} ${code ?? blank}`,
    date === null ? null : `${{ vi: 'ngày', en: 'of' }[lang]} ${day(date)}`,
  ].filter((part) => part !== null);
  if ('path' in node) return parts.length > 0 ? parts.join(' ') : node.path;
  // the name of a law says more than its kind and day
  return code === null || isLaw(type) ? node.quote : parts.join(' ');
}

function isLaw(type: string | null): boolean {
  return type !== null && ['luật', 'pháp lệnh', 'hiến pháp'].includes(typeByName(type)?.family ?? type);
}

/** "22/01/2026". */
export function day(iso: string): string {
  return formatDay(iso);
}

/** Days from one ISO day to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

const KINDS: readonly UnitKind[] = ['phường', 'xã', 'đặc khu'];

/** Names of units by their kind: "43 phường: An Biên, An Dương, …". */
export function unitsByKind(names: readonly string[]): { kind: string; names: string[] }[] {
  const groups = KINDS.map((kind) => ({
    kind,
    names: names.filter((name) => name.startsWith(`${kind} `)).map((name) => name.slice(kind.length + 1)),
  }));
  return groups.filter((group) => group.names.length > 0);
}

/** "phường Hoa Lư" as the beginning of a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
