/** A whole repository of plans, read and indexed: every document of it belongs to the library, and none is checked. */
import { PlanlintError } from './errors.js';
import { buildLibrary, type Library } from './library/library.js';
import { type Failed, type Names, Shelf, unique } from './shelf.js';
import type { ReadOptions } from './source/document.js';
import type { Ignore } from './source/files.js';

export interface RepositoryRequest {
  /** Files, folders and globs, each with the folder that they are relative to. */
  names: readonly Names[];
  ignore: Ignore;
  reading?: ReadOptions;
  /** Folder that the paths shown start from. */
  cwd: string;
}

/** Reads what is named. What cannot be read, or whose text is broken, is a problem, and the rest is there all the same. */
export async function readRepository({ names, ignore, reading, cwd }: RepositoryRequest): Promise<{
  library: Library;
  problems: Failed[];
}> {
  const shelf = new Shelf(cwd, ignore, reading);
  const taken = [];
  for (const one of names) taken.push(...(await shelf.take(one)));
  const problems = unique(taken).flatMap((one): Failed[] => {
    if ('error' in one) return [one];
    return one.plan.document.quality.verdict === 'broken' ? [broken(one.path)] : [];
  });
  return { library: buildLibrary(shelf.plans()), problems };
}

function broken(path: string): Failed {
  const what = {
    vi: `${path}: chữ trong tệp bị hỏng hoặc không phải tiếng Việt`,
    en: `${path}: its text is broken or not Vietnamese`,
  };
  const next = {
    vi: 'Chuyển đổi lại từ bản gốc, hoặc thêm vào mục ignore của planlint.yaml nếu không phải là kế hoạch.',
    en: 'Convert it again from the original, or add it to ignore in planlint.yaml if it is no plan.',
  };
  return { path, error: new PlanlintError('text-broken', what, next) };
}
