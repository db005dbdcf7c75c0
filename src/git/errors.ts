/** What can be wrong with git and a repository, in words: what happened, and the command that helps. */
import { PlanlintError } from '../errors.js';

const NAMED = 3;

/** git cannot be started. */
export function gitMissing(cause: Error): PlanlintError {
  return new PlanlintError(
    'git-missing',
    {
      vi: `không chạy được chương trình git (${reasonOf(cause)})`,
      en: `the program git cannot be run (${reasonOf(cause)})`,
    },
    {
      vi: 'Cài git rồi chạy lại, hoặc kiểm tra trực tiếp các tệp: planlint ke-hoach/',
      en: 'Install git and run again, or check the files themselves: planlint plans/',
    },
    cause,
  );
}

function reasonOf(cause: Error): string {
  return 'code' in cause ? String(cause.code) : cause.message;
}

/** A git command that failed, by what it says. */
export function gitFailed(args: readonly string[], stderr: string): PlanlintError {
  const owner = /dubious ownership in repository at '(.+)'/u.exec(stderr)?.[1];
  if (owner !== undefined) return foreignOwner(owner);
  if (stderr.includes('must be run in a work tree')) return noWorkTree();
  if (stderr.includes('not a git repository')) return noRepository();
  const said =
    stderr
      .trim()
      .split('\n')[0]
      ?.replace(/^(?:fatal|error): /u, '') ?? '';
  return new PlanlintError(
    'git-failed',
    { vi: `lệnh git ${args[0] ?? ''} báo lỗi: ${said}`, en: `git ${args[0] ?? ''} failed: ${said}` },
    {
      vi: 'Chạy "git status" để xem tình trạng của kho, rồi chạy lại.',
      en: 'Look at the state of the repository with "git status", then run again.',
    },
  );
}

function foreignOwner(folder: string): PlanlintError {
  return new PlanlintError(
    'git-owner',
    {
      vi: `git từ chối đọc kho ${folder} vì thư mục thuộc về người dùng khác`,
      en: `git refuses to read ${folder}: the folder belongs to another user`,
    },
    {
      vi: `Nếu tin cậy kho này, chạy: git config --global --add safe.directory '${folder}'`,
      en: `If you trust this repository, run: git config --global --add safe.directory '${folder}'`,
    },
  );
}

function noRepository(): PlanlintError {
  return new PlanlintError(
    'git-none',
    { vi: 'thư mục này không nằm trong một kho git', en: 'this folder is not in a git repository' },
    {
      vi: '--staged và --changed-since chỉ dùng được trong kho git. Để kiểm tra cả thư mục: planlint ke-hoach/',
      en: '--staged and --changed-since work in a git repository only. To check a whole folder: planlint plans/',
    },
  );
}

function noWorkTree(): PlanlintError {
  return new PlanlintError(
    'git-bare',
    {
      vi: 'kho git ở đây không có thư mục làm việc (kho trần, hoặc đang đứng trong .git)',
      en: 'the git repository here has no working tree (it is bare, or this is its .git folder)',
    },
    {
      vi: 'Chạy trong một bản sao có thư mục làm việc (git clone).',
      en: 'Run in a clone that has a working tree (git clone).',
    },
  );
}

/** A revision that is not there. */
export function unknownRevision(revision: string): PlanlintError {
  return new PlanlintError(
    'git-revision',
    {
      vi: `--changed-since: không có bản "${revision}" trong kho git`,
      en: `--changed-since: no revision "${revision}"`,
    },
    {
      vi: 'Ghi tên nhánh, thẻ hoặc mã commit có trong kho, ví dụ origin/main; nếu chưa tải về thì chạy git fetch trước.',
      en: 'Name a branch, tag or commit that the repository has, such as origin/main; run git fetch first if need be.',
    },
  );
}

/** A revision without any commit in common with HEAD. */
export function noCommonCommit(revision: string): PlanlintError {
  return new PlanlintError(
    'git-no-common-commit',
    {
      vi: `--changed-since: "${revision}" và HEAD không có commit chung nào`,
      en: `--changed-since: "${revision}" and HEAD have no commit in common`,
    },
    {
      vi: 'Nếu kho chỉ được tải một phần (shallow), hãy tải đủ lịch sử: git fetch --unshallow; trên GitHub Actions đặt fetch-depth: 0.',
      en: 'If the clone is shallow, fetch its history: git fetch --unshallow; on GitHub Actions set fetch-depth: 0.',
    },
  );
}

/** Files that are in conflict after a merge. */
export function unmerged(paths: readonly string[]): PlanlintError {
  const more = paths.length > NAMED ? '…' : '';
  const names = `${paths.slice(0, NAMED).join(', ')}${more}`;
  return new PlanlintError(
    'git-conflict',
    {
      vi: `còn ${paths.length} tệp xung đột khi trộn: ${names}`,
      en: `${paths.length} file(s) still in conflict: ${names}`,
    },
    {
      vi: 'Giải quyết xung đột, git add các tệp đó rồi chạy lại.',
      en: 'Resolve the conflict, git add the files, and run again.',
    },
  );
}

/** A file that is there but not in the index. */
export function notAdded(path: string): PlanlintError {
  return new PlanlintError(
    'git-not-added',
    {
      vi: `"${path}" chưa được đưa vào git, nên --staged không thấy`,
      en: `"${path}" is not in git, so --staged does not see it`,
    },
    { vi: `Chạy: git add -- '${path}'`, en: `Run: git add -- '${path}'` },
  );
}

/** A folder that is a submodule which was not fetched. */
export function submoduleAbsent(path: string): PlanlintError {
  return new PlanlintError(
    'git-submodule',
    {
      vi: `"${path}" là kho con (submodule) chưa được tải về, hoặc chưa có bản đã ghi trong git`,
      en: `"${path}" is a submodule that was not fetched, or lacks the commit recorded for it`,
    },
    { vi: 'Chạy: git submodule update --init', en: 'Run: git submodule update --init' },
  );
}

/** Content that git names but does not have. */
export function blobAbsent(path: string): PlanlintError {
  return new PlanlintError(
    'git-blob',
    { vi: `${path}: git không có nội dung của tệp này`, en: `${path}: git lacks the content of this file` },
    { vi: 'Kiểm tra kho bằng git fsck, hoặc tải lại: git fetch', en: 'Check with git fsck, or fetch again: git fetch' },
  );
}

/** A file whose content is kept by Git LFS and was not fetched. */
export function lfsAbsent(path: string): PlanlintError {
  return new PlanlintError(
    'git-lfs',
    {
      vi: `${path}: tệp được lưu bằng Git LFS và chưa được tải về`,
      en: `${path}: the file is kept by Git LFS and was not fetched`,
    },
    { vi: 'Chạy: git lfs fetch', en: 'Run: git lfs fetch' },
  );
}
