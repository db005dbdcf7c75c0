import { expect, it } from 'vitest';
import { parsePlan } from '../../src/plan/parse.js';
import { provinceMeant } from '../../src/plan/unit-province.js';
import { sourceFromText } from '../../src/source/read.js';

/** Which province the first unit of a sentence lies in. */
function meant(sentence: string): string {
  const document = sourceFromText(`KẾ HOẠCH\n\nĐi xem đường hoa\n\nI. NỘI DUNG\n\n${sentence}\n`);
  const { places } = parsePlan(document);
  const found = provinceMeant(document.text, places, 0);
  return found.is === 'told' ? found.province.name : found.is;
}

it.each([
  ['Xem tại xã Thông Nông, tỉnh Cao Bằng.', 'Cao Bằng'],
  ['Xem tại xã Thông Nông (tỉnh Cao Bằng).', 'Cao Bằng'],
  ['Xem tại xã Thông Nông thuộc tỉnh Cao Bằng.', 'Cao Bằng'],
  ['Xem tại phường An Hải, TP. Đà Nẵng.', 'Đà Nẵng'],
  ['Xem tại phường An Hải, Đà Nẵng.', 'Đà Nẵng'],
  ['Xem tại xã Thông Nông, xã Trường Hà và xã Cần Yên, tỉnh Cao Bằng.', 'Cao Bằng'],
  ['Xem tại các xã Thông Nông, Trường Hà, tỉnh Cao Bằng.', 'Cao Bằng'],
  ['Xem tại xã Thông Nông, huyện Hà Quảng, tỉnh Cao Bằng.', 'unclear'],
  ['Xem tại xã Thông Nông, tỉnh Vân Mộc Hạ.', 'unclear'],
  ['Xem tại xã Thông Nông và tỉnh Cao Bằng.', 'unsaid'],
  ['Xem tại xã Thông Nông và huyện Hà Quảng.', 'unsaid'],
  ['Xem tại xã Thông Nông; nghỉ ở tỉnh Cao Bằng.', 'unsaid'],
  ['Xem tại xã Thông Nông.', 'unsaid'],
])('%s', (sentence, expected) => {
  expect(meant(sentence)).toBe(expected);
});
