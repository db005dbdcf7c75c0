/** Chains of parents: Trung ương → tỉnh → xã; all documents are invented. */
import { describe, expect, test } from 'vitest';
import type { LoadedPlan } from '../../src/engine/check.js';
import { higherParents } from '../../src/library/chain.js';
import { buildLibrary } from '../../src/library/library.js';
import type { LinkedParent } from '../../src/library/link.js';
import { linkCase } from '../../src/library/parents.js';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';

function load(path: string, header: string, text: string): LoadedPlan {
  const document = sourceFromText(`${header}\n\n${text}\n\nI. MỤC ĐÍCH\n\nChủ động nguồn nước.\n`, path);
  return { document, plan: parsePlan(document) };
}

const DIRECTIVE =
  'THỦ TƯỚNG CHÍNH PHỦ\n\nSố: 15/CT-TTg\n\nHà Nội, ngày 20 tháng 01 năm 2026\n\nCHỈ THỊ\n\nVề chủ động ứng phó hạn mặn';
const PROVINCE =
  'ỦY BAN NHÂN DÂN\nTỈNH AN GIANG\n\nSố: 47/KH-UBND\n\nAn Giang, ngày 09 tháng 02 năm 2026\n\nKẾ HOẠCH\n\nỨng phó hạn mặn mùa khô';
const COMMUNE =
  'ỦY BAN NHÂN DÂN\nXÃ MỸ ĐỨC\n\nSố: 12/KH-UBND\n\nMỹ Đức, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\n\nỨng phó hạn mặn mùa khô';
const SCHOOL =
  'UBND XÃ MỸ ĐỨC\nTRƯỜNG TIỂU HỌC MỸ ĐỨC\n\nSố: 05/KH-TH\n\nMỹ Đức, ngày 10 tháng 3 năm 2026\n\nKẾ HOẠCH\n\nỨng phó hạn mặn mùa khô';

const BY_DIRECTIVE =
  'Thực hiện Chỉ thị số 15/CT-TTg ngày 20/01/2026 của Thủ tướng Chính phủ về chủ động ứng phó hạn mặn;';
const BY_PROVINCE =
  'Thực hiện Kế hoạch số 47/KH-UBND ngày 09/02/2026 của UBND tỉnh An Giang về ứng phó hạn mặn mùa khô;';
const BY_COMMUNE = 'Thực hiện Kế hoạch số 12/KH-UBND ngày 02/3/2026 của UBND xã Mỹ Đức về ứng phó hạn mặn mùa khô;';

const directive = load('tw.md', DIRECTIVE, 'Thủ tướng Chính phủ chỉ thị các địa phương:');
const province = load('tinh.md', PROVINCE, BY_DIRECTIVE);
const commune = load('xa.md', COMMUNE, BY_PROVINCE);

/** "tinh.md(tw.md)" */
function shown(parents: readonly LinkedParent[]): string {
  return parents
    .map(({ document, parents: above }) => `${document.path}${above.length > 0 ? `(${shown(above)})` : ''}`)
    .join(' ');
}

function chainOf(child: LoadedPlan, others: readonly LoadedPlan[], given: readonly LoadedPlan[] = []): string {
  return shown(linkCase(child, buildLibrary([child, ...others]), given, '2026-06-01').parents);
}

describe('the chain above a plan', () => {
  test('goes from the commune over the province to the central level', () => {
    expect(chainOf(commune, [province, directive])).toBe('tinh.md(tw.md)');
  });

  test('goes on above a parent that the user gave', () => {
    expect(chainOf(load('rieng.md', COMMUNE, 'Các ấp trữ nước.'), [province, directive], [province])).toBe(
      'tinh.md(tw.md)',
    );
  });

  test('three steps up from a unit of the commune', () => {
    const school = load('truong.md', SCHOOL, BY_COMMUNE);
    expect(chainOf(school, [commune, province, directive])).toBe('xa.md(tinh.md(tw.md))');
    const above = load(
      'nq.md',
      DIRECTIVE.replace('15/CT', '09/CT').replace('20', '05'),
      'Thủ tướng Chính phủ chỉ thị:',
    );
    const { document, plan } = load(
      'tw.md',
      DIRECTIVE,
      'Thực hiện Chỉ thị số 09/CT-TTg ngày 05/01/2026 của Thủ tướng Chính phủ về chủ động ứng phó hạn mặn;',
    );
    expect(chainOf(commune, [province, { document, plan }, above])).toBe('tinh.md(tw.md(nq.md))');
    expect(chainOf(school, [commune, province, { document, plan }, above])).toBe('xa.md(tinh.md(tw.md))');
  });

  test('never comes back to a document below', () => {
    const programme = PROVINCE.replace('47/KH-UBND', '33/CTr-UBND').replace('KẾ HOẠCH', 'CHƯƠNG TRÌNH');
    const byProgramme =
      'Thực hiện Chương trình số 33/CTr-UBND ngày 09/02/2026 của UBND tỉnh An Giang về ứng phó hạn mặn;';
    const one = load('mot.md', PROVINCE, byProgramme);
    const other = load('hai.md', programme, BY_PROVINCE);
    expect(chainOf(one, [other])).toBe('hai.md');
    expect(chainOf(commune, [one, other])).toBe('mot.md(hai.md)');
  });

  test('does not go down', () => {
    const asking = load(
      'tinh.md',
      PROVINCE,
      `${BY_DIRECTIVE}\n\nCăn cứ Kế hoạch số 02/KH-UBND ngày 05/01/2026 của UBND xã Mỹ Đức về trữ nước;`,
    );
    const lower = load('xa-khac.md', COMMUNE.replace('12/KH', '02/KH').replace('02 tháng 3', '05 tháng 01'), '');
    expect(chainOf(asking, [lower, directive])).toBe('tw.md xa-khac.md');
    expect(chainOf(commune, [asking, lower, directive])).toBe('tinh.md(tw.md)');
  });

  test('higher parents are those that are no parents themselves, each once', () => {
    const both = load('xa.md', COMMUNE, `${BY_PROVINCE}\n\n${BY_DIRECTIVE}`);
    const direct = linkCase(both, buildLibrary([both, province, directive]), [], '2026-06-01');
    expect(shown(direct.parents)).toBe('tinh.md(tw.md) tw.md');
    expect(higherParents(direct)).toEqual([]);
    const through = linkCase(commune, buildLibrary([commune, province, directive]), [], '2026-06-01');
    expect(higherParents(through).map(({ document }) => document.path)).toEqual(['tw.md']);
  });
});
