/** Finding wrong forms of phrases with their context. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ListedPhrase, phraseFinder } from '../../src/text/phrase-finder.js';

function listed(phrase: Partial<ListedPhrase> & Pick<ListedPhrase, 'right' | 'wrong'>): ListedPhrase {
  return { before: [], after: [], notBefore: [], notAfter: [], ...phrase };
}

function found(text: string, ...phrases: ListedPhrase[]): [string, string][] {
  return phraseFinder(phrases)(text).map((hit) => [hit.found, hit.right]);
}

const strive = listed({ right: 'phấn đấu', wrong: ['phân đấu'], notBefore: ['thành'], notAfter: ['giá'] });
const committee = listed({ right: 'Ủy ban nhân dân', wrong: ['Ủy ban nhân'], after: ['tỉnh', 'thành phố'] });

describe('a wrong form', () => {
  test('is found in any case, over wrapped lines and several spaces', () => {
    expect(found('phân đấu', strive)).toEqual([['phân đấu', 'phấn đấu']]);
    expect(found('PHÂN  ĐẤU', strive)).toEqual([['PHÂN  ĐẤU', 'PHẤN ĐẤU']]);
    expect(found('Phân đấu', strive)).toEqual([['Phân đấu', 'Phấn đấu']]);
    expect(found('phân\u00a0đấu', strive)).toHaveLength(1);
  });

  test('is one whatever the place of its tone mark', () => {
    const union = listed({ right: 'Cộng hòa', wrong: ['Cộng hõa'] });
    expect(found('Cộng hõa, Cộng hoã', union)).toHaveLength(2);
    expect(found('Cộng hòa, Cộng hoà', union)).toEqual([]);
  });

  test('keeps what was right as it is written', () => {
    expect(found('Uỷ ban nhân tỉnh', committee)).toEqual([['Uỷ ban nhân', 'Uỷ ban nhân dân']]);
    expect(found('ỦY BAN NHÂN TỈNH', committee)).toEqual([['ỦY BAN NHÂN', 'ỦY BAN NHÂN DÂN']]);
  });

  test('is not found over punctuation, in part of a word, or over two paragraphs', () => {
    expect(found('phân, đấu', strive)).toEqual([]);
    expect(found('phân\nđấu', strive)).toEqual([]);
    expect(found('phân đấux', strive)).toEqual([]);
  });

  test('with letters in separate marks is found in a text of whole letters', () => {
    expect(found('phân đấu', listed({ right: 'phấn đấu', wrong: ['phân đấu'.normalize('NFD')] }))).toHaveLength(1);
  });
});

describe('context', () => {
  test('that may not stand beside it', () => {
    expect(found('thành phân đấu', strive)).toEqual([]);
    expect(found('phân đấu giá', strive)).toEqual([]);
    expect(found('phân đấu. Giá cả', strive)).toHaveLength(1);
  });

  test('that has to stand beside it, a comma or dash between', () => {
    expect(found('Ủy ban nhân', committee)).toEqual([]);
    expect(found('Ủy ban nhân ái', committee)).toEqual([]);
    expect(found('Ủy ban nhân thành phố', committee)).toHaveLength(1);
    const review = listed({ right: 'sơ kết', wrong: ['xơ kết'], after: ['tổng kết'] });
    expect(found('xơ kết, tổng kết', review)).toHaveLength(1);
    expect(found('xơ kết - tổng kết', review)).toHaveLength(1);
    expect(found('xơ kết. Tổng kết', review)).toEqual([]);
  });

  test('the longest form that fits is taken, and every place once', () => {
    const long = listed({ right: 'phấn đấu hết mình', wrong: ['phân đấu hết mình'] });
    expect(found('phân đấu hết mình', strive, long)).toEqual([['phân đấu hết mình', 'phấn đấu hết mình']]);
  });
});

describe('names', () => {
  test('of persons and places are left alone', () => {
    const finish = listed({ right: 'hoàn thiện', wrong: ['hoàng thiện'] });
    expect(found('ông Hoàng Thiện', finish)).toEqual([]);
    expect(found('giao Trần Hoàng Thiện', finish)).toEqual([]);
    expect(found('Hoàng thiện hồ sơ; HOÀNG THIỆN HỒ SƠ', finish)).toHaveLength(2);
    expect(found('bà Giử', listed({ right: 'giữ', wrong: ['giử'] }))).toEqual([]);
  });

  test('but not where the phrase itself has capitals', () => {
    expect(found('Ủy Ban Nhân Tỉnh', committee)).toHaveLength(1);
  });
});

test('every place that is found holds a wrong form, and the replacement is clean', () => {
  const words = fc.constantFrom(
    'phân',
    'Phân',
    'ĐẤU',
    'đấu',
    'giá',
    'thành',
    'Ủy',
    'ban',
    'nhân',
    'tỉnh',
    ',',
    '\n',
    'và',
  );
  const find = phraseFinder([strive, committee]);
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
      const text = parts.join(' ');
      let last = 0;
      for (const { span, found: quote, right } of find(text)) {
        expect(text.slice(span.start, span.end)).toBe(quote);
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(right.toLowerCase()).not.toBe(quote.toLowerCase());
        expect(find(right)).toEqual([]);
        last = span.end;
      }
    }),
  );
});

test('time grows with the text only', { timeout: 30_000 }, () => {
  const find = phraseFinder([strive, committee]);
  const line = 'Ủy ban nhân dân xã quyết tâm phấn đấu; thành phân đấu giá; '.normalize('NFC');
  expect(find(line.repeat(100_000))).toEqual([]);
});
