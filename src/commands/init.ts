/** `planlint init`: writes a configuration with comments in the chosen language. */
import { writeFileSync } from 'node:fs';
import type { Argv } from 'yargs';
import { type Bilingual, type Language, PlanlintError } from '../errors.js';
import { DESCRIBE } from './help.js';
import { forceOption } from './options.js';
import { rejectUnknown } from './usage.js';

const FILE = 'planlint.yaml';

export function addInit(cli: Argv, lang: Language): Argv {
  const options = { force: forceOption(lang) };
  return cli.command(
    'init',
    DESCRIBE.init[lang],
    (command) => command.options(options),
    (argv) => {
      rejectUnknown(argv, Object.keys(options));
      init(argv.force ?? false, lang);
    },
  );
}

function init(force: boolean, lang: Language): void {
  try {
    writeFileSync(FILE, TEMPLATE[lang], { flag: force ? 'w' : 'wx' });
  } catch (error) {
    throw notWritten(error);
  }
  const done: Bilingual = {
    vi: `Đã tạo ${FILE}. Ghi thư mục chứa văn bản cấp trên vào mục library, rồi chạy: planlint TỆP…\n`,
    en: `Wrote ${FILE}. Name the folder of your parents under library, then run: planlint FILE…\n`,
  };
  process.stdout.write(done[lang]);
}

function notWritten(cause: unknown): PlanlintError {
  if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') {
    return new PlanlintError(
      'config-exists',
      { vi: `${FILE} đã có ở thư mục này`, en: `${FILE} is there already` },
      { vi: 'Sửa tệp đó, hoặc thêm --force để ghi đè.', en: 'Edit that file, or add --force to overwrite it.' },
    );
  }
  return new PlanlintError(
    'config-unwritable',
    { vi: `không ghi được ${FILE}`, en: `cannot write ${FILE}` },
    { vi: 'Kiểm tra quyền ghi ở thư mục này.', en: 'Check that you may write to this folder.' },
    cause,
  );
}

const TEMPLATE: Bilingual = {
  vi: `# Cấu hình của planlint. Đường dẫn tính từ thư mục chứa tệp này.

# Nơi tìm văn bản cấp trên được viện dẫn: thư mục hoặc mẫu tên.
library: []
#  - van-ban-cap-tren
#  - luu-tru/**/*.md

# Bỏ qua các tệp này khi kiểm tra cả thư mục.
ignore: []
#  - "**/nhap/**"

# Đổi mức độ (error, warning, info, off) hoặc tùy chọn của quy tắc. Xem danh sách: planlint rules
rules: {}
#  section/numbering: off
#  "spelling/*": warning

# Thư mục chứa quy tắc của riêng đơn vị.
ruleDirs: []

# Phát hiện đã xem xét và chấp nhận để nguyên: phải ghi lý do. Trong tệp .md, .txt có thể ghi ngay trên dòng đó:
#   <!-- planlint-disable-next-line section/numbering -- lý do; đến 30/6/2026 -->
waivers: []
#  - rule: section/missing
#    file: ke-hoach/phuong-a.docx
#    quote: KHEN THƯỞNG
#    reason: Phường không xét khen thưởng riêng
#    until: 2026-06-30

# Tệp ghi các phát hiện đã có từ trước, không báo lại. Tạo bằng: planlint TỆP… --update-baseline
# baseline: planlint-baseline.json

# Ngôn ngữ của thông báo: vi hoặc en.
lang: vi

# Mã thoát là 1 khi có phát hiện từ mức này trở lên: error, warning hoặc info.
failOn: error

# Mã thoát là 1 khi có nhiều cảnh báo hơn số này.
# maxWarnings: 10

# Mã thoát là 2 khi có văn bản không đối chiếu được với cấp trên.
requireParent: false
`,
  en: `# Configuration of planlint. Paths start from the folder of this file.

# Where the parents cited are looked for: folders or globs.
library: []
#  - parents
#  - archive/**/*.md

# Files to leave out when a whole folder is checked.
ignore: []
#  - "**/drafts/**"

# Severity (error, warning, info, off) or options of rules. See the list: planlint rules
rules: {}
#  section/numbering: off
#  "spelling/*": warning

# Folders with rules of your own.
ruleDirs: []

# Findings that were looked at and may stand: a reason is needed. In .md and .txt files it can be written right above the line:
#   <!-- planlint-disable-next-line section/numbering -- reason; until 2026-06-30 -->
waivers: []
#  - rule: section/missing
#    file: plans/ward-a.docx
#    quote: KHEN THƯỞNG
#    reason: The ward gives no rewards of its own
#    until: 2026-06-30

# File with the findings that were there before and are not reported again. Make it with: planlint FILE… --update-baseline
# baseline: planlint-baseline.json

# Language of messages: vi or en.
lang: en

# Exit code 1 from this severity on: error, warning or info.
failOn: error

# Exit code 1 if there are more warnings than this.
# maxWarnings: 10

# Exit code 2 if a document was not checked against any parent.
requireParent: false
`,
};
