/** What stands on a page of a PDF: characters with their places, ruling lines, pictures. Points (1/72 inch) from the top left corner, as one sees the page. */

/** One character, or a word that recognition gave as one. */
export interface Glyph {
  text: string;
  /** Left edge. */
  x: number;
  /** Baseline. */
  y: number;
  width: number;
  /** Size of the font. */
  size: number;
  bold: boolean;
  /** Name of the font without the prefix of a subset: "TimesNewRomanPS-BoldMT". */
  font: string;
  /** Place among the characters of the page in the order in which they are drawn, spaces not counted. */
  order: number;
}

/** A rectangle; a horizontal or vertical ruling line is one without height or width. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface PageContent {
  width: number;
  height: number;
  /** Visible, upright characters. */
  glyphs: Glyph[];
  /** Characters that are not drawn: what recognition lays under a scan. */
  hidden: Glyph[];
  /** Horizontal and vertical lines that are drawn. */
  rulings: Box[];
  images: Box[];
  /** Shapes that are drawn and are no lines, and characters that do not stand upright: letters turned to outlines, drawings, watermarks. */
  shapes: number;
  /** The content ends inside a text: the page is damaged, and what follows is lost. */
  cut: boolean;
}
