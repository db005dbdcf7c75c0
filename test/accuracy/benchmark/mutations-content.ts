/** Defects of the wording and the figures: set phrases, copied clauses, duties, targets, form. */
import { type Pair, timeOf } from './pair.js';
import { edit, type Mutation, otherTone, type Planted } from './plant.js';
import {
  bodyEnd,
  bodyStart,
  findAll,
  insertAt,
  literal,
  type Match,
  paragraphStart,
  pattern,
  type Random,
  replaceAt,
} from './text.js';

/** Slips that are known from real plans. */
const SLIPS: readonly [string, ...string[]][] = [
  ['phấn đấu', 'phân đấu', 'phân đầu', 'phấn đầu'],
  ['bứt phá', 'bút phá'],
  ['nổi cộm', 'nỗi cộm'],
  ['kiềm chế', 'kiểm chế'],
  ['khối thi đua', 'khôi thi đua'],
  ['Ủy ban nhân dân', 'Ủy ban nhân'],
  ['công nghiệp', 'công ghiệp'],
];

/** Phrases that stand in nearly every plan, for slips of any tone. */
const PHRASES = [
  'thi đua',
  'phong trào',
  'triển khai',
  'thực hiện',
  'tổ chức',
  'trách nhiệm',
  'hiệu quả',
  'xây dựng',
  'tuyên truyền',
  'kịp thời',
  'nâng cao',
  'kết quả',
  'khen thưởng',
  'đẩy mạnh',
  'tăng cường',
  'phối hợp',
  'hướng dẫn',
  'kiểm tra',
  'tổng hợp',
  'nhiệm vụ',
];

/** Numbers of articles, congresses, anniversaries, ages, and of the levels of government. */
const FIXED_NUMBER =
  /(?<=(?:Điều|Khoản|lần thứ|Kỷ niệm) )\d{1,3}(?= )|(?<= )\d{1,3}(?= (?:cấp|tuổi|tháng tuổi|năm (?:ngày|thành lập))(?!\p{L}))/iu;

/** Inside the body, apart from quotations. */
function inBody(text: string, words: RegExp): Match[] {
  const [start, end] = [bodyStart(text), bodyEnd(text)];
  return findAll(text, words).filter((match) => match.start > start && match.end < end);
}

function capitalAs(model: string, word: string): string {
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** A sentence of the plan that stands word for word in the parent. */
function copiedSentence({ child, parent }: Pair, fits: RegExp, random: Random): Match | null {
  if (parent === null) return null;
  const flat = parent.text.replace(/[\s*]+/gu, ' ');
  const sentences = inBody(child, /[^.;:\n|]+(?:\n(?![\n\-*|#\d])[^.;:\n|]+)*(?=[.;])/gu);
  const copied = sentences.filter(({ text }) => {
    const words = text.replace(/[\s*]+/gu, ' ').trim();
    return words.split(' ').length >= 14 && !text.includes('*') && fits.test(words) && flat.includes(words);
  });
  return random.choose(copied);
}

/** Changes one part of a copied sentence. */
function copied(
  fits: RegExp,
  change: (sentence: string, random: Random) => { at: Match; by: string } | null,
): Mutation['apply'] {
  return (pair, random) => {
    const sentence = copiedSentence(pair, fits, random);
    const slip = sentence === null ? null : change(sentence.text, random);
    if (sentence === null || slip === null) return null;
    const place = { start: sentence.start + slip.at.start, end: sentence.start + slip.at.end };
    return edit(pair.child, place, slip.by);
  };
}

function addToBody(child: string, paragraph: string): Planted {
  const { text, line } = insertAt(child, paragraphStart(child, bodyEnd(child)), paragraph);
  return { child: text, lines: [line] };
}

/** The figure of an indicator in a text: the per cent after its words. */
function targetOf(text: string, words: string): Match | null {
  const found = findAll(text, pattern(`${words}[^.;\\n]{0,40}?(?:\\n[^.;\\n]{0,30}?)?(\\d+(?:,\\d+)?)%`, 'i'))[0];
  if (found === undefined) return null;
  const figure = found.groups[0] ?? '';
  const end = found.end - 1;
  return { start: end - figure.length, end, text: figure, groups: [] };
}

function printed(value: number): string {
  return String(Math.round(value * 10) / 10).replace('.', ',');
}

function numberOf(figure: string): number {
  return Number(figure.replace(',', '.'));
}

/** A target of the plan put below or above the parent's. */
export function movedTarget(
  { child, parent, targets }: Pair,
  random: Random,
  by: (n: number) => number,
): Planted | null {
  const words = random.choose(targets);
  const own = words === null ? null : targetOf(child, words);
  const ofParent = words === null || parent === null ? null : targetOf(parent.text, words);
  if (own === null || ofParent === null) return null;
  const value = numberOf(ofParent.text) + by(random.below(40) / 10);
  return value >= 100 ? null : edit(child, own, printed(value));
}

const LINE = (words: string): RegExp => pattern(`^[*_ |]*${words}[*_ |]*$`, 'm');

/** The parent asks for a report by a day; one "when difficulties arise" or "as prescribed" is nobody's single duty. */
const ASKS_FOR_REPORT = /báo cáo(?:(?!\n\s*\n)[^.]){0,250}?trước\s+ngày/iu;

export const CONTENT_MUTATIONS: Mutation[] = [
  {
    kind: 'set phrase: a slip known from real plans',
    rules: ['spelling/set-phrase', 'copy/drift'],
    severity: 'warning',
    apply: ({ child }, random) => {
      const present = SLIPS.filter(
        ([right]) => inBody(child, pattern(`(?<!\\p{L})${right}(?!\\p{L})`, 'i')).length > 0,
      );
      const slip = random.choose(present);
      if (slip === null) return null;
      const [right, ...wrong] = slip;
      const place = random.choose(inBody(child, pattern(`(?<!\\p{L})${right}(?!\\p{L})`, 'i')));
      const word = random.choose(wrong);
      return place === null || word === null ? null : edit(child, place, capitalAs(place.text, word));
    },
  },
  {
    kind: 'set phrase: any tone wrong',
    rules: ['spelling/set-phrase', 'copy/drift'],
    severity: 'warning',
    apply: ({ child }, random) => {
      const place = random.choose(inBody(child, pattern(`(?<!\\p{L})(?:${PHRASES.join('|')})(?!\\p{L})`)));
      const word = place === null ? null : random.choose(findAll(place.text, /\p{L}+/gu));
      const wrong = word === null ? null : otherTone(word.text, random);
      return place === null || word === null || wrong === null
        ? null
        : edit(child, place, replaceAt(place.text, word, wrong));
    },
  },
  {
    kind: 'copied clause: a diacritic',
    rules: ['copy/drift', 'spelling/set-phrase'],
    severity: 'warning',
    apply: copied(/./u, (sentence, random) => {
      const words = findAll(sentence, /(?<!\p{L})\p{Ll}{3,}(?!\p{L})/gu).filter(
        ({ text }) => otherTone(text, random) !== null,
      );
      const at = random.choose(words);
      const by = at === null ? null : otherTone(at.text, random);
      return at === null || by === null ? null : { at, by };
    }),
  },
  {
    // other numbers (models, posts, news) are the commune's own to set; their targets have a rule of their own
    kind: 'copied clause: a number that is the same for all',
    rules: ['copy/drift'],
    severity: 'warning',
    apply: copied(FIXED_NUMBER, (sentence, random) => {
      const at = random.choose(findAll(sentence, new RegExp(FIXED_NUMBER.source, 'giu')));
      return at === null ? null : { at, by: String(Number(at.text) + 1 + random.below(8)) };
    }),
  },
  {
    kind: 'duty left out: nobody reports to the parent',
    rules: ['duty/uncovered'],
    severity: 'warning',
    apply: (pair) => {
      const reports = pair.dues.filter(({ duty }) => duty === 'report');
      const places = reports.flatMap(({ at }) => timeOf(pair.child, at) ?? []);
      if (pair.parent === null || places.length === 0 || !ASKS_FOR_REPORT.test(pair.parent.text)) return null;
      // the whole item goes: from the start of its line or dash to the end of its paragraph
      const child = places
        .sort((a, b) => b.start - a.start)
        .reduce((text, { start }) => {
          const from = paragraphStart(text, Math.min(start, text.length));
          const next = text.slice(from + 1).search(/\n(?:\n|[-*\d]|[a-zđ]\))/u);
          return next < 0 || from > start ? text : text.slice(0, from) + text.slice(from + 1 + next);
        }, pair.child);
      return places.some(({ text }) => child.includes(text)) ? null : { child, lines: [], says: 'báo cáo' };
    },
  },
  {
    kind: 'target below the parent’s',
    rules: ['target/below-parent'],
    severity: 'warning',
    apply: (pair, random) => movedTarget(pair, random, (n) => -0.5 - n),
  },
  {
    kind: 'figures that do not add up',
    rules: ['target/arithmetic'],
    severity: 'warning',
    apply: ({ child }, random) =>
      addToBody(
        child,
        random.pick([
          'Tổng kinh phí thực hiện là 480 triệu đồng, trong đó ngân sách xã 300 triệu đồng, nguồn xã hội hóa 210 triệu đồng.',
          'Đến nay có 45/60 hộ kinh doanh ký cam kết, đạt 85%.',
          'Tổng thu ngân sách 6 tháng đạt 12,5 tỷ đồng, bằng 62% dự toán giao (25 tỷ đồng).',
          // "gồm": after "trong đó" one piece of land could be counted under two heads
          'Diện tích trồng mới là 36 ha, gồm: cây ăn quả 20 ha, cây dược liệu 12 ha, cây lấy gỗ 9 ha.',
        ]),
      ),
  },
  {
    kind: 'decimal point among decimal commas',
    rules: ['target/number-format'],
    severity: 'info',
    apply: ({ child }, random) => {
      const figures = inBody(child, /(?<![\d,.])\d{1,3},\d{1,2}(?=\s?%)/gu);
      const figure = random.choose(figures);
      return figure === null || figures.length < 3 ? null : edit(child, figure, figure.text.replace(',', '.'));
    },
  },
  {
    kind: 'blank left in',
    rules: ['text/placeholder'],
    severity: 'warning',
    apply: ({ child }, random) =>
      addToBody(
        child,
        random.pick([
          'Phấn đấu xây dựng ……. mô hình điểm trong năm.',
          'Các đơn vị hoàn thành việc đăng ký trước ngày .../.../2026.',
          'Giao Phòng Kinh tế bố trí […] triệu đồng từ ngân sách.',
          'Mỗi thôn lựa chọn xx hộ gia đình tiêu biểu để biểu dương.',
          'Thành lập tổ công tác gồm ___ thành viên.',
        ]),
      ),
  },
  {
    kind: 'signature: TM. left out',
    rules: ['form/signature'],
    severity: 'warning',
    apply: ({ child }) => {
      const [tm] = findAll(child, LINE('TM\\. ỦY BAN NHÂN DÂN'));
      const launches = /Ủy\s+ban\s+nhân\s+dân\s+(?:xã|phường)[^.;\n]{0,40}(?:ban\s+hành|xây\s+dựng)/u.test(child);
      return tm === undefined || !launches ? null : { child: replaceAt(child, tm, ''), lines: [] };
    },
  },
  {
    kind: 'recipients: no line of filing',
    rules: ['form/recipients'],
    severity: 'warning',
    apply: ({ child }) => {
      const [filing] = findAll(child, /^- Lưu:? [^\n]*\n?/gmu);
      return filing === undefined ? null : { child: replaceAt(child, filing, ''), lines: [] };
    },
  },
  {
    kind: 'ending without “./.”',
    rules: ['form/ending'],
    severity: 'info',
    apply: ({ child }) => {
      const end = bodyEnd(child);
      return child.slice(end, end + 3) === './.' ? edit(child, { start: end, end: end + 3 }, '.') : null;
    },
  },
  {
    kind: 'capital: “nhân dân” for “Nhân dân”',
    rules: ['form/capital'],
    severity: 'warning',
    apply: ({ child }, random) => {
      // the rule speaks once a plan: a plan that has it already gets no finding more
      const names = 'ban|đồng|án|sát|an|đội|trang|binh|tòa|tộc|sĩ|sỹ|sư|tú|quân';
      if (findAll(child, pattern(`(?<!(?:${names}) )nhân dân(?! các cấp)`)).length > 0) return null;
      const place = random.choose(inBody(child, pattern('(?:tầng lớp|cho|của|động|và) Nhân dân(?= )')));
      return place === null ? null : edit(child, place, place.text.replace('Nhân', 'nhân'));
    },
  },
  {
    kind: 'motto or country name misprinted',
    rules: ['form/header', 'spelling/set-phrase'],
    severity: 'warning',
    apply: ({ child }, random) => {
      const [from, to] = random.pick([
        ['Độc lập - Tự do - Hạnh phúc', 'Độc lập - Tự do - Hạnh Phúc'],
        ['Độc lập - Tự do - Hạnh phúc', 'Độc lập – Tự Do – Hạnh phúc'],
        ['CỘNG HÒA XÃ HỘI', 'CỘNG HÕA XÃ HỘI'],
        ['CHỦ NGHĨA VIỆT NAM', 'CHỦ NGHỈA VIỆT NAM'],
      ] as const satisfies readonly (readonly [string, string])[]);
      const [place] = findAll(child.slice(0, 1500), pattern(literal(from)));
      return place === undefined ? null : edit(child, place, to);
    },
  },
];
