/**
 * The shell that pages of planlint share: one self-contained file with a title, a look, a theme switch and keys.
 * Nothing is loaded from outside, and nothing but the style and script given here can run: the policy names their hashes.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { packageRoot } from '../../data/root.js';
import type { Language } from '../../errors.js';
import { type Html, html } from './escape.js';

/** A page. */
export interface PageParts {
  title: string;
  lang: Language;
  /** Content of the body. Elements with `data-key="n"` are clicked by that key; `data-action="theme"` and `"help"` are known to the shell. */
  body: Html;
  /** CSS and JavaScript of the page itself, beside those of the shell: files of the package, never text of a document. */
  style?: string;
  script?: string;
}

/** Where style and script lie as files; they are part of the package. */
const BROWSER_FILES = resolve(packageRoot, 'src', 'report', 'html', 'browser');

/** A file of `src/report/html/browser`; line ends are made those that browsers hash. */
export function browserFile(name: string): string {
  return readFileSync(resolve(BROWSER_FILES, name), 'utf8').replace(/\r\n?/gu, '\n');
}

/** The whole page as a text that ends with a newline. */
export function page({ title, lang, body, style = '', script = '' }: PageParts): string {
  const css = `${browserFile('shell.css')}${style}`;
  // the theme is set before anything is painted, the rest runs when the page is there
  const scripts = [browserFile('theme.js'), `${browserFile('shell.js')}${script}`];
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(css)}`,
    `script-src ${scripts.map(hashOf).join(' ')}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  const head = html`<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${policy}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="referrer" content="no-referrer"/>
<meta name="robots" content="noindex"/>
<title>${title}</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%23234f73'/%3E%3Cpath d='M4 5h8M4 8h5M4 11h3m2 0 1.5 1.5L14 9' stroke='%23fff' stroke-width='1.4' fill='none'/%3E%3C/svg%3E"/>`;
  const parts = [
    '<!DOCTYPE html>\n',
    html`<html lang="${lang}">`,
    '\n<head>\n',
    head,
    `\n<style>${inside('style', css)}</style>`,
    `\n<script>${inside('script', scripts[0] ?? '')}</script>`,
    '\n</head>\n<body>\n',
    body,
    `\n<script>${inside('script', scripts[1] ?? '')}</script>`,
    '\n</body>\n</html>\n',
  ];
  return parts.join('');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Style and script stand in the page as they are; a text that would end them early is a fault of the package. */
function inside(element: 'style' | 'script', text: string): string {
  if (/<\/(?:style|script)|<!--/iu.test(text)) throw new Error(`the ${element} of the page would be cut`);
  return text;
}
