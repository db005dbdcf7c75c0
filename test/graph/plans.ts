/** Small plans for the graph, all invented; the units are real, so that the table of units knows them. */
import type { LoadedPlan } from '../../src/engine/check.js';
import { buildGraph } from '../../src/graph/build.js';
import type { CitationGraph, GraphDocument } from '../../src/graph/graph.js';
import { buildLibrary } from '../../src/library/library.js';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';

export interface Written {
  kind?: string;
  number?: string;
  /** "12 tháng 01 năm 2026". */
  date?: string;
  issuer: string;
  place: string;
  subject: string;
  preamble?: string;
  tasks?: string;
}

export function written({
  kind = 'KẾ HOẠCH',
  number = '',
  date = 'tháng năm 2026',
  issuer,
  place,
  subject,
  preamble = '',
  tasks = '',
}: Written): string {
  return `ỦY BAN NHÂN DÂN
${issuer.toUpperCase()}

Số: ${number}/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

${place}, ngày ${date}

${kind}

${subject}

${preamble}

I. MỤC ĐÍCH

Giữ gìn đường làng, ngõ phố sạch đẹp quanh năm.

II. TỔ CHỨC THỰC HIỆN

${tasks}

Nơi nhận:
- Ủy ban nhân dân các xã, phường, đặc khu;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Minh
`;
}

export const CITY_CITATION =
  'Kế hoạch số 45/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân thành phố Hải Phòng về vệ sinh môi trường năm 2026';

/** The city's plan; its communes have until 27 February 2026. */
export function city(changes: Partial<Written> = {}): string {
  return written({
    number: '45',
    date: '12 tháng 01 năm 2026',
    issuer: 'thành phố Hải Phòng',
    place: 'Hải Phòng',
    subject: 'Vệ sinh môi trường năm 2026',
    preamble: 'Ủy ban nhân dân thành phố Hải Phòng ban hành Kế hoạch vệ sinh môi trường năm 2026 như sau:',
    tasks: '1. Ủy ban nhân dân các xã, phường, đặc khu ban hành kế hoạch của địa phương trước ngày 28/02/2026.',
    ...changes,
  });
}

/** The plan of a ward or commune of Hải Phòng that carries out the city's. */
export function commune(unit: string, changes: Partial<Written> = {}): string {
  const name = unit.replace(/^(?:phường|xã|đặc khu) /u, '');
  return written({
    number: '08',
    date: '20 tháng 01 năm 2026',
    issuer: unit,
    place: name,
    subject: `Vệ sinh môi trường năm 2026 trên địa bàn ${unit}`,
    preamble: `Thực hiện ${CITY_CITATION}, Ủy ban nhân dân ${unit} ban hành Kế hoạch như sau:`,
    tasks: '1. Các tổ dân phố dọn vệ sinh hằng tuần.',
    ...changes,
  });
}

/** The graph of documents given by their paths, as of a day. */
export function graphOf(files: Record<string, string>, today = '2026-03-10'): CitationGraph {
  const loaded = Object.entries(files).map(([path, text]): LoadedPlan => {
    const document = sourceFromText(text, path);
    return { document, plan: parsePlan(document) };
  });
  return buildGraph(buildLibrary(loaded), today);
}

export function path({ entry }: GraphDocument): string {
  return entry.path;
}
