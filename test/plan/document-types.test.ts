import { expect, test } from 'vitest';
import { findTypes, sameType, typeAtStart, typeByAbbreviation, typeByName } from '../../src/plan/document-types.js';

test('the longest kind is found, in any case and spacing', () => {
  const text = 'Kế hoạch  hành động và CHƯƠNG TRÌNH HÀNH ĐỘNG, thông tư liên tịch, kế hoạch';
  expect(findTypes(text).map(({ type }) => type.name)).toEqual([
    'kế hoạch hành động',
    'chương trình hành động',
    'thông tư liên tịch',
    'kế hoạch',
  ]);
});

test('a title begins with its kind', () => {
  expect(typeAtStart(' KẾ HOẠCH Phát động thi đua')).toMatchObject({ type: { name: 'kế hoạch' }, start: 1, end: 9 });
  expect(typeAtStart('Phát động theo Kế hoạch')).toBeNull();
});

test('names and abbreviations', () => {
  expect(typeByName('Giấy uỷ quyền')?.name).toBe('giấy ủy quyền');
  expect(['KH', 'CTr', 'CTR', 'QyĐ', 'TTLT', 'XX'].map((it) => typeByAbbreviation(it)?.name)).toEqual([
    'kế hoạch',
    'chương trình',
    'chương trình',
    'quy định',
    'thông tư liên tịch',
    undefined,
  ]);
});

test('"văn bản" may be said of any kind, a kế hoạch hành động is a kế hoạch', () => {
  expect(sameType('văn bản', 'công văn')).toBe(true);
  expect(sameType('kế hoạch hành động', 'kế hoạch')).toBe(true);
  expect(sameType(null, 'kế hoạch')).toBe(true);
  expect(sameType('quyết định', 'kế hoạch')).toBe(false);
});
