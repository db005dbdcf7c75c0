import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../src/plan/parse.js';
import type { Theme } from '../../src/plan/plan.js';
import { sourceFromText } from '../../src/source/read.js';

const HEAD = `ỦY BAN NHÂN DÂN
PHƯỜNG TRÍ QUẢ

Trí Quả, ngày 02 tháng 3 năm 2026

KẾ HOẠCH

Đắp đường đê

Ủy ban nhân dân phường Trí Quả ban hành Kế hoạch đắp đường đê.

`;

function themesIn(words: string): Theme[] {
  return parsePlan(sourceFromText(`${HEAD}${words}\n`)).themes;
}

function texts(words: string): string[] {
  return themesIn(words).map(({ text }) => text);
}

const THEME = 'Đê cao, sóng lặng; người yên';

describe('the words of a theme', () => {
  it.each([
    ['curly marks', `Thực hiện chủ đề năm 2026 của tỉnh “${THEME}”.`],
    ['straight marks and spaces inside', `Thực hiện chủ đề năm 2026 của tỉnh " ${THEME} ".`],
    ['both marks closing', `Thực hiện chủ đề năm 2026 của tỉnh ”${THEME}”.`],
    ['both marks opening', `Thực hiện chủ đề năm 2026 của tỉnh “${THEME}“.`],
    ['guillemets', `Thực hiện chủ đề năm 2026 của tỉnh «${THEME}».`],
    ['single marks', `Thực hiện chủ đề năm 2026 của tỉnh ‘${THEME}’.`],
    ['doubled single marks', `Thực hiện chủ đề năm 2026 của tỉnh ''${THEME}''.`],
    ['a colon', `Chủ đề năm 2026 của tỉnh là: “${THEME}”.`],
    ['the next line', `1. Chủ đề năm 2026 của tỉnh\n\n“${THEME}”`],
    ['the next line after a colon', `CHỦ ĐỀ NĂM 2026 CỦA TỈNH:\n\n“${THEME}”`],
    ['a wrapped line', `Thực hiện chủ đề năm 2026 của tỉnh “Đê cao, sóng\nlặng; người yên”.`],
    ['a page break', `Thực hiện chủ đề năm 2026 của tỉnh “Đê cao, sóng\n\nlặng; người yên”.`],
    ['decomposed letters', `Thực hiện chủ đề năm 2026 của tỉnh “${THEME}”.`.normalize('NFD')],
    ['italics', `Thực hiện chủ đề năm 2026 của tỉnh “*${THEME}*”.`],
    ['words after it', `“${THEME}” là chủ đề năm 2026 của tỉnh.`],
  ])('%s', (_, words) => {
    expect(texts(words)).toEqual([THEME]);
  });

  it('keeps a quotation inside it', () => {
    expect(texts('Chủ đề năm 2026 của tỉnh “Đê “bốn mùa” vững; người yên”.')).toEqual(['Đê “bốn mùa” vững; người yên']);
  });

  it('says where no closing mark was found', () => {
    expect(themesIn(`Thực hiện chủ đề năm 2026 của tỉnh “${THEME} với nội dung sau.`)).toMatchObject([
      { closed: false },
    ]);
  });
});

describe('what is no theme', () => {
  it.each([
    'Thực hiện phương châm “Bốn cùng”.',
    'Thực hiện chủ đề năm 2026 của tỉnh gắn với phong trào “Nhà sạch, ngõ xanh”.',
    'Thực hiện chủ đề năm 2026 của tỉnh và khẩu hiệu “Nhà sạch, ngõ xanh”.',
    'Thực hiện tốt chủ đề năm 2026 của tỉnh. Treo băng “Nhà sạch, ngõ xanh”.',
    'Tuyên truyền theo chủ đề; phát loa bài “Nhà sạch, ngõ xanh”.',
    'Chuyên đề “Nhà sạch, ngõ xanh”.',
  ])('%s', (words) => {
    expect(texts(words)).toEqual([]);
  });
});

describe('whose theme it is', () => {
  it.each([
    ['chủ đề năm 2026 của tỉnh “Đê cao”', { level: 'province', own: false }],
    ['chủ đề năm 2026 của Tỉnh ủy “Đê cao”', { level: 'province', own: false }],
    ['chủ đề “Đê cao” năm 2026 của tỉnh', { level: 'province', own: false }],
    ['chủ đề năm 2026 do tỉnh phát động “Đê cao”', { level: 'province', own: false }],
    ['Năm 2026, tỉnh xác định chủ đề “Đê cao”', { level: 'province', own: false }],
    ['chủ đề năm 2026 của phường “Đê cao”', { level: 'commune', own: true }],
    ['chủ đề năm 2026 của phường Trí Quả “Đê cao”', { level: 'commune', own: true }],
    ['chủ đề năm 2026 của phường Trạm Lộ “Đê cao”', { level: 'commune', own: false }],
    ['chủ đề năm 2026 của địa phương “Đê cao”', { level: 'commune', own: true }],
    ['chủ đề năm 2026 của Chính phủ “Đê cao”', { level: 'central', own: false }],
    ['chủ đề năm 2026 “Đê cao”', null],
    ['chủ đề năm 2026 của tỉnh và phường “Đê cao”', null],
  ])('%s', (words, owner) => {
    const [theme] = themesIn(`Thực hiện ${words}.`);
    expect(theme?.year).toBe(2026);
    if (owner === null) expect(theme?.owner).toBeNull();
    else expect(theme?.owner).toMatchObject(owner);
  });

  it('knows periods', () => {
    expect(themesIn('Chủ đề thi đua giai đoạn 2026 - 2030: “Đê cao”.')).toMatchObject([
      { year: null, period: { from: 2026, to: 2030 } },
    ]);
  });

  it('knows the congress or campaign that a theme belongs to', () => {
    const events = themesIn(
      'Chủ đề Tháng hành động năm 2026 “Đê cao”. Hưởng ứng Tuần lễ nước sạch với chủ đề “Sóng lặng”; chủ đề “Người yên” được phát động tại Đại hội nông dân tỉnh; chủ đề năm 2026 của tỉnh “Đê dài”.',
    ).map(({ text, event }) => [text, event]);
    expect(events).toEqual([
      ['Đê cao', 'Tháng hành động năm 2026'],
      ['Sóng lặng', 'Tuần lễ nước sạch'],
      ['Người yên', 'Đại hội nông dân tỉnh'],
      ['Đê dài', null],
    ]);
  });

  it('points at the words that attribute it', () => {
    const document = sourceFromText(`${HEAD}Thực hiện chủ đề năm 2026 của tỉnh: “Đê cao”.\n`);
    const [theme] = parsePlan(document).themes;
    expect(document.text.slice(theme?.attribution.start, theme?.attribution.end)).toBe('chủ đề năm 2026 của tỉnh:');
    expect(document.text.slice(theme?.span.start, theme?.span.end)).toBe('Đê cao');
  });
});
