import { describe, expect, test } from 'vitest';
import { understand } from '../../../src/core/question/understand.ts';
import { unheldIn } from '../../../src/core/question/unheld.ts';
import { library } from '../../fakes.ts';

const asked = (message: string) => unheldIn(understand(message, library.names));

describe('a kind of thing that no law and no plan tells', () => {
  test.each([
    ['chủ tịch xã tên là gì', 'person'],
    ['ai đang làm giám đốc trung tâm', 'person'],
    ['hieu truong truong thon em la co nao', 'person'],
    ['bí thư xã năm nay bao nhiêu tuổi rồi', 'person'],
    ['chị Vàng Thị Súa đã ly hôn chưa', 'person'],
    ['cho xin tên luật sư giỏi', 'person'],
    ['đơn ly hôn của em tòa đã thụ lý chưa', 'own-file'],
    ['ho so cua toi toi dau roi', 'own-file'],
    ['tra giúp em hồ sơ của em đã duyệt chưa', 'own-file'],
    ['tuần trước huyện có vụ bạo lực nào không, tin mới nhất', 'happening'],
    ['toi nay thon co van nghe khong', 'happening'],
    ['lương chủ tịch huyện bao nhiêu', 'pay'],
    ['can bo phu nu xa luong may trieu', 'pay'],
    ['trưởng thôn được phụ cấp bao nhiêu', 'pay'],
    ['mỗi năm có bao nhiêu vụ bạo lực', 'tally'],
    ['tỉnh hiện có bao nhiêu nữ chủ tịch xã', 'tally'],
    ['so cau lac bo phu nu dang hoat dong', 'tally'],
    ['cho em xin zalo hội phụ nữ', 'online'],
    ['ủy ban xã mở cửa thứ bảy không', 'open-hours'],
    ['bao giờ có luật bình đẳng giới mới', 'coming-law'],
    ['thẩm phán nào sẽ xử vụ của em', 'person'],
    ['đại biểu nữ khóa này gồm những ai', 'person'],
    ['ai là cán bộ soạn kế hoạch này', 'person'],
    ['năm 2025 xã tôi phạt được bao nhiêu người đánh vợ', 'tally'],
    ['cả tỉnh đang có mấy câu lạc bộ', 'tally'],
    ['tỉnh đã hoàn thành được mấy mục tiêu', 'tally'],
    ['con trai bản em lấy vợ tuổi trung bình là mấy', 'tally'],
    ['năm ngoái những xã nào làm tốt', 'tally'],
    ['bao giờ quốc hội thông qua luật hôn nhân sửa đổi', 'coming-law'],
    ['sau này luật có bỏ phạt không', 'forecast'],
    ['có bầu năm tháng liệu con gái hay con trai vậy', 'forecast'],
    ['đàn ông hay đàn bà, ai thương con hơn', 'opinion'],
    ['mức phạt này có nhẹ quá không', 'opinion'],
    ['có nên cưới người xa quê không', 'opinion'],
    ['nước ta xếp thứ mấy thế giới về bình đẳng giới', 'world'],
  ] as const)('"%s": %s', (message, kind) => {
    expect(asked(message)).toBe(kind);
  });

  test.each([
    'ai là người ra quyết định cấm tiếp xúc',
    'chồng đánh thì có nên bỏ chồng, luật có cho đơn phương ly hôn không',
    'bạn thấy làm thế có đúng luật không',
    'con dâu có được đi họp bản thay bố chồng không',
    'sau này ly hôn có được chia đất không',
    'đến 2025 bao nhiêu xã phải có tin bài',
    'nhà trường năm ngoái đuổi em vì có bầu, bị phạt bao nhiêu',
    'tung ảnh lên facebook bị phạt gì',
    'vu khống trên fb bị phạt thế nào',
    'chủ tịch xã được phạt tối đa mấy vụ',
    'bao nhiêu người trở lên thì bị phạt nặng hơn',
    'giám đốc nữ nghỉ hưu bao nhiêu tuổi',
    'anh Vàng A Phử đánh vợ thì bị phạt bao nhiêu',
    'tố cáo có bị lộ tên người báo không',
    'sổ đỏ phải ghi tên những ai',
    'đơn của tôi bị trả lại thì làm sao',
    'hồ sơ thai sản bao lâu thì được giải quyết',
    'tôi đóng bảo hiểm 6 tháng đã được thai sản chưa',
    'hôm nay bị chồng đánh thì báo ai',
    'luật mới sửa gì về nghỉ thai sản',
    'lương hưu của nữ tính thế nào',
    'cán bộ nữ nghỉ thai sản được hưởng lương bao nhiêu',
    'nu lam cong an luong den 2030 phai dat bao nhieu',
    'năm 2030 bao nhiêu nạn nhân bị bạo lực được hỗ trợ',
    'giờ làm việc nhà của phụ nữ đến 2030 còn mấy lần',
    'công ty bắt bà bầu làm việc ban đêm có đúng không',
    'năm sau tuổi nghỉ hưu của nữ có tăng không',
    'Tôi nhà ở trên đồi, ruộng ít nương nhiều, hôm qua đi họp thôn mưa quá về muộn, giờ mới hỏi được là đất ông bà cho riêng từ trước khi cưới có phải chia không',
  ])('"%s" may be answered', (message) => {
    expect(asked(message)).toBeNull();
  });
});
