/** Makes the words of a finding from the catalogue of its rule. */
import type { Language } from '../errors.js';
import { printable } from '../text/printable.js';
import type { MessageValue } from './check.js';
import type { Rule } from './load.js';

/** {name} in a message. */
export const PLACEHOLDER = /\{([^{}]*)\}/gu;

const YES_NO = { vi: { true: 'có', false: 'không' }, en: { true: 'yes', false: 'no' } } as const;

/**
 * Message of a finding in one language, on one line and without control characters: values come from documents, which are not trusted.
 * A value that is null or not given reads "…".
 */
export function formatMessage(
  rule: Pick<Rule, 'messages'>,
  messageId: string,
  data: Record<string, MessageValue>,
  lang: Language,
): string {
  const template = rule.messages[messageId]?.[lang] ?? messageId;
  return printable(template.replace(PLACEHOLDER, (_, name: string) => formatValue(data[name], lang)));
}

function formatValue(value: MessageValue | undefined, lang: Language): string {
  if (value === undefined || value === null) return '…';
  if (typeof value === 'boolean') return YES_NO[lang][value ? 'true' : 'false'];
  // decimals are set off by a comma in Vietnamese
  return typeof value === 'number' && lang === 'vi' ? String(value).replace('.', ',') : String(value);
}
