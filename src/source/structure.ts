/** Line beginnings that start a new block, whatever the line before: labels, bullets, and set parts of an administrative document. */

/** A label of any system: "IV.", "4.1.", "đ)", "(1)", "Điều 2", "Phần thứ nhất", "- ", "+ ". */
const LABEL =
  /^(?:(?:Phần|PHẦN|Chương|CHƯƠNG|Điều|ĐIỀU|Phụ lục|PHỤ LỤC|Mục|MỤC|Biểu|BIỂU)\s+(?:thứ\s|THỨ\s|số\s|[\dIVXLC])|[IVXL]{1,7}[.)/]\s*\p{L}|[A-ZĐ][.)]\s|\d{1,3}[.)](?:\s+(?=\S)|(?=[^\d\s]))|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\p{L}|[a-zđ]{1,2}[.)]\s*\p{L}|\(\d{1,3}\)\s|\([a-zđ]\)\s|[-–—+•●▪◦*]\s*[\p{L}\d("“])/u;

/** Set parts: header lines, "Nơi nhận:", signatures, bases, annex lines. */
const SET_PART =
  /^(?:Số\s*:|SỐ\s*:|CỘNG H[OÒÓÕ]|Độc lập\s*[-–]|Nơi nhận|NƠI NHẬN|Kính gửi|KÍNH GỬI|V\/v|T\/?M\.|KT\.|TL\.|TUQ\.|T\/M|Căn cứ\s|CĂN CỨ\s|Xét\s|Theo đề nghị|Thực hiện\s|\((?:Ban hành\s+)?[Kk]èm theo|\(Ban hành|Nguồn:|Ghi chú:)/u;

const PLACE_AND_DATE = /^\p{Lu}[\p{L}\d\s.]{1,40},\s*ngày/u;

/** Kinds of document as they stand alone, in capitals, over the subject: where the header ends. */
const TYPE_LINE =
  /^(?:(?:KẾ HOẠCH|CHƯƠNG TRÌNH|QUYẾT ĐỊNH|CHỈ THỊ|NGHỊ QUYẾT|NGHỊ ĐỊNH|THÔNG TƯ|THÔNG BÁO|THÔNG TRI|CÔNG ĐIỆN|BÁO CÁO|TỜ TRÌNH|HƯỚNG DẪN|ĐỀ ÁN|PHƯƠNG ÁN|QUY CHẾ|QUY ĐỊNH|KẾT LUẬN|CHÍ THỊ)(?: [A-ZĐÀ-Ỹ]{2,8}){0,3})$/u;

/** Whether a cleaned line begins a block of its own. */
export function startsBlock(line: string): boolean {
  return LABEL.test(line) || SET_PART.test(line) || PLACE_AND_DATE.test(line);
}

/** Whether a line reads "Hải Phòng, ngày …", also where it is only the end of a place name broken over lines. */
export function isPlaceAndDate(line: string): boolean {
  return PLACE_AND_DATE.test(line);
}

/** Whether a cleaned line is the kind of document standing alone ("KẾ HOẠCH"). */
export function isTypeLine(line: string): boolean {
  return line.length <= 60 && TYPE_LINE.test(line.replace(/\s*:$/u, ''));
}

/** Whether a line says that recipients and signature follow. */
export function isRecipientsLine(line: string): boolean {
  return /^Nơi nhận\s*[:.]?/iu.test(line);
}

/** Whether a gap inside a line is the blank of a draft and not the space between columns: "Số:      /KH-UBND", "ngày      tháng      năm 2026". */
export function isBlankToFill(before: string, after: string): boolean {
  return /(?:^|[^\p{L}])(?:Số\s*:?|ngày|tháng)\s*$/iu.test(before) || /^\s*(?:\/|(?:tháng|năm)(?!\p{L}))/iu.test(after);
}

/** Whether all letters of a line are capitals. */
export function isUpperCase(line: string): boolean {
  return /\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line);
}
