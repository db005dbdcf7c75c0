/** No text can become markup. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { html, visibleText } from '../../../src/report/html/escape.js';
import { elements, parsed } from './render.js';

const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '`',
        '&',
        '=',
        '/',
        '\\',
        ' ',
        '\n',
        '\r',
        '\u0000',
        '\u202e',
        '\u2028',
        '\ud800',
      ),
      fc.constantFrom('<script>', '</script>', '<!--', '-->', ']]>', '&lt;', '&#60;', 'onload=', '</p>', '<?x ?>'),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((parts) => parts.join(''));

describe('html', () => {
  test('a text is the content of its element and the value of its attribute, whatever it is', () => {
    fc.assert(
      fc.property(nasty, nasty, (text, value) => {
        const page = parsed(html`<p title="${value}">${text}</p>`.toString());
        const [paragraph, another] = elements(page);
        expect(another).toBeUndefined();
        expect(paragraph?.attributes.length).toBe(1);
        expect(paragraph?.textContent).toBe(visibleText(text));
        // a parser makes spaces of line breaks in attributes
        expect(paragraph?.getAttribute('title')).toBe(visibleText(value).replace(/[\n\t]/gu, ' '));
      }),
      { numRuns: 500 },
    );
  });

  test('markup stays markup, lists are joined, nothing is nothing', () => {
    const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
    expect(html`<ul>${items}</ul>${null}${undefined}${false}${0}`.toString()).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li></ul>0',
    );
  });

  test('what hides or reorders text is shown; what is invisible and harmless is dropped', () => {
    expect(visibleText('hạn\u202e 15\u200b/12\u00ad\u0007')).toBe('hạn\ufffd 15/12\ufffd');
    expect(visibleText('a\r\nb\rc')).toBe('a\nb\nc');
  });
});
