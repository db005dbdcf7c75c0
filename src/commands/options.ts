/** The options of the commands, as yargs wants them, in the chosen language. Light: loaded before anything else. */
import type { Options } from 'yargs';
import type { Language } from '../errors.js';
import { OPTIONS } from './help.js';

type Name = keyof typeof OPTIONS;

const SHORT_F = { alias: 'f' } as const;

function text<N extends Name>(name: N, lang: Language) {
  return { type: 'string', requiresArg: true, describe: OPTIONS[name][lang] } as const satisfies Options;
}

function list<N extends Name>(name: N, lang: Language) {
  return { ...text(name, lang), array: true } as const satisfies Options;
}

function flag<N extends Name>(name: N, lang: Language) {
  return { type: 'boolean', describe: OPTIONS[name][lang] } as const satisfies Options;
}

function choice<N extends Name, const C extends readonly string[]>(name: N, choices: C, lang: Language) {
  return { ...text(name, lang), choices } as const;
}

/** Where parents are looked for and what the rules are: common to commands that read a document. */
function documentOptions(lang: Language) {
  return {
    parent: list('parent', lang),
    library: list('library', lang),
    config: text('config', lang),
    'stdin-filename': text('stdin-filename', lang),
    tracked: choice('tracked', ['accepted', 'original'], lang),
    ocr: flag('ocr', lang),
  };
}

/** Options of `check`. */
export function checkOptions(lang: Language) {
  return {
    ...documentOptions(lang),
    staged: flag('staged', lang),
    'changed-since': text('changed-since', lang),
    shard: text('shard', lang),
    rule: text('rule', lang),
    'fail-on': choice('fail-on', ['error', 'warning', 'info'], lang),
    'max-warnings': text('max-warnings', lang),
    'require-parent': flag('require-parent', lang),
    fix: flag('fix', lang),
    'fix-dry-run': flag('fix-dry-run', lang),
    annotate: text('annotate', lang),
    baseline: text('baseline', lang),
    'update-baseline': flag('update-baseline', lang),
    'prune-baseline': flag('prune-baseline', lang),
    'show-waived': flag('show-waived', lang),
    cache: flag('cache', lang),
    'cache-location': text('cache-location', lang),
    format: { ...text('formats', lang), ...SHORT_F },
    output: text('output', lang),
    quiet: flag('quiet', lang),
    today: text('today', lang),
  };
}

/** Options of `show`. */
export function showOptions(lang: Language) {
  return { ...documentOptions(lang), format: formatOption(lang) };
}

/** Options of `trace`. */
export function traceOptions(lang: Language) {
  return {
    ...documentOptions(lang),
    format: { ...choice('format', ['text', 'json', 'csv', 'markdown'], lang), ...SHORT_F },
    output: text('output', lang),
  };
}

/** Options of `graph`. */
export function graphOptions(lang: Language) {
  return {
    library: list('library', lang),
    config: text('config', lang),
    format: choice('format', ['text', 'html', 'csv', 'json', 'mermaid', 'dot'], lang),
    output: text('output', lang),
    'fail-on': {
      type: 'string',
      requiresArg: true,
      describe: OPTIONS['graph-fail-on'][lang],
      choices: ['unanswered', 'overdue', 'superseded', 'cycle', 'absent'],
    } as const satisfies Options,
    today: text('today', lang),
  };
}

/** Options of `lock`. */
export function lockOptions(lang: Language) {
  return {
    parent: list('parent', lang),
    library: list('library', lang),
    config: text('config', lang),
    check: flag('lock-check', lang),
  };
}

/** Options of `merge`. */
export function mergeOptions(lang: Language) {
  return {
    config: text('config', lang),
    'fail-on': choice('fail-on', ['error', 'warning', 'info'], lang),
    'max-warnings': text('max-warnings', lang),
    'show-waived': flag('show-waived', lang),
    format: { ...text('formats', lang), ...SHORT_F },
    output: text('output', lang),
    quiet: flag('quiet', lang),
  };
}

/** Options of `diff`. */
export function diffOptions(lang: Language) {
  return { ...showOptions(lang), output: text('output', lang) };
}

/** Options of `rules`. */
export function listOptions(lang: Language) {
  return { config: text('config', lang), rule: text('rule', lang), format: formatOption(lang) };
}

function formatOption(lang: Language) {
  return { ...choice('format', ['text', 'json'], lang), ...SHORT_F };
}

/** Options of `lsp`: those with which editors start a language server; both are the only way that there is. */
export function lspOptions(lang: Language) {
  return {
    stdio: flag('stdio', lang),
    clientProcessId: { type: 'number', hidden: true } as const satisfies Options,
  };
}

export function configOption(lang: Language) {
  return text('config', lang);
}

export function forceOption(lang: Language) {
  return flag('force', lang);
}

/** Options of every command. */
export function commonOptions(lang: Language) {
  return { lang: choice('lang', ['vi', 'en'], lang), color: flag('color', lang) };
}
