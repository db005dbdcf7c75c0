import { describe, expect, it } from 'vitest';
import {
  isAddress,
  mayBeNoUnit,
  namesThing,
  presenceBefore,
  tellsHistory,
  tellsPastTime,
} from '../../src/plan/unit-words.js';

describe('words before a unit', () => {
  it.each([
    ['Ủy ban nhân dân ', 'actor'],
    ['Đề nghị UBND các ', 'actor'],
    ['Phối hợp với Công an ', 'actor'],
    ['trồng cây trên địa bàn ', 'place'],
    ['họp tại thôn Đông, ', 'place'],
    ['khu phố 3, ', 'place'],
    ['Trạm Y tế ', null],
    ['tổ chức họp chợ, ', null],
    ['mời bà con ', null],
  ] as const)('%s', (before, expected) => {
    expect(presenceBefore(before)).toBe(expected);
  });

  it.each(['Dự án kè suối ', 'qua cầu Vồng, ', 'thầy cô trường tiểu học '])('%s a thing', (before) => {
    expect(namesThing(before)).toBe(true);
  });

  it.each(['Yêu cầu Công an ', 'mỗi gia đình Văn hóa ', 'hồ sơ của '])('%s no thing', (before) => {
    expect(namesThing(before)).toBe(false);
  });

  it.each([
    'số 5, đường Kim Đồng, ',
    'Phố Vồng, ',
    'anh ta thường trú tại ',
    'ông Nguyễn Văn Tấc, ',
  ])('%s an address', (before) => {
    expect(isAddress(before)).toBe(true);
  });

  it.each(['thành phố Hải Phòng, ', 'tổ dân phố Xuân, ', 'bà con '])('%s no address', (before) => {
    expect(isAddress(before)).toBe(false);
  });
});

describe('stories of the past', () => {
  it.each(['Các xã trước sắp xếp', 'xã Đồng Văn (cũ)', 'lập trên cơ sở nhập xã này vào xã kia'])('%s', (words) => {
    expect(tellsHistory(words)).toBe(true);
  });

  it.each(['nâng thu nhập, chống hàng nhập lậu', 'tân binh nhập ngũ', 'đăng nhập hệ thống'])('not: %s', (words) => {
    expect(tellsHistory(words)).toBe(false);
  });

  it('knows years and the half year before the reform', () => {
    expect(tellsPastTime('Năm 2023 làm 3 km')).toBe(true);
    expect(tellsPastTime('kết quả 6 tháng đầu năm 2025')).toBe(true);
    expect(tellsPastTime('Năm 2026 làm 2.019 m')).toBe(false);
  });
});

it('tells names of bodies and persons from what may be a unit', () => {
  expect(mayBeNoUnit('Ủy Viên')).toBe(true);
  expect(mayBeNoUnit('Nguyễn Thị Tấc')).toBe(true);
  expect(mayBeNoUnit('Vân Mộc Hạ')).toBe(false);
});
