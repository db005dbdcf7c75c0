/** All checks, one line each. A rule file names one of them: `check: set-phrase`. */
import { type RegisteredCheck, register } from '../engine/check.js';
import { citationFuture } from './citation-future.js';
import { citationInconsistent } from './citation-inconsistent.js';
import { citationMalformed } from './citation-malformed.js';
import { citationParent } from './citation-parent.js';
import { citationSelf } from './citation-self.js';
import { citationUnresolved } from './citation-unresolved.js';
import { citationYear } from './citation-year.js';
import { copiedClause } from './copied-clause.js';
import { dateImpossible } from './date-impossible.js';
import { deadlineAfterParent } from './deadline-after-parent.js';
import { deadlineOrder } from './deadline-order.js';
import { deadlinePast } from './deadline-past.js';
import { dutyUncovered } from './duty-uncovered.js';
import { formBlankIdentity } from './form-blank-identity.js';
import { formCapital } from './form-capital.js';
import { formEnding } from './form-ending.js';
import { formFont } from './form-font.js';
import { formHeader } from './form-header.js';
import { formPage } from './form-page.js';
import { formPageNumber } from './form-page-number.js';
import { formRecipients } from './form-recipients.js';
import { formSignature } from './form-signature.js';
import { lockOutdated } from './lock-outdated.js';
import { lockSuspect } from './lock-suspect.js';
import { numberFormat } from './number-format.js';
import { periodOutsideParent } from './period-outside-parent.js';
import { placeName } from './place-name.js';
import { placeholder } from './placeholder.js';
import { sectionMissing } from './section-missing.js';
import { sectionNumbering } from './section-numbering.js';
import { setPhrase } from './set-phrase.js';
import { targetArithmetic } from './target-arithmetic.js';
import { targetBelowParent } from './target-below-parent.js';
import { themeQuotation } from './theme-quotation.js';
import { unknownUnit } from './unknown-unit.js';
import { waiverExpired, waiverInvalid, waiverUnused } from './waivers.js';

export const checks: readonly RegisteredCheck[] = [
  register(citationFuture),
  register(citationInconsistent),
  register(citationMalformed),
  register(citationParent),
  register(citationSelf),
  register(citationUnresolved),
  register(citationYear),
  register(copiedClause),
  register(dateImpossible),
  register(deadlineAfterParent),
  register(deadlineOrder),
  register(deadlinePast),
  register(formBlankIdentity),
  register(formCapital),
  register(formEnding),
  register(formFont),
  register(formHeader),
  register(formPage),
  register(formPageNumber),
  register(formRecipients),
  register(formSignature),
  register(dutyUncovered),
  register(lockOutdated),
  register(lockSuspect),
  register(numberFormat),
  register(periodOutsideParent),
  register(placeName),
  register(placeholder),
  register(sectionMissing),
  register(sectionNumbering),
  register(setPhrase),
  register(targetArithmetic),
  register(targetBelowParent),
  register(themeQuotation),
  register(unknownUnit),
  register(waiverExpired),
  register(waiverInvalid),
  register(waiverUnused),
];
