/** What begins the block after the last article: recipients, who signs, annexes, what is issued along with the text. */
const openings = [
  /^Nơi nhận\b/i,
  /^(?:TM|KT|TL|TUQ|Q)\s?\.\s*\p{Lu}/u,
  /^(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Hiến pháp) này (?:đã )?được .{0,80}\bthông qua\b/,
  /^(?:XÁC THỰC|BẢN SAO|PHỤ LỤC|DANH MỤC|MẪU SỐ|BIỂU MẪU)(?!\p{Ll})/u,
  /^Phụ lục(?: [IVX\d]+)?(?:\s*[.:–-]|$)/,
  /^\((?:Ban hành )?kèm theo /i,
];
const signers =
  /^(?:QUYỀN |PHÓ )?(?:CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|THỨ TRƯỞNG|TỔNG THANH TRA|TỔNG BÍ THƯ|CHÁNH ÁN|VIỆN TRƯỞNG|THỐNG ĐỐC|CHỦ NHIỆM|GIÁM ĐỐC|TỔNG KIỂM TOÁN)(?=[\s,.|(]|$)[^\p{Ll}]*$/u;

/** Whether the line begins what follows the last article. A table row counts when one of its cells does. */
export function beginsClosing(line: string): boolean {
  return line.split(' | ').some((cell) => openings.some((form) => form.test(cell.trim())) || signers.test(cell.trim()));
}
