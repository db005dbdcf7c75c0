/** Clean pairs of the project's own samples: the clean plans as they are, the flawed ones with their planted defects repaired. */
import { type Commune, derivedPair } from './derived.js';
import { type Due, type Pair, parentOf, repaired, sample } from './pair.js';
import { literal, pattern } from './text.js';

const KE_HOACH_34 = 'tinh/ke-hoach-34-thi-dua-2026.md';
const KE_HOACH_27 = 'tinh/ke-hoach-27-cai-cach-hanh-chinh-2026.md';
const CHI_THI_03 = 'tinh/chi-thi-03-le-hoi-2026.md';

const THEME_34 = 'Giữ vững kỷ cương; khơi thông nguồn lực; bứt phá tăng trưởng';
const THEME_27 = 'Lấy người dân làm trung tâm, lấy dữ liệu làm nền tảng, lấy kết quả làm thước đo';
const CITED_34 = { number: '34', symbol: 'KH-UBND', date: '2026-01-22', province: 'Ninh Bình' };
const CITED_27 = { number: '27', symbol: 'KH-UBND', date: '2026-01-15', province: 'Ninh Bình' };
const TARGETS_34 = [
  'Giải ngân vốn đầu tư công',
  'trước hạn và đúng hạn',
  'tham gia bảo hiểm y tế',
  'sinh hoạt được thu gom trong ngày',
];

/** Words with the time in parentheses: "kết quả đợt 1 (trước ngày 08/6/2026)". */
function due(duty: Due['duty'], stage: string, words: string, limit: string): Due {
  const [before = '', time = '', after = ''] = words.split(/\s?[{}]/u);
  return {
    duty,
    stage,
    at: pattern(`${literal(before)}[ *]+(${literal(time)})${literal(after)}`, 'i'),
    limit,
  };
}

/** Last admissible days of the parent's reports: before 10/6 and before 10/12. */
const FIRST = '2026-06-09';
const FINAL = '2026-12-09';
const LAUNCH = '2026-02-27';
const MODEL = '2026-03-30';

/** Deadlines of the province's plans are taken out: those written into both texts take their place. */
const WITHOUT_DEADLINES: [string, [string | RegExp, string][]][] = [
  [
    KE_HOACH_34,
    [
      [/a\) Ban hành kế hoạch[\s\S]*?(?=### 2\. Ủy ban nhân dân)/u, ''],
      [', hoàn thành trước ngày 28/02/2026', ''],
      [' trước ngày 25/12/2026', ''],
    ],
  ],
  [
    KE_HOACH_27,
    [
      [/\*\*V\. CHẾ ĐỘ BÁO CÁO[\s\S]*?(?=\*\*VI\. TỔ CHỨC)/u, ''],
      ['**VI. TỔ CHỨC', '**V. TỔ CHỨC'],
      [/1\. Các sở, ban, ngành, Ủy ban nhân dân các xã, phường ban hành[\s\S]*?(?=3\. Văn phòng)/u, ''],
      ['3. Văn phòng Ủy ban', '1. Văn phòng Ủy ban'],
      ['4. Sở Khoa học', '2. Sở Khoa học'],
      ['5. Giao Sở Nội vụ', '3. Giao Sở Nội vụ'],
    ],
  ],
];

const VARIANTS = [1, 2, 3];

/** Communes' plans made from the samples' provincial plans, in several wordings. */
export function derivedFromSamples(communes: Commune[]): Pair[] {
  return WITHOUT_DEADLINES.flatMap(([path, repairs]) => {
    const text = repaired(sample(path), repairs);
    return VARIANTS.flatMap((variant) => derivedPair(text, { path, source: 'samples', variant, communes }) ?? []);
  });
}

/** The samples as clean pairs. */
export function samplePairs(): Pair[] {
  const plan34 = parentOf(sample(KE_HOACH_34), KE_HOACH_34);
  const plan27 = parentOf(sample(KE_HOACH_27), KE_HOACH_27);
  const directive = parentOf(sample(CHI_THI_03), CHI_THI_03);
  const province = 'Ninh Bình';
  return [
    {
      name: 'hoa-lu',
      source: 'samples',
      path: 'xa-phuong/hoa-lu-thi-dua.md',
      child: sample('xa-phuong/hoa-lu-thi-dua.md'),
      parent: plan34,
      own: { kind: 'phường', name: 'Hoa Lư', province },
      date: '2026-02-09',
      cited: CITED_34,
      theme: THEME_34,
      dues: [
        due('report', 'đợt 1', 'kết quả đợt 1 {trước ngày 08/6/2026}', FIRST),
        due('report', 'tổng kết', 'kết quả tổng kết {trước ngày 08/12/2026}', FINAL),
        due('collect', 'đợt 1', 'kết quả đợt 1 {trước ngày 02/6/2026}', FIRST),
        due('collect', 'tổng kết', 'kết quả tổng kết {trước ngày 02/12/2026}', FINAL),
        due('reworded-task', 'lễ phát động', 'hoàn thành {trước ngày 25/02/2026}', LAUNCH),
        due('task', 'đăng ký mô hình', 'với Sở Nội vụ {trước ngày 31/3/2026}', MODEL),
      ],
      period: { end: /đến hết ngày (30\/11\/2026), chia/u, limit: '2026-11-30' },
      targets: TARGETS_34,
    },
    {
      name: 'giao-thuy',
      source: 'samples',
      path: 'xa-phuong/giao-thuy-thi-dua.md',
      child: sample('xa-phuong/giao-thuy-thi-dua.md'),
      parent: plan34,
      own: { kind: 'xã', name: 'Giao Thủy', province },
      date: '2026-02-13',
      cited: CITED_34,
      theme: THEME_34,
      dues: [
        due('report', 'đợt 1', 'kết quả đợt 1 {trước ngày 09/6/2026}', FIRST),
        due('report', 'tổng kết', 'kết quả tổng kết {trước ngày 09/12/2026}', FINAL),
        due('collect', 'đợt 1', 'kết quả đợt 1 {trước ngày 03/6/2026}', FIRST),
        due('collect', 'tổng kết', 'báo cáo tổng kết {trước ngày 03/12/2026}', FINAL),
        due('reworded-task', 'lễ phát động', 'phát động {trước ngày 25/02/2026}', LAUNCH),
        due('task', 'đăng ký mô hình', 'với Sở Nội vụ {trước ngày 31/3/2026}', MODEL),
      ],
      period: { end: /đến hết ngày\s+(30\/11\/2026), gồm/u, limit: '2026-11-30' },
      targets: TARGETS_34,
    },
    {
      name: 'tay-hoa-lu',
      source: 'samples',
      path: 'xa-phuong/tay-hoa-lu-le-hoi.md',
      child: sample('xa-phuong/tay-hoa-lu-le-hoi.md'),
      parent: directive,
      own: { kind: 'phường', name: 'Tây Hoa Lư', province },
      date: '2026-02-12',
      cited: { number: '03', symbol: 'CT-UBND', date: '2026-02-05', province },
      theme: null,
      dues: [
        due('report', '6 tháng', 'lễ hội 6 tháng đầu năm {trước ngày 12/6/2026}', '2026-06-14'),
        due('collect', '6 tháng', 'về Phòng Văn hóa - Xã hội {trước ngày 05/6/2026}', '2026-06-14'),
        due('task', 'gửi kế hoạch', 'về Sở Văn hóa và Thể thao {trước ngày 25/02/2026}', '2026-02-24'),
      ],
      period: null,
      targets: [],
    },
    {
      name: 'gia-vien',
      source: 'samples',
      path: 'xa-phuong/gia-vien-thi-dua.md',
      child: repaired(sample('xa-phuong/gia-vien-thi-dua.md'), [
        ['khởi thông', 'khơi thông'],
        ['93,5%', '95,5%'],
        [
          '**IV. TỔ CHỨC THỰC HIỆN**',
          '**IV. KHEN THƯỞNG**\n\nChủ tịch Ủy ban nhân dân xã tặng Giấy khen cho tập thể, cá nhân tiêu biểu.\n\n**V. TỔ CHỨC THỰC HIỆN**',
        ],
        ['\n4. Phòng Văn hóa - Xã hội', '\n3. Phòng Văn hóa - Xã hội'],
        ['\n5. Đề nghị Ủy ban', '\n4. Đề nghị Ủy ban'],
        ['18/12/2026', '08/12/2026'],
      ]),
      parent: plan34,
      own: { kind: 'xã', name: 'Gia Viễn', province },
      date: null,
      cited: CITED_34,
      theme: THEME_34,
      dues: [
        due('report', 'tổng kết', '(qua Sở Nội vụ) {trước ngày 08/12/2026}', FINAL),
        due('collect', 'tổng kết', 'về Phòng Văn hóa - Xã hội {trước ngày 05/12/2026}', FINAL),
        due('reworded-task', 'lễ phát động', 'hoàn thành {trước ngày 26/02/2026}', LAUNCH),
      ],
      period: { end: /đến hết (tháng 11 năm 2026)/u, limit: '2026-11-30' },
      targets: TARGETS_34,
    },
    {
      name: 'duy-tien',
      source: 'samples',
      path: 'xa-phuong/duy-tien-thi-dua.md',
      child: repaired(sample('xa-phuong/duy-tien-thi-dua.md'), [
        ['23 tháng 01 năm 2026', '22 tháng 01 năm 2026'],
        ['16 tháng 3 năm 2026', '26 tháng 01 năm 2026'],
        ['Duy Tân', 'Duy Tiên'],
        ['nỗi cộm', 'nổi cộm'],
        ['phân đấu', 'phấn đấu'],
        ['kiểm chế', 'kiềm chế'],
        ['xã Duy Tiên', 'phường Duy Tiên'],
        ['[…]', '1.200'],
        ['các tầng lớp nhân dân', 'các tầng lớp Nhân dân'],
        ['tổ dân phố thuộc phường.', 'tổ dân phố thuộc phường;\n- Lưu: VT, VHXH.'],
      ]),
      parent: plan34,
      own: { kind: 'phường', name: 'Duy Tiên', province },
      date: '2026-02-11',
      cited: CITED_34,
      theme: THEME_34,
      dues: [
        due('report', 'đợt 1', 'tỉnh {trước ngày 09/6/2026}', FIRST),
        due('report', 'tổng kết', 'và {trước ngày 09/12/2026} (tổng kết)', FINAL),
        due('collect', 'đợt 1', 'kết quả đợt 1 {trước ngày 01/6/2026}', FIRST),
        due('collect', 'tổng kết', 'kết quả cả năm {trước ngày 01/12/2026}', FINAL),
        due('reworded-task', 'lễ phát động', 'lễ phát động {trước ngày 25/02/2026}', LAUNCH),
        due('task', 'đăng ký mô hình', 'với Sở Nội vụ {trước ngày 25/3/2026}', MODEL),
      ],
      period: { end: /đến hết ngày (30\/11\/2026)/u, limit: '2026-11-30' },
      targets: TARGETS_34,
    },
    {
      name: 'quynh-luu',
      source: 'samples',
      path: 'xa-phuong/quynh-luu-thi-dua.md',
      child: repaired(sample('xa-phuong/quynh-luu-thi-dua.md'), [
        ['152/2024/NĐ-CP', '152/2025/NĐ-CP'],
        ['43/KH-UBND', '34/KH-UBND'],
        ['Giữ vững kỷ cương, khơi thông nguồn lực, bứt phá', 'Giữ vững kỷ cương; khơi thông nguồn lực; bứt phá'],
        ['31/9/2026', '30/9/2026'],
        ['31/12/2026', '30/11/2026'],
        ['sử dụng đất 30 tỷ đồng', 'sử dụng đất 27,3 tỷ đồng'],
        ['98.6%', '98,6%'],
        ['trước ngày 09/12/2026', 'trước ngày 02/12/2026'],
        ['\nCHỦ TỊCH\n', '\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n'],
      ]),
      parent: plan34,
      own: { kind: 'xã', name: 'Quỳnh Lưu', province },
      date: '2026-02-12',
      cited: CITED_34,
      theme: THEME_34,
      dues: [
        due('report', 'đợt 1', 'kết quả đợt 1 {trước ngày 05/6/2026}', FIRST),
        due('report', 'tổng kết', 'báo cáo tổng kết {trước ngày 05/12/2026}', FINAL),
        due('collect', 'đợt 1', 'kết quả đợt 1 {trước ngày 31/5/2026}', FIRST),
        due('collect', 'tổng kết', 'về Phòng Văn hóa - Xã hội {trước ngày 02/12/2026}', FINAL),
        due('reworded-task', 'lễ phát động', 'phát động, hoàn thành {trước ngày 27/02/2026}', LAUNCH),
        due('task', 'đăng ký mô hình', 'với Sở Nội vụ {trước ngày 30/3/2026}', MODEL),
      ],
      period: { end: /đến hết ngày (30\/11\/2026)/u, limit: '2026-11-30' },
      targets: TARGETS_34,
    },
    {
      name: 'thien-truong',
      source: 'samples',
      path: 'xa-phuong/thien-truong-cai-cach-hanh-chinh.txt',
      child: repaired(sample('xa-phuong/thien-truong-cai-cach-hanh-chinh.txt'), [
        ['187 QĐ/UBND', '187/QĐ-UBND'],
        ['Lấy hài lòng\nlàm đích đến, lấy công nghệ làm đòn bẩy, lấy cán bộ làm then chốt', THEME_27],
        ['28/02/2026', '30/4/2026'],
        ['e) Duy trì', 'đ) Duy trì'],
        ['ngày 06/3/2026', 'ngày 05/3/2026'],
        ['trong quý IV năm 2026', 'trước ngày 10/11/2026'],
        ['đạt từ 90% trở lên', 'đạt từ 93% trở lên'],
        ['21/KH-UBND', '12/KH-UBND'],
      ]),
      parent: plan27,
      own: { kind: 'phường', name: 'Thiên Trường', province },
      date: '2026-03-16',
      cited: CITED_27,
      theme: THEME_27,
      dues: [
        due('report', '6 tháng', 'báo cáo 6 tháng {trước ngày 10/6/2026}', '2026-06-11'),
        due('report', 'năm', 'báo cáo năm {trước ngày 30/11/2026}', '2026-12-04'),
        due('collect', '6 tháng', 'kết quả 6 tháng {trước ngày 05/6/2026}', '2026-06-11'),
        due('collect', 'năm', 'báo cáo năm {trước ngày 25/11/2026}', '2026-12-04'),
        due('task', 'chấm điểm', 'kết quả về Sở Nội vụ {trước ngày 10/11/2026}', '2026-11-14'),
      ],
      period: null,
      targets: ['được tiếp nhận trực tuyến toàn trình', 'Mức độ hài lòng của người dân, tổ chức'],
    },
    {
      name: 'cuc-phuong',
      source: 'samples',
      path: 'xa-phuong/cuc-phuong-bao-ve-rung.md',
      child: sample('xa-phuong/cuc-phuong-bao-ve-rung.md'),
      parent: null,
      own: { kind: 'xã', name: 'Cúc Phương', province },
      date: '2026-01-20',
      cited: null,
      theme: null,
      dues: [],
      period: null,
      targets: [],
    },
  ];
}
