/**
 * Makes a commune's plan from a province's: the province's text with the commune's words for its levels, a header and an ending of its own,
 * a citation of the parent, and clauses (theme, reports, a task, the period) written here, in several wordings, into both texts.
 * The province's text is the real noise around them; the clauses make known what is right.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Due, type Pair, parentOf } from './pair.js';
import {
  addDays,
  bodyEnd,
  bodyStart,
  dateIn,
  findAll,
  insertAt,
  inWords,
  literal,
  pad,
  paragraphStart,
  partsOf,
  pattern,
  type Random,
  randomOf,
  slashed,
} from './text.js';

/** A commune of today. */
export interface Commune {
  kind: string;
  name: string;
  province: string;
  provinceKind: string;
}

/** All communes of the gazetteer (rules/data/admin-units.csv). */
export function readCommunes(): Commune[] {
  const file = join(import.meta.dirname, '..', '..', '..', 'rules', 'data', 'admin-units.csv');
  const rows = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1);
  const cells = rows.map((row) => row.split(','));
  const kindOf = new Map(cells.filter((row) => row[3] === '').map((row) => [row[2] ?? '', row[1] ?? '']));
  return cells
    .filter((row) => row[3] !== '')
    .map((row) => ({
      kind: row[1] ?? '',
      name: row[7] || row[2] || '',
      province: row[4] ?? '',
      provinceKind: kindOf.get(row[4] ?? '') ?? '',
    }));
}

const THEMES = [
  'Kỷ luật đi trước; hạ tầng mở đường; dịch vụ vươn xa',
  'Sát dân, sát việc, sát thời hạn',
  'Chính quyền kiến tạo - Doanh nghiệp đồng hành - Người dân thụ hưởng',
  'Khơi dậy nội lực, làm chủ công nghệ, nâng cao chất lượng phục vụ',
  'Nói ít, làm nhiều; đúng hẹn, đúng việc; gần dân, trọng dân',
] as const;

/** What the province asks for; {tỉnh} and {ngày} are filled in. */
const PARENT_REPORTS = [
  'Ủy ban nhân dân các xã, phường báo cáo kết quả thực hiện Kế hoạch này về Ủy ban nhân dân {tỉnh} (qua Sở Nội vụ) trước ngày {ngày}.',
  'Các sở, ban, ngành, Ủy ban nhân dân các xã, phường báo cáo kết quả thực hiện về Sở Nội vụ trước ngày {ngày} để tổng hợp, báo cáo Ủy ban nhân dân {tỉnh}.',
  'UBND cấp xã tổng hợp kết quả thực hiện Kế hoạch, gửi báo cáo về Sở Nội vụ trước ngày {ngày}.',
  'Yêu cầu các cơ quan, địa phương gửi báo cáo tổng kết về Ủy ban nhân dân {tỉnh} (qua Sở Nội vụ) trước ngày {ngày}.',
  'Các cơ quan, đơn vị, địa phương báo cáo Ủy ban nhân dân {tỉnh} kết quả thực hiện Kế hoạch này trước ngày {ngày} (qua Sở Nội vụ để tổng hợp).',
] as const;

/** What the commune sends up. */
const OWN_REPORTS = [
  'Phòng Văn hóa - Xã hội tổng hợp, tham mưu Ủy ban nhân dân {xã} báo cáo Ủy ban nhân dân {tỉnh} (qua Sở Nội vụ) kết quả thực hiện {hạn}.',
  'Giao Phòng Văn hóa - Xã hội làm đầu mối, tổng hợp kết quả thực hiện, trình Chủ tịch Ủy ban nhân dân {xã} ký báo cáo gửi Sở Nội vụ {hạn}.',
  'Văn phòng HĐND và UBND {xã} dự thảo báo cáo kết quả thực hiện của UBND {xã}, gửi UBND {tỉnh} {hạn}.',
  'Phòng Văn hóa - Xã hội là cơ quan thường trực, tổng hợp kết quả, báo cáo Ủy ban nhân dân {tỉnh} theo quy định, hoàn thành {hạn}.',
] as const;

/** What the commune collects. */
const COLLECTED = [
  'Các phòng, đơn vị, các thôn gửi báo cáo kết quả thực hiện về Phòng Văn hóa - Xã hội {hạn}.',
  'Các cơ quan, đơn vị thuộc {xã} báo cáo kết quả thực hiện về Ủy ban nhân dân {xã} (qua Phòng Văn hóa - Xã hội) {hạn}.',
  'Trưởng các thôn, hiệu trưởng các trường học báo cáo Ủy ban nhân dân {xã} kết quả thực hiện {hạn}.',
] as const;

/** A task of the province, and how the commune takes it over. */
const TASKS = [
  [
    'Ủy ban nhân dân các xã, phường rà soát, cập nhật danh sách hộ gia đình tham gia mô hình điểm, hoàn thành trước ngày {ngày}.',
    'Phòng Kinh tế rà soát, cập nhật danh sách hộ gia đình tham gia mô hình điểm của {xã}, hoàn thành {hạn}.',
  ],
  [
    'Ủy ban nhân dân các xã, phường ban hành kế hoạch thực hiện và gửi về Sở Nội vụ trước ngày {ngày}.',
    'Văn phòng HĐND và UBND {xã} gửi Kế hoạch này về Sở Nội vụ {hạn}.',
  ],
  [
    'Ủy ban nhân dân các xã, phường lựa chọn, đăng ký mô hình tiêu biểu với Sở Nội vụ trước ngày {ngày}.',
    'Phòng Văn hóa - Xã hội lựa chọn, đăng ký mô hình tiêu biểu của {xã} với Sở Nội vụ {hạn}.',
  ],
] as const;

const TIMES = ['trước ngày {ngày}', 'chậm nhất ngày {ngày}', 'xong trước ngày {ngày}'] as const;

/** What a province's plan says of itself, read by plain patterns. */
interface Header {
  number: string;
  symbol: string;
  date: string;
  province: string;
  /** In small letters, with the capitals that its words have in the body. */
  subject: string;
}

function headerOf(text: string): Header | null {
  const [code] = findAll(text, pattern('Số ?: ?(\\d+) ?/ ?(KH-UBND)', 'm'));
  const [place] = findAll(
    text,
    pattern('(?:^|[|*\\n ])(\\p{Lu}[\\p{L} ]+?), ?ngày ?(\\d{1,2}) tháng (\\d{1,2}) ?năm (\\d{4})', 'm'),
  );
  const [title] = findAll(text, /KẾ HOẠCH[*\s]*\n\s*([^\n][\s\S]{10,700}?)\n\s*\n/gu);
  if (code === undefined || place === undefined || title === undefined) return null;
  const [where = '', day = '', month = '', year = ''] = place.groups;
  const province = where.replace(/\s+/gu, ' ').replace(/^Thành phố /u, '');
  const subject = (title.groups[0] ?? '').replace(/[\s*]+/gu, ' ').trim();
  return {
    number: code.groups[0] ?? '',
    symbol: code.groups[1] ?? '',
    date: `${year}-${pad(Number(month))}-${pad(Number(day))}`,
    province,
    subject: inSmallLetters(subject, text.slice(bodyStart(text)), province),
  };
}

/** A title without its capitals, but for words that mostly have them in the body: names, codes. */
function inSmallLetters(title: string, body: string, province: string): string {
  const counts = new Map<string, Map<string, number>>();
  for (const [word] of body.matchAll(/[\p{L}\p{N}/-]+/gu)) {
    const forms = counts.get(word.toLowerCase()) ?? new Map<string, number>();
    forms.set(word, (forms.get(word) ?? 0) + 1);
    counts.set(word.toLowerCase(), forms);
  }
  return title
    .replace(/[\p{L}\p{N}/-]+/gu, (word) => {
      const forms = [...(counts.get(word.toLowerCase()) ?? [])].sort((a, b) => b[1] - a[1]);
      return forms[0]?.[0] ?? word.toLowerCase();
    })
    .replace(new RegExp(province, 'giu'), province);
}

/** A commune's plan from a province's; null where the header cannot be read by plain patterns or the body has no numbered sections. */
export function derivedPair(
  text: string,
  { path, source, variant, communes }: { path: string; source: Pair['source']; variant: number; communes: Commune[] },
): Pair | null {
  const header = headerOf(text);
  if (header === null || bodyStart(text) === 0) return null;
  const random = randomOf('derived', path, variant);
  const commune = random.choose(communes.filter(({ province }) => province === header.province));
  if (commune === null) return null;
  const clauses = writeClauses(text, header, commune, random);
  const name = `${(path.split('/').at(-1) ?? path).replace(/\.\w+$/u, '')}-${variant}`;
  const date = addDays(header.date, 6 + random.below(9));
  return {
    name,
    source,
    path: `xa/${name}.md`,
    child: writePlan(text, header, commune, date, clauses, random),
    parent: parentOf(withClauses(text, clauses), path),
    own: commune,
    date,
    cited: header,
    theme: clauses.theme,
    dues: clauses.dues,
    period: clauses.period,
    targets: [],
  };
}

interface Clauses {
  theme: string | null;
  /** A sentence of the parent that says its theme. */
  parentTheme: string | null;
  parent: string[];
  own: string[];
  dues: Due[];
  period: Pair['period'];
}

function writeClauses(text: string, header: Header, { kind, name, provinceKind }: Commune, random: Random): Clauses {
  const fill = (words: string, values: Record<string, string>): string =>
    words.replace(/\{(\p{L}+)\}/gu, (whole, key: string) => values[key] ?? whole);
  const names = { tỉnh: provinceKind, xã: `${kind} ${name}` };
  const day = (iso: string): string => (random.below(2) === 0 ? slashed(iso) : inWords(iso));
  const clauses: Clauses = { theme: null, parentTheme: null, parent: [], own: [], dues: [], period: null };

  const [theme] = findAll(
    text,
    pattern(`chủ đề [^“”".;]{0,60}của ${provinceKind}[^“”".;]{0,10}[“"]([^“”"]+)[”"]`, 'i'),
  );
  if (theme !== undefined) {
    clauses.theme = theme.groups[0]?.replace(/\s+/gu, ' ') ?? null;
  } else {
    const year = partsOf(addDays(header.date, 60)).year;
    clauses.theme = random.pick(THEMES);
    clauses.parentTheme = `Kế hoạch này gắn với chủ đề công tác năm ${year} của ${provinceKind} “${clauses.theme}”.`;
  }

  // a plan that has such deadlines of its own would contradict what is written here
  const asks =
    findAll(text, pattern('(?:báo cáo|gửi)[^.;\\n]{0,200}(?:trước|chậm nhất)(?: là)? ngày ?\\d', 'i')).length > 0;
  if (!asks) {
    const asked = addDays(header.date, 200 + random.below(100));
    const sent = addDays(asked, -(2 + random.below(4)));
    const collected = addDays(sent, -(3 + random.below(5)));
    const [taskOfParent, task] = random.pick(TASKS);
    const taskAsked = addDays(header.date, 60 + random.below(60));
    const taskDone = addDays(taskAsked, -(2 + random.below(10)));
    clauses.parent.push(fill(random.pick(PARENT_REPORTS), { ...names, ngày: day(asked) }));
    clauses.parent.push(fill(taskOfParent, { ...names, ngày: day(taskAsked) }));
    const add = (duty: Due['duty'], words: string, iso: string, limit: string): void => {
      const time = fill(random.pick(TIMES), { ngày: day(iso) });
      const sentence = fill(words, { ...names, hạn: time });
      clauses.own.push(sentence);
      const before = sentence.slice(0, sentence.lastIndexOf(time));
      const stage = duty === 'task' ? 'nhiệm vụ' : 'kết quả';
      clauses.dues.push({ duty, stage, at: pattern(`${literal(before)}(${literal(time)})`), limit });
    };
    add('task', task, taskDone, addDays(taskAsked, -1));
    add('collect', random.pick(COLLECTED), collected, addDays(asked, -1));
    add('report', random.pick(OWN_REPORTS), sent, addDays(asked, -1));
  }

  if (findAll(text, pattern('thời gian (?:thực hiện|tổ chức|triển khai|thi đua|phát động)', 'i')).length === 0) {
    const end = addDays(header.date, 320 + random.below(60));
    const start = addDays(header.date, 5);
    const heading = `**${romanAfter(text)}. THỜI GIAN THỰC HIỆN**`;
    clauses.parent.push(`${heading}\n\nTừ ngày ${slashed(start)} đến hết ngày ${slashed(end)}.`);
    clauses.own.push(`${heading}\n\nTừ ngày ${slashed(addDays(start, 20))} đến hết ngày ${slashed(end)}.`);
    clauses.period = { end: pattern(`đến hết ngày (${literal(slashed(end))})`), limit: end };
  }
  return clauses;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** The number of a section that would come after the last. */
function romanAfter(text: string): string {
  const labels = findAll(text.slice(0, bodyEnd(text)), /^[^\p{L}\n]{0,8}([IVX]+)\./gmu);
  return ROMAN[ROMAN.indexOf(labels.at(-1)?.groups[0] ?? '') + 1] ?? 'I';
}

/** The province's plan with the clauses written into it. */
function withClauses(text: string, clauses: Clauses): string {
  const ending = insertAt(text, paragraphStart(text, bodyEnd(text)), clauses.parent.join('\n\n')).text;
  return clauses.parentTheme === null ? ending : insertAt(ending, bodyStart(ending), clauses.parentTheme).text;
}

const DEPARTMENT =
  'Sở (?:Nội vụ|Tài chính|Y tế|Công Thương|Xây dựng|Tư pháp|Du lịch|Dân tộc và Tôn giáo|Giáo dục và Đào tạo|Nông nghiệp và Môi trường|Khoa học và Công nghệ|Văn hóa(?: và Thể thao|, Thể thao và Du lịch)?)';

/** The words for the levels, one down. */
function oneLevelDown(body: string, { kind, name, province, provinceKind }: Commune): string {
  const level = `(?:${provinceKind}|${provinceKind.replace(/^t/u, 'T')})(?: ${literal(province)})?`;
  const changes: [string, string][] = [
    [`(Ủy|Uỷ) ban nhân dân ${level}`, `Ủy ban nhân dân ${kind}`],
    [`UBND ${level}`, `UBND ${kind}`],
    [`trên địa bàn (?:toàn )?${level}`, `trên địa bàn ${kind} ${name}`],
    [`Công an ${level}`, `Công an ${kind}`],
    ['(?:UBND|(?:Ủy|Uỷ) ban nhân dân) các xã, phường(?:, đặc khu)?', 'các thôn'],
    ['Các sở, ban, ngành', 'Các phòng, ban, đơn vị'],
    ['các sở, ban, ngành', 'các phòng, ban, đơn vị'],
    [DEPARTMENT, 'Phòng Văn hóa - Xã hội'],
  ];
  return changes.reduce((result, [from, to]) => result.replace(pattern(from), to), body);
}

const DAYS_EARLIER = 20;

/** What is due is due earlier below, as it has to be collected; the lines that belong to the province's own annexes are left out. */
function earlier(body: string, date: string): string {
  const moved = body.replace(/(ngày\s+)(\d{1,2}\/\d{1,2}\/\d{4})/gu, (whole, before: string, day: string) => {
    const iso = dateIn(day);
    const due = iso === null ? null : addDays(iso, -DAYS_EARLIER);
    return due === null || due <= date ? whole : `${before}${slashed(due)}`;
  });
  return moved.replace(pattern('\\([^()]*kèm theo[^()]*\\)', 'i'), '');
}

function writePlan(
  text: string,
  header: Header,
  commune: Commune,
  date: string,
  clauses: Clauses,
  random: Random,
): string {
  const { kind, name, provinceKind, province } = commune;
  const unit = `${kind} ${name}`;
  const number = 11 + random.below(80);
  const day = random.below(2) === 0 ? slashed(header.date) : inWords(header.date);
  const issuer = random.pick([
    `Ủy ban nhân dân ${provinceKind} ${province}`,
    `UBND ${provinceKind} ${province}`,
    `UBND ${provinceKind}`,
  ]);
  const year = partsOf(addDays(header.date, 60)).year;
  const about = `${random.pick(['về', 'về việc', 'ban hành Kế hoạch'])} ${header.subject}`;
  const cited = `Kế hoạch số ${header.number}/${header.symbol} ngày ${day} của ${issuer} ${about}`;
  const theme =
    clauses.theme === null
      ? ''
      : `\n\nTriển khai Kế hoạch gắn với chủ đề công tác năm ${year} của ${provinceKind} “${clauses.theme}”, góp phần đưa Nghị quyết Đại hội đại biểu Đảng bộ ${unit} lần thứ I, nhiệm kỳ 2025 - 2030 vào cuộc sống.`;
  const start = bodyStart(text);
  const end = paragraphStart(text, bodyEnd(text));
  const body = earlier(oneLevelDown(text.slice(start, end), commune), date);
  return [
    ownHeader(commune, number, date, random),
    '**KẾ HOẠCH**',
    random.pick([
      `**Triển khai thực hiện Kế hoạch số ${header.number}/${header.symbol} của ${issuer} trên địa bàn ${unit}**`,
      `**${header.subject.charAt(0).toUpperCase()}${header.subject.slice(1)} trên địa bàn ${unit}**`,
    ]),
    `${random.pick(['Thực hiện', 'Căn cứ', 'Triển khai'])} ${cited}, Ủy ban nhân dân ${unit} ban hành Kế hoạch thực hiện với các nội dung như sau:${theme}`,
    body.trim(),
    ...clauses.own,
    `Trên đây là Kế hoạch thực hiện trên địa bàn ${unit}, yêu cầu các đơn vị nghiêm túc triển khai./.`,
    `*Nơi nhận:*\n- UBND ${provinceKind} (để b/c);\n- Đảng ủy, HĐND ${kind};\n- Các phòng, đơn vị, các thôn;\n- Lưu: VT, VHXH.`,
    '**TM. ỦY BAN NHÂN DÂN**\n**CHỦ TỊCH**',
    '**Đỗ Quang Mẫn**',
    '',
  ].join('\n\n');
}

function ownHeader({ kind, name }: Commune, number: number, iso: string, random: Random): string {
  const unit = `${kind} ${name}`.toUpperCase();
  const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
  const motto = 'Độc lập - Tự do - Hạnh phúc';
  const place = `${name}, ngày ${inWords(iso)}`;
  return random.pick([
    `**ỦY BAN NHÂN DÂN**\n**${unit}**\n\n**${nation}**\n**${motto}**\n\nSố: ${number}/KH-UBND\n\n*${place}*`,
    `| ỦY BAN NHÂN DÂN<br>${unit} | ${nation}<br>${motto} |\n| --- | --- |\n| Số: ${number}/KH-UBND | *${place}* |`,
    `|\n**ỦY BAN NHÂN\nDÂN**\n${unit}\n-------\n|\n**${nation}**\n${motto}\n---------------\n|\n|\nSố:\n${number}/KH-UBND\n|\n*${place}*\n|`,
  ]);
}
