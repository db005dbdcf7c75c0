/** What `trace` and `diff` have in common: one document, and the parent or version that it is held against. */
import type { Case, LoadedPlan } from '../engine/check.js';
import { PlanlintError } from '../errors.js';
import type { LintRequest } from '../lint.js';
import { type DocumentFlags, documentsOf, type SetupFlags, setUp, today } from './setup.js';
import { usageError } from './usage.js';

/** The case of the document, its first parent, how it was asked for, and the language and rules of the run. */
export interface Pair {
  kase: Case;
  other: LoadedPlan;
  /** The document as asked for, without the file that was named beside it. */
  request: Omit<LintRequest, 'rules' | 'today'>;
  setup: ReturnType<typeof setUp>;
}

/** Reads a document and what it is held against: the file named, else the parent that its citation resolves to. */
export async function readPair(
  flags: SetupFlags & DocumentFlags,
  file: string | undefined,
  named: string | undefined,
): Promise<Pair> {
  if (file === undefined) {
    throw usageError(
      { vi: 'chưa ghi tệp cần xem', en: 'no file was named' },
      {
        vi: 'Ví dụ: planlint trace phuong.md --parent thanh-pho.md',
        en: 'For example: planlint trace ward.md --parent city.md',
      },
    );
  }
  const setup = setUp(flags, [file]);
  const request = await documentsOf(setup, flags, [file]);
  const parents = [...(named === undefined ? [] : [named]), ...(flags.parent ?? [])];
  const { linkDocuments } = await import('../lint.js');
  const { outcomes, problems } = await linkDocuments({ ...request, parents, today: today() });
  for (const failed of [...outcomes, ...problems]) if ('error' in failed) throw failed.error;
  const [document, another] = outcomes;
  if (document === undefined || 'error' in document || another !== undefined)
    throw usageError({ vi: `"${file}" không phải là một tệp`, en: `"${file}" is not one file` });
  const [other] = document.kase.parents;
  if (other === undefined) throw noParent(file);
  return { kase: document.kase, other, request, setup };
}

function noParent(file: string): PlanlintError {
  return new PlanlintError(
    'parent-required',
    {
      vi: `${file}: chưa tìm thấy văn bản cấp trên để đối chiếu`,
      en: `${file}: no parent to hold it against was found`,
    },
    {
      vi: 'Chỉ định bằng --parent TỆP, hoặc cho biết kho văn bản bằng --library.',
      en: 'Name it with --parent FILE, or say where parents lie with --library.',
    },
  );
}
