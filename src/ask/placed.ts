import type { Citation } from '../core/passage.ts';

const ofLaw = /^Điều \d+[a-zđ]?(?: khoản \d+[a-zđ]?(?: điểm [a-zđ]\d*)?)?$/;
const ofPlan =
  /^(?:Mục tiêu tổng quát|Mục tiêu \d+(?:, Chỉ tiêu \d+)?|Phần II|Mục [IVX]+\.\d+(?:\.\d+)?|Mở đầu|Người ký)$/;

/**
 * The citations that point to a numbered place, which is what a machine can look up. Those that name a whole act or an
 * unnumbered part stay only where no other stands beside them.
 */
export function placed(citations: Citation[]): Citation[] {
  const found = citations.filter(({ locator }) => ofLaw.test(locator) || ofPlan.test(locator));
  return found.length > 0 ? found : citations;
}
