/** Small plans for the process tests, all invented, and a folder to put them in. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export const PARENT = `ỦY BAN NHÂN DÂN
THÀNH PHỐ HẢI MINH

Số: 45/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hải Minh, ngày 12 tháng 01 năm 2026

KẾ HOẠCH

Phát động phong trào thi đua năm 2026

Ủy ban nhân dân thành phố Hải Minh ban hành Kế hoạch phát động phong trào thi đua năm 2026 như sau:

I. MỤC ĐÍCH, YÊU CẦU

Tạo khí thế thi đua ngay từ đầu năm.

II. NỘI DUNG THI ĐUA

Thi đua hoàn thành nhiệm vụ được giao.

III. KHEN THƯỞNG

Khen thưởng theo thẩm quyền.

IV. TỔ CHỨC THỰC HIỆN

Các phường, xã xây dựng kế hoạch của mình./.

Nơi nhận:
- Ủy ban nhân dân các phường, xã;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Minh
`;

/** A ward's plan with the sections given, by default the parent's. */
export function ward(
  sections = ['I. MỤC ĐÍCH, YÊU CẦU', 'II. NỘI DUNG', 'III. KHEN THƯỞNG', 'IV. TỔ CHỨC THỰC HIỆN'],
): string {
  return `ỦY BAN NHÂN DÂN
PHƯỜNG LẠC HÀ

Số: 08/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Lạc Hà, ngày 20 tháng 01 năm 2026

KẾ HOẠCH

Phát động phong trào thi đua năm 2026 trên địa bàn phường Lạc Hà

Thực hiện Kế hoạch số 45/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân thành phố Hải Minh về phát động phong trào thi đua năm 2026, Ủy ban nhân dân phường Lạc Hà ban hành Kế hoạch như sau:

${sections.map((section) => `${section}\n\nCác tổ dân phố thực hiện theo hướng dẫn của phường.`).join('\n\n')}/.

Nơi nhận:
- Ủy ban nhân dân thành phố;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Minh
`;
}

/** Without the section on rewards that the parent has: one error of section/missing. */
export const WITHOUT_REWARD = ward(['I. MỤC ĐÍCH, YÊU CẦU', 'II. NỘI DUNG', 'III. TỔ CHỨC THỰC HIỆN']);

/** A gap in the numbering: one warning of section/numbering. */
export const WITH_GAP = ward(['I. MỤC ĐÍCH, YÊU CẦU', 'II. NỘI DUNG', 'IV. KHEN THƯỞNG', 'V. TỔ CHỨC THỰC HIỆN']);

/** A folder with these files, removed when the test is over. */
export function folder(files: Record<string, string | Uint8Array> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'planlint-'));
  for (const [name, content] of Object.entries(files)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
