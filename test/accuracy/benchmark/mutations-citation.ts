/** Defects of citations: of the parent, of other documents, of the plan itself. */
import type { Pair } from './pair.js';
import { addBasis, edit, type Mutation, type Planted, parentCitations } from './plant.js';
import {
  addDays,
  bodyEnd,
  dateIn,
  findAll,
  insertAt,
  inWords,
  lineOf,
  paragraphStart,
  partsOf,
  pattern,
  type Random,
  slashed,
} from './text.js';

function inParentCitation(
  change: (citation: ReturnType<typeof parentCitations>[number], pair: Pair, random: Random) => Planted | null,
): Mutation['apply'] {
  return (pair, random) => {
    const citation = pair.parent === null ? null : random.choose(parentCitations(pair));
    return citation === null ? null : change(citation, pair, random);
  };
}

/** A wrong number as a slip makes it: digits changed places, one wrong, one left out. */
function otherNumber(number: string, random: Random): string {
  const digits = [...number];
  const at = random.below(digits.length);
  const wrong = String((Number(digits[at]) + 1 + random.below(8)) % 10);
  const turned = [...digits].reverse().join('');
  return random.pick([digits.with(at, wrong).join(''), turned === number ? `${number}1` : turned, `${number}${wrong}`]);
}

/** Bases with a date, where {n} is a number; each is of a kind and issuer that exist. */
const BASES = [
  'Căn cứ Quyết định số {n}/QĐ-UBND ngày {ngày} của Ủy ban nhân dân {tỉnh} về việc giao chỉ tiêu cho cấp xã;',
  'Căn cứ Hướng dẫn số {n}/HD-SNV ngày {ngày} của Sở Nội vụ về bình xét thi đua theo đợt;',
  'Căn cứ Nghị quyết số {n}/NQ-HĐND ngày {ngày} của Hội đồng nhân dân {tỉnh} về dự toán ngân sách;',
  'Thực hiện Chương trình số {n}-CTr/TU ngày {ngày} của Ban Thường vụ Tỉnh ủy về cải cách hành chính;',
  'Thực hiện Công văn số {n}/UBND-NC ngày {ngày} của Ủy ban nhân dân {tỉnh} về việc đôn đốc thực hiện;',
] as const;

/** Bases of legislation, with the year in the number. */
const LAWS = [
  'Căn cứ Nghị định số {n}/{năm}/NĐ-CP ngày {ngày} của Chính phủ quy định chi tiết một số điều;',
  'Căn cứ Thông tư số {n}/{năm}/TT-BNV ngày {ngày} của Bộ trưởng Bộ Nội vụ hướng dẫn thực hiện;',
  'Căn cứ Quyết định số {n}/{năm}/QĐ-TTg ngày {ngày} của Thủ tướng Chính phủ ban hành tiêu chí;',
  'Căn cứ Quyết định số {n}/{năm}/QĐ-UBND ngày {ngày} của Ủy ban nhân dân {tỉnh} ban hành quy chế;',
] as const;

/** Kind of the province that the plan's unit lies in. */
export function provinceOf({ own }: Pair): string {
  return ['Hải Phòng', 'Hồ Chí Minh', 'Hà Nội', 'Đà Nẵng', 'Huế', 'Cần Thơ'].includes(own.province)
    ? 'thành phố'
    : 'tỉnh';
}

function fill(words: string, pair: Pair, iso: string, random: Random, year = partsOf(iso).year): string {
  return words
    .replace('{n}', String(101 + random.below(800)))
    .replace('{năm}', String(year))
    .replace('{ngày}', random.below(2) === 0 ? slashed(iso) : inWords(iso))
    .replace('{tỉnh}', provinceOf(pair));
}

/** A day before the plan's date, or before any draft's. */
function earlierDay({ date, cited }: Pair, random: Random): string {
  return addDays(date ?? cited?.date ?? '2025-08-15', -(3 + random.below(40)));
}

/** A basis that is right. */
export function rightBasis(pair: Pair, random: Random): Planted {
  return addBasis(pair.child, fill(random.pick([...BASES, ...LAWS]), pair, earlierDay(pair, random), random));
}

/** The header's own number and date in words; null in a draft. */
export function ownHeader(child: string): { number: string; date: string } | null {
  const [code] = findAll(child, pattern('Số: ?(\\d+)/KH-UBND'));
  const [day] = findAll(child, pattern(', ngày (\\d{1,2} tháng \\d{1,2} năm \\d{4})'));
  if (code === undefined || day === undefined || code.start > 1500) return null;
  return { number: code.groups[0] ?? '', date: (day.groups[0] ?? '').replace(/\s+/gu, ' ') };
}

/** The plan with an annex that says what it is attached to. */
export function withAnnex({ child, own }: Pair, code: string, date: string): Planted {
  const line = `*(Kèm theo Kế hoạch số ${code} ngày ${date} của Ủy ban nhân dân ${own.kind} ${own.name})*`;
  const table = '| TT | Nhiệm vụ | Chủ trì |\n| --- | --- | --- |\n| 1 | Lập danh sách đăng ký | Văn phòng |';
  const head = `${child.trimEnd()}\n\n**PHỤ LỤC**\n\n**DANH MỤC NHIỆM VỤ**\n\n`;
  return { child: `${head}${line}\n\n${table}\n`, lines: [lineOf(head, head.length)] };
}

/** One document cited twice. */
function twice(first: string, second: string, pair: Pair): Planted {
  const basis = addBasis(pair.child, first);
  const { text, line } = insertAt(basis.child, paragraphStart(basis.child, bodyEnd(basis.child)), second);
  return { child: text, lines: [...basis.lines, line] };
}

export const CITATION_MUTATIONS: Mutation[] = [
  {
    kind: 'parent cited with a wrong date',
    rules: ['citation/parent-mismatch'],
    severity: 'error',
    apply: inParentCitation(({ date }, { child }, random) => {
      const iso = dateIn(date.text) ?? '';
      const { day, month, year } = partsOf(iso);
      const wrong = random.pick([
        addDays(iso, 1),
        addDays(iso, -2),
        `${year}-${String((month % 12) + 1).padStart(2, '0')}-${String(Math.min(day, 28)).padStart(2, '0')}`,
        iso.replace(String(year), String(year - 1)),
      ]);
      return edit(child, date, date.text.includes('/') ? slashed(wrong) : inWords(wrong));
    }),
  },
  {
    kind: 'parent cited with a wrong number',
    rules: ['citation/parent-mismatch'],
    severity: 'error',
    apply: inParentCitation(({ number }, { child }, random) => edit(child, number, otherNumber(number.text, random))),
  },
  {
    kind: 'parent cited with a wrong symbol',
    rules: ['citation/parent-mismatch'],
    severity: 'error',
    apply: inParentCitation(({ symbol }, { child }, random) => {
      const [kind = '', body = ''] = symbol.text.split(/-\s*/u);
      return edit(child, symbol, random.pick([`${kind}-HĐND`, `QĐ-${body}`, `${kind}-SNV`, `CTr-${body}`]));
    }),
  },
  {
    kind: 'parent cited with a wrong issuer',
    rules: ['citation/parent-mismatch'],
    severity: 'error',
    apply: inParentCitation((citation, pair, random) => {
      const { child, own } = pair;
      const [issuer] = findAll(
        child.slice(citation.end),
        pattern(
          '^,? của ((?:Chủ tịch )?(?:Ủy ban nhân dân|UBND) (?:tỉnh|thành phố)(?: (?:Ninh Bình|Hải Phòng| ?\\p{Lu}\\p{L}+)+)?)',
        ),
      );
      if (issuer === undefined) return null;
      const start = citation.end + issuer.end - (issuer.groups[0] ?? '').length;
      const level = provinceOf(pair);
      const wrong = random.pick([
        `Hội đồng nhân dân ${level} ${own.province}`,
        'Ủy ban nhân dân tỉnh Tuyên Quang',
        `Sở Nội vụ ${level} ${own.province}`,
        'Thủ tướng Chính phủ',
      ]);
      return edit(child, { start, end: citation.end + issuer.end }, wrong);
    }),
  },
  {
    kind: 'a document cited that is dated after the plan',
    rules: ['citation/future'],
    severity: 'error',
    apply: (pair, random) => {
      if (pair.date === null) return null;
      const day = addDays(pair.date, 3 + random.below(80));
      return addBasis(pair.child, fill(random.pick(BASES), pair, day, random));
    },
  },
  {
    kind: 'legislation: year in the number differs from the date',
    rules: ['citation/year-mismatch'],
    severity: 'error',
    apply: (pair, random) => {
      const iso = `${partsOf(earlierDay(pair, random)).year - 1 - random.below(3)}-0${3 + random.below(6)}-1${random.below(9)}`;
      const { year } = partsOf(iso);
      return addBasis(pair.child, fill(random.pick(LAWS), pair, iso, random, year + random.pick([-1, -2, -10])));
    },
  },
  {
    kind: 'legislation: a year in the text made wrong',
    rules: ['citation/year-mismatch', 'citation/future'],
    severity: 'error',
    apply: ({ child }, random) => {
      const code =
        '(?<!\\d)\\d{1,4}/(20\\d{2})/(?:NĐ-CP|QĐ-TTg|QĐ-UBND|TT-\\p{Lu}+),? ngày \\d{1,2}(?:/| tháng )\\d{1,2}(?:/| năm )(20\\d{2})';
      const right = findAll(child, pattern(code)).filter(({ groups }) => groups[0] === groups[1]);
      const citation = random.choose(right);
      if (citation === null) return null;
      const year = Number(citation.groups[1]);
      return edit(child, { start: citation.end - 4, end: citation.end }, String(year - 1 - random.below(2)));
    },
  },
  {
    kind: 'annex line with a wrong number',
    rules: ['citation/self-mismatch'],
    severity: 'error',
    apply: (pair, random) => {
      const own = ownHeader(pair.child);
      return own === null ? null : withAnnex(pair, `${otherNumber(own.number, random)}/KH-UBND`, own.date);
    },
  },
  {
    kind: 'annex line with a wrong date',
    rules: ['citation/self-mismatch'],
    severity: 'error',
    apply: (pair, random) => {
      const own = ownHeader(pair.child);
      const iso = own === null ? null : dateIn(own.date);
      if (own === null || iso === null) return null;
      const wrong = random.pick([addDays(iso, -1), addDays(iso, 10), `${partsOf(iso).year - 1}${iso.slice(4)}`]);
      return withAnnex(pair, `${own.number}/KH-UBND`, random.below(2) === 0 ? inWords(wrong) : slashed(wrong));
    },
  },
  {
    kind: 'one document cited with two dates',
    rules: ['citation/inconsistent'],
    severity: 'warning',
    apply: (pair, random) => {
      const iso = earlierDay(pair, random);
      const issuer = `của Ủy ban nhân dân ${provinceOf(pair)}`;
      const code = `Quyết định số ${201 + random.below(600)}/QĐ-UBND`;
      return twice(
        `Căn cứ ${code} ngày ${slashed(iso)} ${issuer} về việc giao chỉ tiêu cho cấp xã;`,
        `Các chỉ tiêu thực hiện theo ${code} ngày ${slashed(addDays(iso, -1 - random.below(9)))} ${issuer} về việc giao chỉ tiêu cho cấp xã.`,
        pair,
      );
    },
  },
  {
    kind: 'one document cited with two issuers',
    rules: ['citation/inconsistent'],
    severity: 'warning',
    apply: (pair, random) => {
      const day = slashed(earlierDay(pair, random));
      const code = `Hướng dẫn số ${21 + random.below(70)}/HD-SNV`;
      return twice(
        `Căn cứ ${code} ngày ${day} của Sở Nội vụ về bình xét thi đua theo đợt;`,
        `Hồ sơ lập theo ${code} ngày ${day} của Sở Tài chính về bình xét thi đua theo đợt.`,
        pair,
      );
    },
  },
  {
    kind: 'symbol of the wrong form',
    rules: ['citation/malformed'],
    severity: 'warning',
    apply: (pair, random) => {
      const day = slashed(earlierDay(pair, random));
      const n = 31 + random.below(500);
      return addBasis(
        pair.child,
        random.pick([
          `Căn cứ Quyết định số ${n} QĐ/UBND ngày ${day} của Ủy ban nhân dân ${provinceOf(pair)} về việc giao chỉ tiêu;`,
          `Căn cứ Kế hoạch số ${n}-KH/UBND ngày ${day} của Ủy ban nhân dân ${provinceOf(pair)} về chuyển đổi số;`,
          `Thực hiện Chỉ thị số ${n}/CT-TU ngày ${day} của Ban Thường vụ Tỉnh ủy về công tác thi đua;`,
          `Thực hiện Nghị quyết số ${n}/NQ-TW ngày ${day} của Bộ Chính trị về phát triển khoa học;`,
        ]),
      );
    },
  },
];
