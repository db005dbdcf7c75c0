/** All checks, one line each. A rule file names one of them: `check: set-phrase`. */
import { type RegisteredCheck, register } from '../engine/check.js';
import { placeName } from './place-name.js';
import { sectionMissing } from './section-missing.js';
import { sectionNumbering } from './section-numbering.js';
import { setPhrase } from './set-phrase.js';

export const checks: readonly RegisteredCheck[] = [
  register(placeName),
  register(sectionMissing),
  register(sectionNumbering),
  register(setPhrase),
];
