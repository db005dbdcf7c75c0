/** Clean pairs of the real documents, which are read at run time and never kept: the seeds, and communes' plans made from provinces' plans. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Commune, derivedPair } from './derived.js';
import { type Pair, parentOf, plainText, repaired } from './pair.js';
import { addDays, dateIn, pattern } from './text.js';

/** Section that one of the seeds lacks, in words of our own. */
const REWARD =
  '### **III. KHEN THƯỞNG**\n\nChủ tịch Ủy ban nhân dân xã tặng Giấy khen cho tập thể, cá nhân tiêu biểu.\n\n### **IV. TỔ CHỨC THỰC HIỆN**';

/** The seeds with their known defects repaired. */
export function seedPairs(folder: string): Pair[] {
  const read = (name: string): string => plainText(readFileSync(join(folder, 'seeds', `${name}.md`), 'utf8'));
  const city = parentOf(repaired(read('hai-phong-56'), [[/bút phá/gu, 'bứt phá']]), 'hai-phong-56.md');
  const province = 'Hải Phòng';
  const cited = { number: '56', symbol: 'KH-UBND', date: '2026-02-18', province };
  const asked = dateIn(/Báo cáo Ủy ban[^.]*trước ngày [\d/]+/u.exec(city.text)?.[0] ?? '') ?? '';
  const limit = addDays(asked, -1);
  const theme = /[“"]([^”"]+)[”"]/u.exec(city.text)?.[1] ?? '';
  return [
    {
      name: 'an-duong',
      source: 'real',
      path: 'an-duong.md',
      child: read('an-duong'),
      parent: city,
      own: { kind: 'phường', name: 'An Dương', province },
      date: null,
      cited,
      theme,
      dues: [
        {
          duty: 'report',
          stage: 'năm',
          at: pattern('nhân dân thành phố kết quả[^.]*?(trước ngày [\\d/]+)'),
          limit,
        },
        {
          duty: 'collect',
          stage: 'năm',
          at: pattern('kết quả thực hiện về Ủy ban[^.]*?(trước ngày [\\d/]+)'),
          limit,
        },
      ],
      period: { end: pattern('đến hết (tháng 12 năm 2026)'), limit: '2026-12-31' },
      targets: [],
    },
    {
      name: 'yet-kieu',
      source: 'real',
      path: 'yet-kieu.md',
      child: repaired(read('yet-kieu'), [
        [/bút phá/gu, 'bứt phá'],
        [/### \*\*III\. TỔ CHỨC THỰC HIỆN\*\*/u, REWARD],
      ]),
      parent: city,
      own: { kind: 'xã', name: 'Yết Kiêu', province },
      date: null,
      cited,
      theme,
      dues: [
        { duty: 'collect', stage: 'năm', at: pattern('Báo cáo Ủy ban nhân dân xã[^.]*?(trước ngày [\\d/]+)'), limit },
      ],
      period: { end: pattern('đến hết (tháng 12 năm 2026)'), limit: '2026-12-31' },
      targets: [],
    },
    {
      name: 'thach-khoi',
      source: 'real',
      path: 'thach-khoi.md',
      child: repaired(read('thach-khoi'), [[/Thạch Khê/gu, 'Thạch Khôi']]),
      parent: null,
      own: { kind: 'phường', name: 'Thạch Khôi', province },
      date: null,
      cited: null,
      theme: null,
      dues: [],
      period: null,
      targets: [],
    },
    {
      name: 'an-hai',
      source: 'real',
      path: 'an-hai.md',
      child: read('an-hai'),
      parent: null,
      own: { kind: 'phường', name: 'An Hải', province },
      date: null,
      cited: null,
      theme: null,
      dues: [
        {
          duty: 'collect',
          stage: 'năm',
          at: pattern('gửi về Ủy ban nhân dân phường[^.]*?(trước ngày \\d+ tháng \\d+ năm \\d+)'),
          limit: '2025-12-14',
        },
        {
          duty: 'report',
          stage: 'năm',
          at: pattern('gửi về Ban Thi đua[^.]*?(trước ngày \\d+ tháng \\d+ năm \\d+)'),
          limit: '2025-12-14',
        },
      ],
      period: null,
      targets: [],
    },
  ];
}

/** A number whose year contradicts its date, a defect of some real plans, gets the year of the date. */
function withYearsOfDates(text: string): string {
  const cited = pattern('(\\d{1,4}/)20\\d{2}(/(?:NĐ-CP|QĐ-UBND|QĐ-TTg) ngày \\d{1,2}/\\d{1,2}/)(20\\d{2})');
  return text.replace(cited, (_, number: string, rest: string, year: string) => `${number}${year}${rest}${year}`);
}

/** Communes' plans made from the provinces' plans of the corpus and of the seeds. */
export function derivedFromCorpus(folder: string, communes: Commune[]): Pair[] {
  const docs = join(folder, 'corpus', 'docs');
  const files = readdirSync(docs).filter((name) => /-kh-/u.test(name));
  const texts = files.map((name) => ({
    path: `tinh/${name}`,
    text: withYearsOfDates(plainText(readFileSync(join(docs, name), 'utf8'))),
  }));
  const city = plainText(readFileSync(join(folder, 'seeds', 'hai-phong-56.md'), 'utf8'));
  texts.push({ path: 'tinh/hai-phong-56.md', text: repaired(city, [[/bút phá/gu, 'bứt phá']]) });
  return texts.flatMap(({ path, text }) => derivedPair(text, { path, source: 'real', variant: 1, communes }) ?? []);
}
