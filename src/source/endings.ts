/** Endings of the files that are read, by what can be done with them. */

const TEXT = ['md', 'markdown', 'txt'];
/** Word's own, without and with macros. */
const WORD = ['docx', 'docm'];
/** Templates of Word: no plans yet, read where the very file is named. */
const TEMPLATES = ['dotx', 'dotm'];
/** Converted to .docx first, which takes a while. */
const CONVERTED = ['doc', 'odt'];

/** Glob of the files that are read at once. */
export const QUICK_GLOB = `*.{${[...TEXT, ...WORD, 'pdf'].join(',')}}`;
/** Glob of all files that may be plans. */
export const PLAN_GLOB = `*.{${[...TEXT, ...WORD, ...CONVERTED, 'pdf'].join(',')}}`;

/** Whether a path ends as those of plans do. */
export const isPlanFile = ending([...TEXT, ...WORD, ...CONVERTED, 'pdf']);

/** A file that is read at once. */
export const isQuickFile = ending([...TEXT, ...WORD, 'pdf']);

export const isTextFile = ending(TEXT);

/** A file in the format of Word since 2007. */
export const isWordFile = ending([...WORD, ...TEMPLATES]);

/** A .doc or .odt. */
export const isConvertedFile = ending(CONVERTED);

function ending(endings: readonly string[]): (path: string) => boolean {
  const pattern = new RegExp(`\\.(?:${endings.join('|')})$`, 'iu');
  return (path) => pattern.test(path);
}

/**
 * Whether --fix can write a document: not a .pdf, .doc or .odt, and not the original text of a Word file with tracked changes, in which the
 * words to replace may be deleted already.
 */
export function canBeFixed({ path, notes }: { path: string; notes: readonly { code: string }[] }): boolean {
  return (isTextFile(path) || isWordFile(path)) && !notes.some(({ code }) => code === 'tracked-original');
}
