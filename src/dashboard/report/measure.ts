// Lengths of the page in twentieths of a point, as the file wants them: A4, margins as decree 30/2020/NĐ-CP has them.

const mm = (length: number) => Math.round((length / 25.4) * 1440);

export const sheet = { width: mm(210), height: mm(297) };
export const margin = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20), header: mm(10) };
/** How wide text and tables are. */
export const textWidth = sheet.width - margin.left - margin.right;
export const indent = mm(10);

/** Sizes of letters in half points: 14 for text, 13 for the head and tables. */
export const size = { text: 28, small: 26, note: 24 };
export const font = 'Times New Roman';
