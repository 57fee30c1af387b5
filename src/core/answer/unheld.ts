import type { Unheld } from '../question/unheld.ts';

/** What is not held here, in plain words, and who would know. */
export const notHeld: Record<Unheld, { matter: string; office: string }> = {
  person: {
    matter: 'tên và chuyện riêng của từng người, ai đang giữ việc nào',
    office: 'chính cơ quan đó hoặc Ủy ban nhân dân xã, phường',
  },
  'own-file': {
    matter: 'giấy tờ, hồ sơ riêng của từng người',
    office: 'nơi đã nhận giấy tờ, hoặc bộ phận một cửa xã, phường',
  },
  happening: {
    matter: 'tin tức, việc mới xảy ra hoặc sắp diễn ra',
    office: 'trưởng thôn, Ủy ban nhân dân xã, phường, hoặc nghe đài, xem báo',
  },
  pay: { matter: 'lương, phụ cấp, thưởng của từng nghề, từng chức', office: 'nơi người đó làm việc hoặc Sở Nội vụ' },
  tally: {
    matter: 'số vụ, số người và kết quả trên thực tế',
    office: 'Sở Nội vụ, Thống kê tỉnh hoặc Ủy ban nhân dân xã, phường',
  },
  online: { matter: 'trang mạng, tài khoản của cơ quan', office: 'chính cơ quan đó' },
  'open-hours': { matter: 'giờ làm việc của cơ quan', office: 'chính cơ quan đó' },
  'coming-law': { matter: 'điều sẽ thay đổi sau này, luật sắp sửa', office: 'Sở Tư pháp hoặc Sở Nội vụ' },
  forecast: {
    matter: 'điều chưa xảy ra, sau này sẽ thế nào',
    office: 'trợ giúp viên pháp lý về vụ việc của bạn, hoặc Sở Tư pháp về luật',
  },
  opinion: {
    matter: 'khen chê, chọn lựa riêng trong đời sống',
    office: 'người bạn tin, Hội Liên hiệp Phụ nữ xã, phường hoặc cán bộ tư vấn',
  },
  world: { matter: 'số liệu, xếp hạng của các nước', office: 'Bộ Nội vụ' },
};

/** Of the kinds that a number open day and night, or a page that is named, does tell. */
const told: Partial<Record<Unheld, RegExp>> = {
  'open-hours': /24\/24|24 giờ|ngày đêm/i,
  online: /https?:|www\.|@\w|Cổng (?:dịch vụ công|thông tin)/i,
};

/** Whether a text tells what is asked all the same. */
export function tellsUnheld(text: string, kind: Unheld): boolean {
  return told[kind]?.test(text) ?? false;
}
