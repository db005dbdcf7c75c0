/** Changes that are no error: none of them may ever give an error-level finding. */
import { readCommunes } from './derived.js';
import { ownHeader, provinceOf, rightBasis, withAnnex } from './mutations-citation.js';
import { movedTarget } from './mutations-content.js';
import { sectionsOf } from './mutations-structure.js';
import { themesOf } from './mutations-theme.js';
import { type Pair, timeOf } from './pair.js';
import { addBasis, type Harmless, parentCitations } from './plant.js';
import {
  addDays,
  bodyEnd,
  bodyStart,
  dateIn,
  findAll,
  insertAt,
  inWords,
  paragraphStart,
  partsOf,
  pattern,
  type Random,
  replaceAt,
  slashed,
} from './text.js';

const communes = readCommunes();

/** A sentence of its own at the end of the body. */
function added(sentences: readonly string[]): Harmless['apply'] {
  return (pair, random) => {
    const words = random
      .pick(sentences)
      .replaceAll('{u}', `${pair.own.kind} ${pair.own.name}`)
      .replaceAll('{lân cận}', neighbour(pair, random))
      .replaceAll('{tỉnh}', pair.own.province);
    return insertAt(pair.child, paragraphStart(pair.child, bodyEnd(pair.child)), words).text;
  };
}

function neighbour({ own }: Pair, random: Random): string {
  const near = random.choose(communes.filter(({ name, province }) => province === own.province && name !== own.name));
  return near === null ? 'xã lân cận' : `${near.kind} ${near.name}`;
}

/** The whole text changed; null if nothing changed. */
function everywhere(change: (text: string, random: Random) => string): Harmless['apply'] {
  return ({ child }, random) => {
    const result = change(child, random);
    return result === child ? null : result;
  };
}

/** A heading with another title of the same sense. */
function headed(from: RegExp, titles: readonly string[]): Harmless['apply'] {
  return ({ child }, random) => {
    const heading = sectionsOf(child).find(({ title }) => from.test(title));
    if (heading === undefined) return null;
    const title = heading.groups[1] ?? '';
    const start = heading.start + heading.text.indexOf(title);
    return replaceAt(child, { start, end: start + title.length }, random.pick(titles));
  };
}

const OLD_TONES = ['òa', 'óa', 'ỏa', 'õa', 'ọa', 'òe', 'óe', 'ỏe', 'õe', 'ọe', 'ùy', 'úy', 'ủy', 'ũy', 'ụy'];
const NEW_TONES = ['oà', 'oá', 'oả', 'oã', 'oạ', 'oè', 'oé', 'oẻ', 'oẽ', 'oẹ', 'uỳ', 'uý', 'uỷ', 'uỹ', 'uỵ'];

function toneMoved(text: string): string {
  return OLD_TONES.reduce((result, old, i) => {
    const both = NEW_TONES[i] ?? old;
    return result
      .replace(new RegExp(`${old}(?!\\p{L})`, 'gu'), both)
      .replace(new RegExp(`${old.toUpperCase()}(?!\\p{L})`, 'gu'), both.toUpperCase())
      .replace(
        new RegExp(`${old.charAt(0).toUpperCase()}${old.slice(1)}(?!\\p{L})`, 'gu'),
        both.charAt(0).toUpperCase() + both.slice(1),
      );
  }, text);
}

/** Paragraphs of the body wrapped at a width. */
function wrapped(text: string, width: number): string {
  const start = bodyStart(text);
  const blocks = text.slice(start).split(/\n{2,}/u);
  return (
    text.slice(0, start) +
    blocks
      .map((block) => {
        if (block.includes('\n') || block.startsWith('|') || block.startsWith('#')) return block;
        const lines: string[] = [];
        let line = '';
        for (const word of block.split(' ')) {
          if (
            line !== '' &&
            line.length + word.length + 1 > width &&
            !/^(?:\d+|[a-zđ]|[IVX]+)[.)]$|^[-*+#]/u.test(word)
          ) {
            lines.push(line);
            line = word;
          } else {
            line = line === '' ? word : `${line} ${word}`;
          }
        }
        return [...lines, line].join('\n');
      })
      .join('\n\n')
  );
}

const OWN_THEMES = [
  'Phố sạch, ngõ đẹp, lòng người sum vầy',
  'Chính quyền gần dân; công chức tận tâm; địa bàn bình yên',
  'Năm của chuyển đổi số và kỷ cương công vụ',
] as const;

/** A deadline of the plan moved to another, still right day. */
function earlierDue(pair: Pair, random: Random): string | null {
  const due = random.choose(pair.dues.filter(({ duty }) => duty !== 'collect'));
  const time = due === null ? null : timeOf(pair.child, due.at);
  const day = time === null ? null : dateIn(time.text);
  if (time === null || day === null) return null;
  const reports = pair.dues.filter(({ duty, stage }) => duty === 'collect' && stage === due?.stage);
  const collected = reports
    .map(({ at }) => dateIn(timeOf(pair.child, at)?.text ?? '') ?? '')
    .sort()
    .at(-1);
  const earlier = addDays(day, -1 - random.below(3));
  if (collected !== undefined && earlier <= collected) return null;
  return replaceAt(pair.child, time, `trước ngày ${slashed(earlier)}`);
}

export const HARMLESS: Harmless[] = [
  {
    kind: 'heading: a synonym of “mục đích, yêu cầu”',
    apply: headed(/mục đích/iu, [
      'MỤC TIÊU, YÊU CẦU',
      'MỤC ĐÍCH VÀ YÊU CẦU',
      'QUAN ĐIỂM, MỤC TIÊU, YÊU CẦU',
      'MỤC ĐÍCH - YÊU CẦU',
    ]),
  },
  {
    kind: 'heading: a synonym of “nội dung”',
    apply: headed(/nội dung/iu, [
      'NHIỆM VỤ, GIẢI PHÁP',
      'NỘI DUNG TRỌNG TÂM',
      'NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU',
      'NỘI DUNG KẾ HOẠCH',
    ]),
  },
  {
    kind: 'heading: a synonym of “thời gian thực hiện”',
    apply: headed(/^thời gian/iu, [
      'THỜI GIAN VÀ TIẾN ĐỘ THỰC HIỆN',
      'TIẾN ĐỘ THỰC HIỆN',
      'CÁC ĐỢT THI ĐUA VÀ MỐC THỜI GIAN',
      'THỜI GIAN TỔ CHỨC PHONG TRÀO',
    ]),
  },
  {
    kind: 'heading: a synonym of “khen thưởng”',
    apply: headed(/^(?:hình thức )?khen thưởng$/iu, [
      'HÌNH THỨC KHEN THƯỞNG',
      'CÔNG TÁC KHEN THƯỞNG',
      'TIÊU CHUẨN, HÌNH THỨC, HỒ SƠ KHEN THƯỞNG',
      'BÌNH XÉT, KHEN THƯỞNG',
    ]),
  },
  {
    kind: 'heading: a synonym of “tổ chức thực hiện”',
    apply: headed(/tổ chức thực hiện/iu, [
      'PHÂN CÔNG NHIỆM VỤ',
      'TRÁCH NHIỆM THỰC HIỆN',
      'PHÂN CÔNG TỔ CHỨC THỰC HIỆN',
      'TỔ CHỨC TRIỂN KHAI',
    ]),
  },
  {
    kind: 'heading in small letters',
    apply: ({ child }, random) => {
      const heading = random.choose(sectionsOf(child));
      const title = heading?.groups[1] ?? '';
      if (heading === null || title === '') return null;
      const start = heading.start + heading.text.indexOf(title);
      return replaceAt(child, { start, end: start + title.length }, title.charAt(0) + title.slice(1).toLowerCase());
    },
  },
  {
    kind: 'section one level down',
    apply: ({ child }) => {
      const all = sectionsOf(child);
      const at = all.findIndex(({ title }) => /^(?:thời gian|khen thưởng)/iu.test(title));
      const section = all[at];
      const before = all[at - 1];
      if (section === undefined || before === undefined) return null;
      const items = findAll(child.slice(before.start, before.sectionEnd), /^[*#\s]*(\d)\.[\s*]/gmu);
      const last = Number(items.at(-1)?.groups[0] ?? 0);
      if (last === 0) return null;
      return replaceAt(
        child,
        section,
        `**${last + 1}. ${section.title.charAt(0)}${section.title.slice(1).toLowerCase()}**\n\n`,
      );
    },
  },
  {
    kind: 'theme: other punctuation',
    apply: (pair, random) => {
      const place = random.choose(themesOf(pair));
      const mark = random.pick([', ', ' - ', '; ', ' – ']);
      return place === null ? null : replaceAt(pair.child, place, place.text.replace(/[;,]\s|\s-\s/gu, mark));
    },
  },
  {
    kind: 'theme: other letter case',
    apply: (pair, random) => {
      const place = random.choose(themesOf(pair));
      if (place === null) return null;
      return replaceAt(pair.child, place, random.below(2) === 0 ? place.text.toUpperCase() : place.text.toLowerCase());
    },
  },
  {
    kind: 'theme: full stop or spaces inside the marks',
    apply: (pair, random) => {
      const place = random.choose(themesOf(pair));
      return place === null ? null : replaceAt(pair.child, place, random.pick([`${place.text}.`, ` ${place.text} `]));
    },
  },
  { kind: 'quotation marks: straight', apply: everywhere((text) => text.replace(/[“”]/gu, '"')) },
  { kind: 'quotation marks: «»', apply: everywhere((text) => text.replace(/“/gu, '«').replace(/”/gu, '»')) },
  { kind: 'tone marks placed the other way (hoà)', apply: everywhere(toneMoved) },
  { kind: 'Unicode NFD', apply: everywhere((text) => text.normalize('NFD')) },
  { kind: 'lines ended by CRLF', apply: everywhere((text) => text.replaceAll('\n', '\r\n')) },
  {
    kind: 'no-break spaces',
    apply: everywhere((text) => text.replace(/(?<=ngày|tháng|năm|số|Số) (?=\d)/gu, '\u00a0')),
  },
  { kind: 'lines wrapped at 50 letters', apply: everywhere((text) => wrapped(text, 50)) },
  { kind: 'lines wrapped at 90 letters', apply: everywhere((text) => wrapped(text, 90)) },
  { kind: 'bold and italic marks gone', apply: everywhere((text) => text.replace(/\*/gu, '')) },
  {
    kind: 'a neighbour’s name',
    apply: added([
      'Phối hợp với Ủy ban nhân dân {lân cận} tuần tra khu vực giáp ranh.',
      'Tham quan, học tập kinh nghiệm của {lân cận} về phân loại rác tại nguồn.',
      'Tuyến đường nối {u} với {lân cận} hoàn thành trong quý III.',
      'Cuộc thi có sự tham gia của các đội {u}, {lân cận} và các trường trong cụm.',
      'Trao đổi kinh nghiệm với Đảng ủy {lân cận} về công tác dân vận.',
    ]),
  },
  {
    kind: 'another province’s name',
    apply: added([
      'Tổ chức đoàn học tập mô hình du lịch cộng đồng tại xã Mai Châu, tỉnh Phú Thọ.',
      'Kết nối tiêu thụ nông sản với Ủy ban nhân dân phường Ba Đình, thành phố Hà Nội.',
    ]),
  },
  {
    kind: 'a former district in a story of the past',
    apply: added([
      'Trước ngày 01/7/2025, nội dung này do Ủy ban nhân dân huyện và Ủy ban nhân dân thị trấn cũ thực hiện.',
      'Hồ sơ của các xã trước khi sắp xếp được bàn giao cho Ủy ban nhân dân {u}.',
    ]),
  },
  {
    kind: 'target above the parent’s',
    apply: (pair, random) => movedTarget(pair, random, (n) => 0.2 + n / 4)?.child ?? null,
  },
  { kind: 'deadline earlier than before', apply: earlierDue },
  {
    kind: 'deadline of an own task after the parent’s dates',
    apply: (pair, random) => {
      const last = pair.dues
        .map(({ limit }) => limit)
        .sort()
        .at(-1);
      if (last === undefined) return null;
      const day = slashed(addDays(last, 4 + random.below(20)));
      return added([
        `Phòng Kinh tế nghiệm thu công trình nhà văn hóa thôn trước ngày ${day}.`,
        `Trung tâm Phục vụ hành chính công thay biển chỉ dẫn, hoàn thành trước ngày ${day}.`,
        `Công khai kết quả bình xét tại nhà văn hóa thôn chậm nhất ngày ${day}.`,
      ])(pair, random);
    },
  },
  {
    kind: 'award files due in the next year',
    apply: (pair, random) => {
      const last =
        pair.dues
          .map(({ limit }) => limit)
          .sort()
          .at(-1) ?? pair.date;
      if (last === null) return null;
      const year = partsOf(last).year + 1;
      return added([
        `Hồ sơ đề nghị khen thưởng gửi về Sở Nội vụ trước ngày 15/02/${year}.`,
        `Hội đồng Thi đua - Khen thưởng họp xét, hoàn thành hồ sơ khen thưởng trước ngày 20/01/${year}.`,
      ])(pair, random);
    },
  },
  {
    kind: 'recurring deadlines',
    apply: added([
      'Các thôn báo cáo tiến độ về Văn phòng trước ngày 25 hằng tháng.',
      'Định kỳ trước ngày 20 tháng cuối quý, Phòng Kinh tế tổng hợp số liệu báo cáo Ủy ban nhân dân {u}.',
      'Hằng tuần, Công an {u} báo cáo tình hình trước 16 giờ thứ Sáu.',
    ]),
  },
  {
    kind: 'dates of history and of events',
    apply: added([
      'Phong trào hướng tới kỷ niệm 81 năm Ngày Cách mạng tháng Tám (19/8/1945) và Quốc khánh (02/9/1945).',
      'Số liệu tính đến ngày 31/12/2024 làm căn cứ so sánh.',
      'Ngày 15/6/2022 Quốc hội thông qua luật; các quy định đã được phổ biến đến cán bộ.',
    ]),
  },
  {
    kind: 'number and date left blank',
    apply: ({ child }) => {
      const own = ownHeader(child);
      if (own === null) return null;
      return child
        .replace(pattern(`(Số: ?)${own.number}(/KH-UBND)`), '$1     $2')
        .replace(pattern(`, ngày ${own.date}`), `, ngày     tháng     năm ${own.date.slice(-4)}`);
    },
  },
  {
    kind: 'đảm bảo for bảo đảm',
    apply: everywhere((text) =>
      text.includes('bảo đảm') ? text.replaceAll('bảo đảm', 'đảm bảo') : text.replaceAll('đảm bảo', 'bảo đảm'),
    ),
  },
  {
    kind: 'UBND for Ủy ban nhân dân',
    apply: everywhere((text) => text.slice(0, 400) + text.slice(400).replace(/Ủy\s+ban\s+nhân\s+dân/gu, 'UBND')),
  },
  {
    kind: 'Ủy ban nhân dân for UBND',
    apply: everywhere((text) => text.slice(0, 400) + text.slice(400).replace(/(?<![/-])\bUBND\b/gu, 'Ủy ban nhân dân')),
  },
  {
    kind: 'hàng năm for hằng năm',
    apply: everywhere((text) =>
      text.includes('hằng ') ? text.replaceAll('hằng ', 'hàng ') : text.replaceAll('hàng năm', 'hằng năm'),
    ),
  },
  {
    kind: 'days without leading zero',
    apply: everywhere(
      (text) => text.slice(0, 800) + text.slice(800).replace(/(?<!\d)0([1-9])(?=\/\d{1,2}\/\d{4})/gu, '$1'),
    ),
  },
  {
    kind: 'months with leading zero',
    apply: everywhere((text) => text.replace(/(?<!\d)(\d{1,2})\/([3-9])\/(\d{4})/gu, '$1/0$2/$3')),
  },
  {
    kind: 'dates in words',
    apply: everywhere((text) => {
      const start = bodyStart(text);
      const named = text.slice(start).replace(/ngày (\d{1,2}\/\d{1,2}\/\d{4})/gu, (whole, day: string) => {
        const iso = dateIn(day);
        return iso === null ? whole : `ngày ${inWords(iso)}`;
      });
      return text.slice(0, start) + named;
    }),
  },
  {
    kind: 'citation: comma before “ngày”',
    apply: everywhere((text) => text.replace(/(?<=\/(?:KH|QĐ|NQ|CT)-?\s?[\p{Lu}]+)\s+(?=ngày)/gu, ', ')),
  },
  {
    kind: 'citation: “số” left out',
    apply: everywhere((text) => text.replace(/(Kế hoạch|Quyết định|Chỉ thị) số (?=\d)/gu, '$1 ')),
  },
  {
    kind: 'citation: short form in the text',
    apply: (pair, random) => {
      if (pair.cited === null) return null;
      const { number, symbol, province } = pair.cited;
      return added([
        `Bám sát các nhiệm vụ nêu tại Kế hoạch số ${number}/${symbol} để triển khai.`.replace(
          'Kế hoạch',
          symbol.startsWith('CT') ? 'Chỉ thị' : 'Kế hoạch',
        ),
        `Các nội dung khác thực hiện theo văn bản số ${number}/${symbol} của Ủy ban nhân dân ${provinceOf(pair)} ${province}.`,
      ])(pair, random);
    },
  },
  {
    kind: 'citation: the parent’s date written another way',
    apply: (pair, random) => {
      const citation = random.choose(parentCitations(pair));
      const iso = citation === null ? null : dateIn(citation.date.text);
      if (citation === null || iso === null) return null;
      const { day, month, year } = partsOf(iso);
      const words = citation.date.text.includes('/') ? `${day} tháng ${month} năm ${year}` : `${day}/${month}/${year}`;
      return replaceAt(pair.child, citation.date, words);
    },
  },
  { kind: 'further documents cited rightly', apply: (pair, random) => rightBasis(pair, random).child },
  {
    kind: 'another document with the parent’s number',
    apply: (pair) => {
      if (pair.cited === null) return null;
      const { number, symbol } = pair.cited;
      return addBasis(
        pair.child,
        `Căn cứ Kế hoạch số ${number}/${symbol} ngày 18/3/2024 của Ủy ban nhân dân tỉnh Tuyên Quang về trao đổi kinh nghiệm chuyển đổi số;`,
      ).child;
    },
  },
  {
    kind: 'annex line that is right',
    apply: (pair) => {
      const own = ownHeader(pair.child);
      return own === null ? null : withAnnex(pair, `${own.number}/KH-UBND`, own.date).child;
    },
  },
  {
    kind: 'annex line left blank',
    apply: (pair) => withAnnex(pair, '    /KH-UBND', `   tháng   năm ${partsOf(pair.date ?? '2026-01-01').year}`).child,
  },
  {
    kind: 'annex form that names another document',
    apply: ({ child }) =>
      `${child.trimEnd()}\n\n**PHỤ LỤC**\n\n**MẪU BÁO CÁO THÀNH TÍCH**\n\n*(Ban hành kèm theo Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ)*\n`,
  },
  {
    kind: 'a table of tasks added',
    apply: (pair, random) => {
      const last = pair.dues.map(({ limit }) => limit).sort()[0] ?? '2026-05-20';
      const { month, year } = partsOf(last);
      return added([
        `| TT | Nội dung | Chủ trì | Thời gian |\n| --- | --- | --- | --- |\n| 1 | In tờ rơi | Phòng Văn hóa - Xã hội | Tháng ${month}/${year} |\n| 2 | Sửa loa truyền thanh | Phòng Kinh tế | Quý ${month > 6 ? 'IV' : 'III'}/${year} |\n| 3 | Trồng cây bóng mát | Các thôn | Thường xuyên |`,
      ])(pair, random);
    },
  },
  {
    kind: 'figures that add up',
    apply: added([
      'Tổng kinh phí thực hiện là 480 triệu đồng, trong đó ngân sách xã 300 triệu đồng, nguồn xã hội hóa 180 triệu đồng.',
      'Đến nay có 45/60 hộ kinh doanh ký cam kết, đạt 75%.',
    ]),
  },
  {
    kind: 'another movement in quotation marks',
    apply: added([
      'Đẩy mạnh phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”; phong trào thi đua “Dân vận khéo”.',
      'Tiếp tục thực hiện phong trào “Vì người nghèo - Không để ai bị bỏ lại phía sau” do Thủ tướng Chính phủ phát động.',
      'Hưởng ứng phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới” và phong trào “Bình dân học vụ số”.',
    ]),
  },
  {
    kind: 'a slogan',
    apply: added([
      'Thực hiện phương châm “Dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát, dân thụ hưởng”.',
      'Khẩu hiệu tuyên truyền: “{u} chung tay bảo vệ môi trường!”.',
      'Quán triệt tinh thần “6 rõ”: rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền.',
    ]),
  },
  {
    kind: 'the commune’s own theme',
    apply: (pair, random) => {
      const year = partsOf(pair.date ?? pair.cited?.date ?? '2026-01-01').year;
      const theme = random.pick(OWN_THEMES);
      return added([
        `Thực hiện chủ đề năm ${year} của ${pair.own.kind} “${theme}”.`,
        `Gắn với chủ đề năm ${year} của Đảng bộ ${pair.own.kind}: “${theme}”.`,
        `Ủy ban nhân dân ${pair.own.kind} chọn chủ đề thi đua “${theme}”.`,
      ])(pair, random);
    },
  },
  {
    kind: 'the theme of a congress',
    apply: added([
      'Quán triệt chủ đề Đại hội Thi đua yêu nước toàn quốc “Đổi mới, sáng tạo, vững bước tương lai”.',
      'Hưởng ứng Tháng Thanh niên với chủ đề “Tuổi trẻ tiên phong, cộng đồng chung sức”.',
    ]),
  },
];
