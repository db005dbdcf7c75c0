/** Every entry of the list of set phrases fires where it should and stays silent on right words. */
import { describe, expect, test } from 'vitest';
import { type SetPhrase, setPhrases } from '../../src/data/set-phrases.js';
import { toneKey } from '../../src/text/normal.js';
import { phraseFinder } from '../../src/text/phrase-finder.js';

const phrases = setPhrases();
const find = phraseFinder(phrases);

/** Sentences of the words with every context that the entry asks for. */
function sentences({ before, after }: SetPhrase, words: string): string[] {
  const lefts = before.length > 0 ? before : ['Xã cho rằng'];
  const rights = after.length > 0 ? after : ['rất đáng kể'];
  return lefts.flatMap((left) => rights.map((right) => `${left} ${words} ${right}.`));
}

const key = (words: string): string => words.split(' ').map(toneKey).join(' ');

const forms = phrases.flatMap((phrase) => phrase.wrong.map((wrong) => ({ phrase, wrong })));

describe('the list', () => {
  test('is of some size and says nothing twice', () => {
    expect(forms.length).toBeGreaterThan(500);
    const contexts = forms.map(({ phrase, wrong }) =>
      [key(wrong), phrase.right, phrase.before.join(), phrase.after.join()].join('|'),
    );
    expect(contexts.filter((context, i) => contexts.indexOf(context) !== i)).toEqual([]);
  });

  test('has no wrong form that is right in the same place', () => {
    expect(forms.filter(({ phrase, wrong }) => key(wrong) === key(phrase.right))).toEqual([]);
  });
});

describe('each wrong form', () => {
  test('is found in its context, with its right form', () => {
    const missed = forms.flatMap(({ phrase, wrong }) =>
      sentences(phrase, wrong)
        .filter((sentence) => !find(sentence).some((hit) => key(hit.right).includes(key(phrase.right))))
        .map((sentence) => `${sentence} -> ${phrase.right}`),
    );
    expect(missed).toEqual([]);
  });

  test('is found once it is written in capitals, and over a wrapped line', () => {
    const missed = forms.filter(({ phrase, wrong }) => {
      const [sentence = ''] = sentences(phrase, wrong);
      return find(sentence.toUpperCase()).length === 0 || find(sentence.replaceAll(' ', '\u00a0')).length === 0;
    });
    expect(missed.map(({ wrong }) => wrong)).toEqual([]);
  });

  test('is silent beside the words that make it right', () => {
    const loud = forms.flatMap(({ phrase, wrong }) => {
      const [sentence = ''] = sentences(phrase, wrong);
      const beside = [
        ...phrase.notBefore.map((word) => sentence.replace(wrong, `${word} ${wrong}`)),
        ...phrase.notAfter.map((word) => sentence.replace(wrong, `${wrong} ${word}`)),
      ];
      return beside.filter((text) => find(text).some((hit) => hit.phrase === phrase));
    });
    expect(loud).toEqual([]);
  });
});

describe('each right phrase', () => {
  test('is silent in every context of the list', () => {
    const loud = phrases.flatMap((phrase) => sentences(phrase, phrase.right).filter((text) => find(text).length > 0));
    expect(loud).toEqual([]);
  });
});

test.each([
  'Thành phần đấu giá gồm năm người.',
  'Định hướng ứng dụng dữ liệu số.',
  'Cơ quan triệt phá đường dây buôn lậu.',
  'Ảnh hưởng dẫn đến chậm giải ngân.',
  'Tiếp tục kiểm chế độ báo cáo.',
  'Vấn đề cử tri nắm chưa rõ.',
  'Để nghị quyết đi vào cuộc sống; để nghị định có hiệu lực.',
  'Để xuất khẩu nông sản; hướng dẫn để xuất trình hồ sơ.',
  'Khẩn trương trình Ủy ban nhân dân tỉnh.',
  'Được đặt biệt danh mới.',
  'Bất chấp hàng loạt khó khăn, tranh chấp hàng hải.',
  'Cũng cố gắng; cùng cố vấn kỹ thuật.',
  'Sau bão vệ sinh môi trường; trong mưa bảo đảm an toàn.',
  'Sở Công Thương trực tiếp chủ trì.',
  'Tư vấn để người dân hiểu; tham vấn để lựa chọn.',
  'Công tác khen thường xuyên; nhận thức hiện nay.',
  'Trên cơ sở kết quả kiểm tra mà tổng kết.',
  'UBND phương án; trình UBND phương án sắp xếp.',
  'Huyện Văn Bàn; ông Phạm Hoàng Thiện.',
  'Phát triển khái niệm; phát triển khai thác mỏ.',
  'Bóng chuyền thống nhất luật; dây chuyền thống kê.',
  'Coi trọng tầm nhìn; khả năng cao.',
  'Thống kê hoạch định; thần kinh nghiêm trọng; Bắc Kinh gửi công hàm.',
  'Sắp sửa đối mặt; sửa đối với phần còn lại.',
])('right text stays silent: %s', (text) => {
  expect(find(text).map(({ found }) => found)).toEqual([]);
});
