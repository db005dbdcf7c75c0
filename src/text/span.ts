/** A half-open range `[start, end)` of UTF-16 offsets in a text; of a document, in its flow text. */
export interface Span {
  start: number;
  end: number;
}
