/** What would be fixed, as a unified diff that `git apply` and `patch -p1` take. */
import { createTwoFilesPatch, OMIT_HEADERS } from 'diff';
import { decodeText } from '../source/decode.js';
import { printable } from '../text/printable.js';
import type { FixedDocument } from './fix-documents.js';

const CONTEXT = 3;

/** The diff of one document, in the letters and line ends of its file. */
export function patchOf({ path, before, after }: FixedDocument): string {
  const [was = '', is = ''] = [before, after].map((bytes) => withMark(bytes, decodeText(path, bytes)));
  const options = { context: CONTEXT, headerOptions: OMIT_HEADERS };
  return `${fileLine('--- a', path)}${fileLine('+++ b', path)}${createTwoFilesPatch('', '', was, is, undefined, undefined, options)}`;
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
