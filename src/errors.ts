/** The one error class: what went wrong, and what the user can do. Thrown where it is found, caught once, in the CLI. */

/** A text in both languages of the tool. */
export interface Bilingual {
  vi: string;
  en: string;
}

/** Language of messages: Vietnamese by default. */
export type Language = keyof Bilingual;

/** An expected failure: exit code 2, printed without a stack. */
export class PlanlintError extends Error {
  /** Stable name for programs: "file-not-found", "config-unknown-key" … */
  readonly code: string;
  /** What happened. */
  readonly what: Bilingual;
  /** What to do next. */
  readonly next: Bilingual;

  constructor(code: string, what: Bilingual, next: Bilingual, cause?: unknown) {
    super(what.en, cause === undefined ? undefined : { cause });
    this.name = 'PlanlintError';
    this.code = code;
    this.what = what;
    this.next = next;
  }
}
