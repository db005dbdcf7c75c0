/** Letters of a Word document by the font and the size that they are set in. */
import type { Piece } from './paragraph.js';

export class Typography {
  readonly fonts = new Map<string, number>();
  /** In half-points. */
  readonly sizes = new Map<number, number>();

  add({ text, style }: Piece): void {
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    if (letters === 0) return;
    if (style.font !== null) this.fonts.set(style.font, (this.fonts.get(style.font) ?? 0) + letters);
    if (style.size !== null) this.sizes.set(style.size, (this.sizes.get(style.size) ?? 0) + letters);
  }
}
