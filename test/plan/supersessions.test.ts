/** What a document says to be replaced, revoked or amended; sentences written for these tests, all bodies and numbers invented. */
import { describe, expect, test } from 'vitest';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';

interface Parts {
  kind?: string;
  subject?: string;
  preamble?: string;
  body?: string;
}

/** "replaces 12/KH-UBND", with "by 15/KH-UBND" where another document does it. */
function supersessions({
  kind = 'KẾ HOẠCH',
  subject = 'Vệ sinh môi trường năm 2026',
  preamble = '',
  body = '',
}: Parts) {
  const symbol = kind === 'QUYẾT ĐỊNH' ? 'QĐ-UBND' : 'KH-UBND';
  const text = `ỦY BAN NHÂN DÂN
THÀNH PHỐ HẢI MINH

Số: 45/${symbol}

Hải Minh, ngày 12 tháng 3 năm 2026

${kind}

${subject}

${preamble}

${body === '' ? 'I. NỘI DUNG\n\nDọn vệ sinh hằng tuần.' : body}
`;
  const { citations, supersessions: found } = parsePlan(sourceFromText(text));
  return found.map(({ effect, citation, by }) => {
    const who = by === null ? '' : ` by ${citations[by]?.code}`;
    return `${effect} ${citations[citation]?.code}${who}`;
  });
}

const OLD = 'Kế hoạch số 12/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân thành phố Hải Minh';

describe('a plan on itself', () => {
  test.each([
    [
      { preamble: `Ủy ban nhân dân thành phố ban hành Kế hoạch vệ sinh môi trường thay thế ${OLD} như sau:` },
      'replaces',
    ],
    [{ preamble: `Ủy ban nhân dân thành phố điều chỉnh, bổ sung một số nội dung của ${OLD} như sau:` }, 'amends'],
    [{ subject: `Sửa đổi, bổ sung ${OLD}` }, 'amends'],
    [{ subject: `Về việc bãi bỏ ${OLD}` }, 'revokes'],
    [{ subject: `Vệ sinh môi trường năm 2026 (thay thế ${OLD})` }, 'replaces'],
    [{ body: `III. TỔ CHỨC THỰC HIỆN\n\nKế hoạch này thay thế ${OLD}.` }, 'replaces'],
    [{ body: `III. TỔ CHỨC THỰC HIỆN\n\n4. Kế hoạch này có hiệu lực từ ngày ký và thay thế ${OLD}./.` }, 'replaces'],
    [{ body: `III. TỔ CHỨC THỰC HIỆN\n\n${OLD} hết hiệu lực kể từ ngày Kế hoạch này được ban hành.` }, 'revokes'],
  ])('%o', (parts, effect) => {
    expect(supersessions(parts)).toEqual([`${effect} 12/KH-UBND`]);
  });
});

describe('an article of a decision', () => {
  const decision = (article: string) =>
    supersessions({
      kind: 'QUYẾT ĐỊNH',
      body: `Điều 1. Ban hành quy chế.\n\nĐiều 2. ${article}\n\nĐiều 3. Chánh Văn phòng chịu trách nhiệm thi hành./.`,
    });

  test('replaces one, or a list', () => {
    expect(decision(`Quyết định này có hiệu lực kể từ ngày ký. Thay thế ${OLD}.`)).toEqual(['replaces 12/KH-UBND']);
    expect(decision(`Quyết định này có hiệu lực kể từ ngày ký và thay thế ${OLD} và Quyết định số 8/QĐ-UBND.`)).toEqual(
      ['replaces 12/KH-UBND', 'replaces 8/QĐ-UBND'],
    );
  });

  test('on a part of a document it amends', () => {
    expect(decision('Bãi bỏ khoản 2 Điều 4 Quyết định số 8/QĐ-UBND ngày 03/02/2026.')).toEqual(['amends 8/QĐ-UBND']);
  });

  test('a regulation that came with a decision is the whole of it', () => {
    expect(decision('Thay thế Quy chế quản lý chợ ban hành kèm theo Quyết định số 8/QĐ-UBND ngày 03/02/2026.')).toEqual(
      ['replaces 8/QĐ-UBND'],
    );
  });

  test('a province changes nothing of the Prime Minister', () => {
    expect(decision('Bổ sung số lượng máy móc quy định tại khoản 1 Điều 4 Quyết định số 15/2025/QĐ-TTg.')).toEqual([]);
  });
});

describe('told of documents that are cited', () => {
  test.each([
    [
      `Thực hiện Quyết định số 30/QĐ-UBND ngày 01/02/2026 về việc sửa đổi, bổ sung ${OLD};`,
      'amends 12/KH-UBND by 30/QĐ-UBND',
    ],
    [`Thực hiện ${OLD} được thay thế bởi Kế hoạch số 20/KH-UBND ngày 02/3/2026;`, 'replaces 12/KH-UBND by 20/KH-UBND'],
    [
      'Căn cứ Luật Chợ số 6/2022/QH15 được sửa đổi, bổ sung bởi Luật số 9/2026/QH16;',
      'amends 6/2022/QH15 by 9/2026/QH16',
    ],
  ])('%s', (preamble, expected) => {
    expect(supersessions({ preamble })).toEqual([expected]);
  });
});

describe('nothing is superseded', () => {
  test.each([
    [{ preamble: `Thực hiện ${OLD}, Ủy ban nhân dân phường ban hành Kế hoạch như sau:` }],
    [{ body: `II. NHIỆM VỤ\n\n1. Sở Xây dựng rà soát, tham mưu sửa đổi, bổ sung ${OLD}.` }],
    [{ body: `II. NHIỆM VỤ\n\n- Sửa đổi, bổ sung ${OLD}; hoàn thành trong quý II.` }],
    [{ body: `II. NHIỆM VỤ\n\nCăn cứ Kế hoạch này, các đơn vị xây dựng kế hoạch thay thế ${OLD}.` }],
    [{ subject: `Bổ sung kinh phí thực hiện ${OLD}` }],
    [{ subject: 'Triển khai thi hành Luật sửa đổi, bổ sung một số điều của Luật Chợ số 6/2022/QH15' }],
    [{ body: `II. NHIỆM VỤ\n\nKế hoạch này không thay thế các quy định hiện hành. Thực hiện nghiêm ${OLD}.` }],
  ])('%o', (parts) => {
    expect(supersessions(parts)).toEqual([]);
  });
});
