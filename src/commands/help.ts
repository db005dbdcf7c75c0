/** Help in both languages, by use: what one types for the common jobs. Light: loaded before anything else. */
import type { Bilingual } from '../errors.js';
import { FORMAT_NAMES } from '../report/formats.js';

const EXAMPLES_VI = `Việc thường làm:
  planlint phuong.md --parent thanh-pho.md                 đối chiếu với văn bản cấp trên cho sẵn
  planlint ke-hoach/ --library van-ban-cap-tren/           kiểm tra cả thư mục, tự tìm cấp trên theo viện dẫn
  planlint ke-hoach/ --format json --output ket-qua.json   ghi kết quả cho chương trình khác đọc
  planlint ke-hoach/ --fail-on warning --require-parent    chặn ở CI: cảnh báo hay thiếu cấp trên đều không đạt
  planlint phuong.md --rule section/numbering=off          bỏ một quy tắc trong lần chạy này
  planlint --staged                                        trước khi commit: kiểm tra những gì đã git add
  cat phuong.md | planlint - --parent thanh-pho.md         kiểm tra nội dung ở đầu vào chuẩn
  planlint phuong.md --parent thanh-pho.md --fix           tự sửa những chỗ chắc chắn (xem trước: --fix-dry-run)
  planlint phuong.docx --parent thanh-pho.pdf --annotate nhan-xet.docx   bản Word có nhận xét ở từng chỗ
  planlint show phuong.md                                  xem chương trình hiểu văn bản thế nào
  planlint trace phuong.md --parent thanh-pho.md           bảng đối chiếu từng nội dung với cấp trên
  planlint diff ban-moi.md ban-cu.md                       hai bản dự thảo khác nhau ở đâu
  planlint graph .                                         ai thực hiện văn bản nào, xã, phường nào chưa ban hành
  planlint lock phuong.md                                  ghi nhận đã rà soát theo văn bản cấp trên hiện có
  planlint explain theme/mismatch                          hỏi vì sao có phát hiện này`;

const EXAMPLES_EN = `Common jobs:
  planlint ward.md --parent city.md                        check a plan against a given parent
  planlint plans/ --library parents/                       check a folder; parents are found by citation
  planlint plans/ --format json --output result.json       write the result for other programs
  planlint plans/ --fail-on warning --require-parent       a strict gate: warnings or a missing parent fail
  planlint ward.md --rule section/numbering=off            switch a rule off for this run
  planlint --staged                                        before a commit: check what was added with git add
  cat ward.md | planlint - --parent city.md                check what stands on standard input
  planlint ward.md --parent city.md --fix                  fix what is certain (see it first: --fix-dry-run)
  planlint ward.docx --parent city.pdf --annotate comments.docx   the Word file with a comment at each place
  planlint show ward.md                                    see what was understood of a document
  planlint trace ward.md --parent city.md                  what became of each item of the parent
  planlint diff new.md old.md                              where two versions of a draft differ
  planlint graph .                                         who carries out whom, which communes have no plan yet
  planlint lock ward.md                                    acknowledge that it was read against its parent as it is
  planlint explain theme/mismatch                          ask what a rule is about`;

/** Head of the general help: what it is for, how it is called, what one types for the common jobs. */
export const USAGE: Bilingual = {
  vi: `Rà soát kế hoạch hành chính: đối chiếu với kế hoạch cấp trên mà văn bản viện dẫn, và tìm chỗ sai của chính văn bản.\n\nCách dùng: planlint [lệnh] TỆP… [tùy chọn]\n\n${EXAMPLES_VI}`,
  en: `Checks administrative plans against the parent plan that they cite, and for errors of their own.\n\nUsage: planlint [command] FILE… [options]\n\n${EXAMPLES_EN}`,
};

/** Headings over the options. */
export const GROUPS = {
  parents: { vi: 'Văn bản cấp trên:', en: 'Parents:' },
  git: { vi: 'Theo git:', en: 'By git:' },
  many: { vi: 'Nhiều máy:', en: 'Many machines:' },
  rules: { vi: 'Quy tắc và mức độ:', en: 'Rules and severity:' },
  known: { vi: 'Phát hiện đã biết, miễn trừ:', en: 'Known findings, waivers:' },
  fixes: { vi: 'Sửa tự động:', en: 'Fixes:' },
  earlier: { vi: 'Lần chạy trước:', en: 'Earlier runs:' },
  reading: { vi: 'Đọc tệp Word, PDF:', en: 'Reading Word and PDF files:' },
  result: { vi: 'Kết quả:', en: 'Result:' },
} satisfies Record<string, Bilingual>;

export const DESCRIBE = {
  check: { vi: 'Kiểm tra văn bản (lệnh mặc định)', en: 'Check documents (default command)' },
  show: { vi: 'Cho xem chương trình hiểu văn bản thế nào', en: 'Show what was understood of a document' },
  trace: {
    vi: 'Bảng đối chiếu: từng nội dung của cấp trên có trong kế hoạch không',
    en: 'Trace each item of the parent into the plan',
  },
  diff: {
    vi: 'So sánh với cấp trên, hoặc hai bản của một dự thảo',
    en: 'Compare with the parent, or two versions of a draft',
  },
  graph: {
    vi: 'Sơ đồ viện dẫn của kho: ai thực hiện văn bản nào, xã, phường nào chưa ban hành kế hoạch',
    en: 'Citation graph of a repository: who carries out whom, which communes have no plan yet',
  },
  lock: {
    vi: 'Ghi nhận kế hoạch đã được rà soát theo văn bản cấp trên hiện có',
    en: 'Acknowledge that plans were read against their parents as these are now',
  },
  lsp: {
    vi: 'Máy chủ ngôn ngữ (LSP) cho trình soạn thảo, xem docs/editor.md',
    en: 'Language server (LSP) for editors, see docs/editor.md',
  },
  merge: {
    vi: 'Ghép kết quả các phần của một lần chạy (check --shard) và cho mã thoát chung',
    en: 'Merge the results of the parts of a run (check --shard) and give the exit code of the whole',
  },
  rules: { vi: 'Liệt kê các quy tắc', en: 'List the rules' },
  explain: { vi: 'Giải thích một quy tắc, kèm căn cứ và ví dụ', en: 'Explain a rule, with its basis and examples' },
  init: { vi: 'Tạo tệp cấu hình planlint.yaml', en: 'Write a configuration, planlint.yaml' },
  completion: { vi: 'In mã gợi ý lệnh cho bash hoặc zsh', en: 'Print the completion script for bash or zsh' },
} satisfies Record<string, Bilingual>;

export const POSITIONAL = {
  files: {
    vi: 'Tệp .md, .txt, .docx, .pdf; thư mục; mẫu tên như "ke-hoach/**/*.md"; - là đầu vào chuẩn',
    en: '.md, .txt, .docx or .pdf files; folders; globs such as "plans/**/*.md"; - for standard input',
  },
  repository: {
    vi: 'Tệp, thư mục, mẫu tên của kho; nếu không ghi: thư mục của planlint.yaml',
    en: 'Files, folders and globs of the repository; the folder of planlint.yaml if absent',
  },
  file: { vi: 'Tệp cần xem; - là đầu vào chuẩn', en: 'The file to show; - for standard input' },
  other: {
    vi: 'Văn bản cấp trên hoặc bản cũ; nếu không ghi thì tìm theo viện dẫn',
    en: 'The parent or the older version; found by citation if absent',
  },
  locked: {
    vi: 'Kế hoạch đã đọc lại; nếu không ghi: mọi kế hoạch ở thư mục của planlint.yaml',
    en: 'The plans that were read; all in the folder of planlint.yaml if absent',
  },
  parts: {
    vi: 'Kết quả từng phần, lưu bằng -f json=TỆP (hoặc sarif=TỆP, khi chỉ cần SARIF)',
    en: 'Results of the parts, saved with -f json=FILE (or sarif=FILE, where SARIF is all that is needed)',
  },
  rule: { vi: 'Mã quy tắc, ví dụ theme/mismatch', en: 'Rule id, for example theme/mismatch' },
} satisfies Record<string, Bilingual>;

export const OPTIONS = {
  parent: {
    vi: 'Đối chiếu với văn bản cấp trên này (ghi sau các tệp cần kiểm tra)',
    en: 'Check against this parent (put it after the files to check)',
  },
  library: {
    vi: 'Thư mục hoặc mẫu tên để tìm văn bản cấp trên được viện dẫn',
    en: 'Folder or glob in which the parents cited are looked for',
  },
  staged: {
    vi: 'Kiểm tra những thay đổi đã git add, đúng như sẽ commit (kế hoạch, cấp trên, cấu hình đều lấy từ git), và mọi kế hoạch triển khai văn bản cấp trên đã thay đổi. Thư mục ghi kèm: chỉ xét trong đó; tệp ghi kèm: kiểm tra tệp đó',
    en: 'Check what was added with git add, just as it will be committed (plans, parents and configuration are taken from git), and all plans below a parent that changed. Folders named: only what lies there; files named: those files',
  },
  'lock-check': {
    vi: 'Không ghi gì; liệt kê kế hoạch phải đọc lại và các ý của cấp trên đã thay đổi (mã thoát 1 nếu có)',
    en: 'Write nothing; list the plans to read again and the clauses of their parents that changed (exit code 1 if any)',
  },
  'changed-since': {
    vi: 'Như --staged, cho mọi thay đổi ở thư mục làm việc (kể cả tệp mới) so với commit chung gần nhất của HEAD và bản này, ví dụ origin/main',
    en: 'Like --staged, for all that differs in the working copy (new files too) from the last commit that HEAD and this revision have in common, such as origin/main',
  },
  shard: {
    vi: 'Chỉ kiểm tra phần thứ i trong n phần (i/n), để chia cho nhiều máy; ghép lại bằng planlint merge',
    en: 'Check only part i of n (i/n), to share the work among machines; put together with planlint merge',
  },
  config: { vi: 'Tệp cấu hình; --no-config để bỏ qua', en: 'Configuration file; --no-config for none' },
  rule: {
    vi: 'Đổi mức của quy tắc hoặc nhóm: MÃ=error|warning|info|off (dùng được nhiều lần)',
    en: 'Change a rule or group: ID=error|warning|info|off (repeatable)',
  },
  'fail-on': {
    vi: 'Mức thấp nhất khiến mã thoát là 1; nếu không ghi: error',
    en: 'Lowest severity that gives exit code 1; error if absent',
  },
  'graph-fail-on': {
    vi: 'Mã thoát 1 nếu còn: unanswered (xã, phường chưa ban hành), overdue (đã quá hạn), superseded (thực hiện văn bản hết hiệu lực), cycle, absent; dùng được nhiều lần',
    en: 'Exit code 1 if there is any: unanswered (communes without a plan), overdue, superseded (carries out what is no longer in force), cycle, absent; repeatable',
  },
  'max-warnings': { vi: 'Mã thoát 1 nếu nhiều cảnh báo hơn số này', en: 'Exit code 1 if there are more warnings' },
  'require-parent': {
    vi: 'Mã thoát 2 nếu có văn bản không đối chiếu được với cấp trên',
    en: 'Exit code 2 if a document was not checked against a parent',
  },
  format: { vi: 'Dạng kết quả; nếu không ghi: text', en: 'Form of the result; text if absent' },
  formats: {
    vi: `Dạng kết quả, hoặc DẠNG=TỆP để ghi vào tệp (dùng được nhiều lần): ${FORMAT_NAMES.join(', ')}`,
    en: `Form of the result, or FORMAT=FILE to write it to a file (repeatable): ${FORMAT_NAMES.join(', ')}`,
  },
  output: {
    vi: 'Ghi kết quả vào tệp này (dạng không có tệp riêng)',
    en: 'Write the result to this file (the format without a file of its own)',
  },
  fix: {
    vi: 'Sửa ngay trong tệp những chỗ sửa chắc chắn đúng, rồi báo cáo phần còn lại',
    en: 'Fix in the files what can be fixed for certain, then report what is left',
  },
  'fix-dry-run': {
    vi: 'In các chỗ --fix sẽ sửa (dạng diff), không ghi gì; mã thoát theo văn bản hiện có',
    en: 'Print what --fix would change as a diff and write nothing; the exit code is that of the documents as they are',
  },
  baseline: {
    vi: 'Không báo lại các phát hiện ghi trong tệp này; --no-baseline để bỏ qua',
    en: 'Do not report the findings that this file knows; --no-baseline for none',
  },
  'update-baseline': {
    vi: 'Ghi mọi phát hiện hiện có của các văn bản được kiểm tra vào baseline',
    en: 'Write all present findings of the documents checked into the baseline',
  },
  'prune-baseline': {
    vi: 'Xóa khỏi baseline những mục không còn xảy ra; không thêm mục mới',
    en: 'Remove what no longer occurs from the baseline; nothing is added',
  },
  'show-waived': {
    vi: 'Hiện cả phát hiện được miễn trừ và phát hiện có trong baseline',
    en: 'Show waived findings and those of the baseline too',
  },
  tracked: {
    vi: 'Tệp Word có thay đổi đang theo dõi: đọc như đã chấp nhận (accepted, mặc định) hay bản gốc (original)',
    en: 'Word files with tracked changes: read them as accepted (the default) or the original',
  },
  annotate: {
    vi: 'Ghi bản .docx có nhận xét (Comment) ở đúng chỗ của từng phát hiện vào tệp này',
    en: 'Write the .docx with a Word comment at the words of each finding to this file',
  },
  ocr: {
    vi: 'Nhận dạng chữ của trang PDF là bản quét hoặc hỏng lớp chữ (cần tesseract có tiếng Việt và poppler)',
    en: 'Recognise the pages of a PDF that are scans or have broken text (needs tesseract with Vietnamese, and poppler)',
  },
  cache: {
    vi: 'Dùng lại kết quả của lần chạy trước cho những gì không đổi (mặc định); --no-cache để kiểm tra lại tất cả',
    en: 'Use what earlier runs found for all that did not change (the default); --no-cache to check everything anew',
  },
  'cache-location': {
    vi: 'Thư mục lưu kết quả các lần chạy; nếu không ghi: thư mục cache của người dùng',
    en: 'Folder for what runs found; the cache folder of the user if absent',
  },
  quiet: { vi: 'Chỉ hiển thị lỗi', en: 'Show errors only' },
  lang: { vi: 'Ngôn ngữ của thông báo (hoặc biến PLANLINT_LANG)', en: 'Language of messages (or PLANLINT_LANG)' },
  color: { vi: 'Bật màu; --no-color để tắt', en: 'Colour; --no-color for none' },
  today: { vi: 'Ngày coi là hôm nay (NĂM-THÁNG-NGÀY)', en: 'The day taken as today (YYYY-MM-DD)' },
  'stdin-filename': { vi: 'Tên tệp của nội dung ở đầu vào chuẩn', en: 'File name of what stands on standard input' },
  stdio: { vi: 'Qua đầu vào và đầu ra chuẩn (luôn như vậy)', en: 'Over standard input and output (always so)' },
  force: { vi: 'Ghi đè tệp đã có', en: 'Overwrite an existing file' },
} satisfies Record<string, Bilingual>;

export const EPILOGUE: Bilingual = {
  vi: 'Mã thoát: 0 không có vi phạm ở mức đã chọn; 1 có vi phạm; 2 không thực hiện được (sai tham số, thiếu tệp, không đọc được…).',
  en: 'Exit codes: 0 nothing at the level chosen; 1 findings; 2 the job could not be done (bad option, missing or unreadable file …).',
};

/** yargs has no Vietnamese of its own. */
export const YARGS_WORDS_VI: Record<string, string> = {
  'Commands:': 'Các lệnh:',
  'Options:': 'Tùy chọn:',
  'Examples:': 'Ví dụ:',
  'Positionals:': 'Đối số:',
  'default:': 'mặc định:',
  'choices:': 'chọn một trong:',
  boolean: 'bật/tắt',
  string: 'chữ',
  array: 'danh sách',
  default: 'mặc định',
  required: 'bắt buộc',
  'Show help': 'Xem hướng dẫn',
  'Show version number': 'Xem phiên bản',
  'Invalid values:': 'giá trị không hợp lệ:',
  'Argument: %s, Given: %s, Choices: %s': '--%s: đang là %s, phải là một trong %s',
  'Not enough arguments following: %s': 'thiếu giá trị sau --%s',
};

export const YARGS_WORDS_EN: Record<string, string> = {
  'Invalid values:': 'invalid value:',
  'Argument: %s, Given: %s, Choices: %s': '--%s: got %s, expected one of %s',
  'Not enough arguments following: %s': 'a value is missing after --%s',
};
