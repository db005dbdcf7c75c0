/** The closing of a document: recipients (nơi nhận) and signature (chức vụ, chữ ký, họ tên). */
import type { SourceDocument, Span } from '../source/document.js';
import type { Recipient, Signature, Zones } from './plan.js';

const AUTHORITY = /^(?:T\/?M\.?|K\/?T\.?|T\/?L\.?|TUQ\.?|Q\.)(?=\s|$)/u;
const TITLE =
  /^(?:PHÓ\s+|THỨ\s+|QUYỀN\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|THỦ TƯỚNG|BỘ TRƯỞNG|TRƯỞNG|CHÁNH|BÍ THƯ|CỤC TRƯỞNG|CHỦ NHIỆM|TỔNG|VIỆN TRƯỞNG|CHÁNH ÁN|HIỆU TRƯỞNG|TRƯỞNG BAN)/u;
const NAME = /^(?:(?:\p{Lu}\p{Ll}*\.?)\s+){1,4}\p{Lu}\p{Ll}*$/u;

/** Recipients, one a line that begins with a dash. */
export function extractRecipients(document: SourceDocument, zones: Zones): Recipient[] {
  return linesIn(document, zones.recipients)
    .filter((line) => /^[-–—]/u.test(line.text))
    .map((line) => ({ span: { start: line.start, end: line.end }, text: line.text.replace(/^[-–—]\s*/u, '') }));
}

/** The signature block; null if the zone is absent. */
export function extractSignature(document: SourceDocument, zones: Zones): Signature | null {
  if (zones.signature === null) return null;
  const lines = linesIn(document, zones.signature).filter((line) => !/^[-–—]/u.test(line.text));
  const authority: string[] = [];
  let title: string | null = null;
  let name: string | null = null;
  let end = zones.signature.start;
  for (const line of lines.slice(0, 12)) {
    const mark = AUTHORITY.exec(line.text)?.[0];
    if (mark !== undefined) authority.push(`${mark.replace(/[/.]/gu, '')}.`);
    const words = mark === undefined ? line.text : line.text.slice(mark.length).trim();
    // "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH": both on one joined line
    const own = mark === undefined ? TITLE.exec(words) : null;
    if (own !== null) title = words;
    else if (title !== null && name === null && NAME.test(words) && /\p{Ll}/u.test(words)) name = words;
    if (mark !== undefined || own !== null || name === words) end = line.end;
    if (name !== null) break;
  }
  return { span: { start: zones.signature.start, end: Math.max(end, zones.signature.start) }, authority, title, name };
}

function linesIn(document: SourceDocument, zone: Span | null): { start: number; end: number; text: string }[] {
  if (zone === null) return [];
  return document.lines
    .filter((line) => line.start >= zone.start && line.end <= zone.end)
    .map((line) => ({ start: line.start, end: line.end, text: document.text.slice(line.start, line.end).trim() }));
}
