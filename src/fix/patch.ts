/** What would be fixed, as a unified diff that `git apply` and `patch -p1` take. */
import { createTwoFilesPatch, OMIT_HEADERS } from 'diff';
import { decodeText } from '../source/decode.js';
import { isWordFile } from '../source/endings.js';
import { readSource } from '../source/read.js';
import { printable } from '../text/printable.js';
import type { FixedDocument } from './fix-documents.js';

const CONTEXT = 3;

/** The diff of one document, in the letters and line ends of its file. */
export async function patchOf({ path, before, after }: FixedDocument): Promise<string> {
  const [was, is] = await Promise.all([textOf(path, before), textOf(path, after)]);
  const options = { context: CONTEXT, headerOptions: OMIT_HEADERS };
  return `${fileLine('--- a', path)}${fileLine('+++ b', path)}${createTwoFilesPatch('', '', was, is, undefined, undefined, options)}`;
}

/** The text of a file as it is; of a Word file its paragraphs, with tracked changes as accepted. */
async function textOf(path: string, bytes: Uint8Array): Promise<string> {
  if (isWordFile(path)) return `${(await readSource(path, bytes)).text}\n`;
  return withMark(bytes, decodeText(path, bytes));
}

/** As git writes it with core.quotePath off: Vietnamese names stay readable; a tab ends a name with spaces. */
function fileLine(lead: string, path: string): string {
  const name = printable(path).replace(/^(?:[a-z]:)?\/+/iu, '');
  return `${lead}/${name}${name.includes(' ') ? '\t' : ''}\n`;
}

/** The byte order mark is part of the first line for the programs that apply a diff. */
function withMark(bytes: Uint8Array, text: string): string {
  return bytes[0] === 0xef && bytes[1] === 0xbb ? `\ufeff${text}` : text;
}
