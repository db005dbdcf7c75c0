import { describe, expect, test } from 'vitest';
import { markdownFence, markdownText } from '../../src/text/markdown.js';

describe('markdownText', () => {
  test.each([
    [
      '[xem](http://x.vn) <script> **đậm** `mã` a|b ~~c~~',
      '\\[xem\\](http://x.vn) \\<script\\> \\*\\*đậm\\*\\* \\`mã\\` a\\|b \\~\\~c\\~\\~',
    ],
    ['# đầu mục', '\\# đầu mục'],
    ['## đầu mục', '#\\# đầu mục'],
    ['- gạch', '\\- gạch'],
    ['1. mục', '1\\. mục'],
    ['---', '--\\-'],
    ['A & B &lt;b&gt; &#60;', 'A & B &amp;lt;b&amp;gt; &amp;#60;'],
    ['hai\ndòng \u001b[31mđỏ\u202e', 'hai dòng đỏ'],
    [
      'Kế hoạch số 56/KH-UBND, hạn 15/12/2026: “đạt 98,5%” (mục IV.1)',
      'Kế hoạch số 56/KH-UBND, hạn 15/12/2026: “đạt 98,5%” (mục IV.1)',
    ],
  ])('%s', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });
});

describe('markdownFence', () => {
  test('no line of the text closes it', () => {
    expect(markdownFence('a\n```\n  b\n````\n', 'text')).toBe('`````text\na\n```\n  b\n````\n`````');
  });
});
