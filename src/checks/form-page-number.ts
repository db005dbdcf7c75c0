/** The page number (số trang): centred in the margin above, not on the first page. */
import { z } from 'zod';
import { defineCheck } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import { stateLayout, titleLine } from './own-layout.js';

export const formPageNumber = defineCheck({
  name: 'form-page-number',
  options: z.strictObject({
    onePage: z
      .number()
      .nonnegative()
      .default(3000)
      .meta(
        meaning({
          vi: 'Văn bản ít ký tự hơn có thể chỉ có một trang, không cần số trang.',
          en: 'A text of fewer characters may be of one page, which needs no number.',
        }),
      ),
  }),
  messages: { absent: [], bottom: [], 'not-centred': [], 'not-arabic': [], 'first-page': [] },
  *run(kase, { onePage }) {
    const layout = stateLayout(kase);
    if (layout === null || kase.document.text.length < onePage) return;
    const { pageNumber } = layout;
    const span = titleLine(kase);
    if (pageNumber === null) {
      yield { message: 'absent', span, data: {} };
      return;
    }
    if (pageNumber.place === 'bottom') yield { message: 'bottom', span, data: {} };
    else if (pageNumber.centred === false) yield { message: 'not-centred', span, data: {} };
    if (!pageNumber.arabic) yield { message: 'not-arabic', span, data: {} };
    if (pageNumber.onFirstPage) yield { message: 'first-page', span, data: {} };
  },
});
