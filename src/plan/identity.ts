/** Identity of a document (thông tin nhận dạng): kind, number, symbol, issuer, place, date, subject; blank parts of a draft known as blank. */
import type { SourceDocument, Span } from '../source/document.js';
import { isUpperCase } from '../source/structure.js';
import { isoDay } from './calendar.js';
import { parseIssuer } from './issuer.js';
import type { Identity, Issuer } from './plan.js';
import type { Heading } from './zones.js';

/** A line, column or cell of the header. */
interface Piece extends Span {
  text: string;
}

const NATION = /CỘNG\s+H[OÒÓÕỌ]\S?\s+X[ÃA]\s+HỘI|Độc lập\s*[-–]\s*Tự do|ĐẢNG CỘNG SẢN VIỆT NAM/u;
/** A stamp of a digital signature, a crawl's frame, a draft's mark: no part of the header. */
const NOT_ISSUER = /^(?:Ký bởi|DỰ THẢO|Dự thảo|MẬT|TỐI MẬT|HỎA TỐC|KHẨN|THƯỢNG KHẨN|BẢN SAO|Thời gian ký|\W*$)/u;
const PLACE_DATE =
  /^(?<place>\p{L}[\p{L}\d\s.\-–']{1,45}?)\s*,?\s*ngày\s*(?<day>\d{0,2}|[^\p{L}\s]{1,6})\s*tháng\s*(?<month>\d{0,2}|[^\p{L}\s]{1,6})\s*năm\s*(?<year>\d{4}|20\d{0,1}|[^\p{L}\s]{0,6})/iu;
const NUMBER_LINE =
  /^Số\s*:?\s*(?<number>[\d.]*(?=\s*[/\-–])|[.…_\s]*|\S{0,5}?)\s*(?<code>[/\-–]\s*(?:\d{4}\s*\/\s*)?\p{L}[\p{L}\d\s./\-–]*)?$/iu;

/** Reads the header and the heading of a document. `text` before the kind line is read line by line, columns apart. */
export function extractIdentity(document: SourceDocument, heading: Heading, body: Span): Identity {
  const end = heading.type?.start ?? body.start;
  const pieces = headerPieces(document, end);
  const number = readNumber(pieces);
  const placeDate = readPlaceDate(pieces);
  const issuer = readIssuer(pieces, number?.span ?? null) ?? launchingIssuer(document, body, placeDate?.place ?? null);
  const type = heading.type === null ? null : document.text.slice(heading.type.start, heading.type.end).toLowerCase();
  const letter = type === null && (heading.subject !== null || /^Kính gửi/mu.test(document.text.slice(0, 3000)));
  const subject =
    heading.subject === null
      ? null
      : document.text.slice(heading.subject.start, heading.subject.end).replace(/\s+/gu, ' ').trim();
  const blanks: Identity['blanks'] = [];
  if (number !== null && number.number === null) blanks.push('number');
  if (placeDate !== null)
    for (const part of ['day', 'month', 'year'] as const) if (placeDate[part] === null) blanks.push(part);
  return {
    type: type === 'chí thị' ? 'chỉ thị' : (type ?? (letter ? 'công văn' : null)),
    number: number?.number ?? null,
    symbol: number?.symbol ?? null,
    code: number?.code ?? null,
    issuer: issuer?.issuer ?? null,
    place: placeDate?.place ?? null,
    date:
      placeDate === null || placeDate.day === null || placeDate.month === null || placeDate.year === null
        ? null
        : isoDay(placeDate.year, placeDate.month, placeDate.day),
    dateParts: { day: placeDate?.day ?? null, month: placeDate?.month ?? null, year: placeDate?.year ?? null },
    subject,
    blanks,
    spans: {
      type: heading.type,
      number: number?.span ?? null,
      issuer: issuer?.span ?? null,
      place: placeDate?.placeSpan ?? null,
      date: placeDate?.dateSpan ?? null,
      subject: heading.subject,
    },
  };
}

/** Blocks of the header as pieces; where a scan or a converter merged lines they are cut before the number, the nation's name, and place and date. */
function headerPieces(document: SourceDocument, end: number): Piece[] {
  const pieces: Piece[] = [];
  for (const block of document.blocks) {
    if (block.start >= end) break;
    for (const piece of cutColumns(document.text.slice(block.start, Math.min(block.end, end)), block.start))
      pieces.push(piece);
  }
  return pieces;
}

function cutColumns(text: string, start: number): Piece[] {
  const cuts = [0];
  for (const pattern of [
    /(?<=\S\s)CỘNG H\S{0,2} XÃ HỘI/u,
    /(?<=\S\s)Độc lập\s*[-–]/u,
    /(?<=\p{Lu}{2}\s(?:\*\s)?)Số\s*:?\s*[\d./…_–-]/u,
    /(?<=(?:Hạnh phúc|VIỆT NAM)\s)\p{Lu}\p{L}*(?:\s\p{L}+){0,4},\s*ngày/u,
    /(?<=\/[A-ZĐ][\p{L}\-–]*\s)\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){0,3}\s*,\s*ngày/u,
  ]) {
    const at = text.search(pattern);
    if (at > 0) cuts.push(at);
  }
  cuts.sort((a, b) => a - b);
  return cuts.flatMap((from, i) => {
    const raw = text.slice(from, cuts[i + 1] ?? text.length);
    const lead = raw.length - raw.trimStart().length;
    const body = raw.trim();
    return body === '' ? [] : [{ text: body, start: start + from + lead, end: start + from + lead + body.length }];
  });
}

/** An issuer's name that goes on with the number of the document by which it was set up. */
const ISSUER_OF_ANOTHER = /(?<!\p{L})(?:QUYẾT ĐỊNH|KẾ HOẠCH|NGHỊ QUYẾT|CHỈ THỊ)$/u;

/** "Số: 56/KH-UBND", "Số: /KH-UBND", "Số 41-CT/TU"; the last line that reads so, since an issuer's own name may cite a number above it. */
function readNumber(
  pieces: Piece[],
): { number: string | null; symbol: string | null; code: string | null; span: Span } | null {
  for (const [i, piece] of [...pieces.entries()].toReversed()) {
    if (!/^Số\s*[:\d/.…_\-–]/iu.test(piece.text)) continue;
    // an issuer set up by a decision: "ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH" / "SỐ 1050/QĐ-SCT"
    if (/^SỐ\s\d/u.test(piece.text) && ISSUER_OF_ANOTHER.test(pieces[i - 1]?.text ?? '')) continue;
    const match = NUMBER_LINE.exec(piece.text);
    const written = match?.groups?.code;
    if (match === null || written === undefined) continue;
    const symbol = written
      .replace(/\s+/gu, '')
      .replace(/–/gu, '-')
      .replace(/[.\-/]+$/u, '');
    const digits = /^\d[\d.]*$/u.test(match.groups?.number ?? '') ? (match.groups?.number ?? null) : null;
    const span = { start: piece.start, end: piece.end };
    return { number: digits, symbol: symbol.slice(1), code: digits === null ? null : `${digits}${symbol}`, span };
  }
  return null;
}

/** "Hải Phòng, ngày 18 tháng 02 năm 2026", with any part blank. */
function readPlaceDate(pieces: Piece[]): {
  place: string;
  day: number | null;
  month: number | null;
  year: number | null;
  placeSpan: Span;
  dateSpan: Span;
} | null {
  for (const piece of pieces.toReversed()) {
    const match = PLACE_DATE.exec(piece.text);
    const groups = match?.groups;
    if (match === null || groups === undefined) continue;
    const place = (groups.place ?? '').trim();
    const part = (text: string | undefined, least: number) =>
      /^\d+$/u.test(text ?? '') && Number(text) >= least ? Number(text) : null;
    const dateStart = piece.start + match[0].toLowerCase().indexOf('ngày', place.length);
    return {
      place,
      day: part(groups.day, 1),
      month: part(groups.month, 1),
      year: part(groups.year, 1900),
      placeSpan: { start: piece.start, end: piece.start + place.length },
      dateSpan: { start: dateStart, end: piece.start + match[0].length },
    };
  }
  return null;
}

/** The lines in capitals above the number that are not the nation's name: "UBND TỈNH LÀO CAI" / "SỞ CÔNG THƯƠNG". */
function readIssuer(pieces: Piece[], number: Span | null): { issuer: Issuer; span: Span } | null {
  const lines = pieces.filter(
    (piece) =>
      (number === null || piece.start < number.start) &&
      isUpperCase(piece.text) &&
      !NATION.test(piece.text) &&
      !NOT_ISSUER.test(piece.text) &&
      piece.text.length > 2,
  );
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return null;
  const issuer = parseIssuer(
    lines
      .map((line) => line.text)
      .join(' ')
      .replace(/\s+/gu, ' '),
  );
  return { issuer, span: { start: first.start, end: last.end } };
}

const LAUNCH =
  /(?:Chủ tịch\s+)?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+(?:(?:tỉnh|thành phố|phường|xã|đặc khu|thị trấn|quận|huyện|thị xã)\s+)?[^,;.:\n]{0,40}?\s*(?=(?:ban hành|xây dựng)\s+(?:Kế hoạch|kế hoạch|Chương trình|Phương án))/iu;

/** Without a header the launching sentence tells: "Ủy ban nhân dân xã … ban hành Kế hoạch …". */
function launchingIssuer(
  document: SourceDocument,
  body: Span,
  place: string | null,
): { issuer: Issuer; span: Span } | null {
  const preamble = document.text.slice(body.start, Math.min(body.end, body.start + 6000));
  const match = LAUNCH.exec(preamble);
  if (match === null) return null;
  const text = match[0].trim();
  const issuer = parseIssuer(text);
  // "Ủy ban nhân dân thành phố ban hành …" under "Hải Phòng, ngày …": the place line gives the name
  const unit =
    issuer.unit !== null && issuer.unit.name === null && place !== null ? { ...issuer.unit, name: place } : issuer.unit;
  const start = body.start + match.index;
  return { issuer: { ...issuer, unit }, span: { start, end: start + text.length } };
}
