import { describe, expect, test } from 'vitest';
import { askedAlone, splitQuestions } from '../../../src/core/question/split.ts';

describe('two questions in one message', () => {
  test.each([
    ['Bao nhiêu tuổi được kết hôn và cưới rồi không đăng ký thì sao?', 2],
    ['tro giup phap ly ai duoc va ho so gom gi', 2],
    ['đánh vợ phạt bao nhiêu? báo ở đâu?', 2],
    ['vk sinh mo ck nghi may ngay vs lai phai nghi trong bao lau ke tu khi sinh', 2],
    ['bị đuổi việc vì mang thai có đúng luật không, công ty bị phạt bao nhiêu?', 2],
  ])('"%s" asks %i', (message, many) => {
    expect(splitQuestions(message)).toHaveLength(many);
  });

  test.each([
    'luật hôn nhân và gia đình có hiệu lực khi nào',
    'giới và giới tính khác nhau thế nào',
    'bây giờ không còn huyện thì nộp tòa nào',
    'sinh đủ 2 con trước 35 tuổi có được hỗ trợ tiền không, từ khi nào',
    'con trai và con gái được chia đất thế nào',
    'con trai được học tiếp còn con gái thì không, bố mẹ có sai không',
    'vợ không đi làm và không có con thì ly hôn chia của thế nào',
  ])('"%s" asks one', (message) => {
    expect(splitQuestions(message)).toEqual([message]);
  });

  test('a later question borrows the words that follow the same question word', () => {
    const message = 'số liệu bạo lực gia đình do sở nào báo cáo, còn số liệu bạo lực trên cơ sở giới do sở nào?';
    expect(splitQuestions(message)).toEqual([
      'số liệu bạo lực gia đình do sở nào báo cáo',
      'số liệu bạo lực trên cơ sở giới do sở nào báo cáo',
    ]);
  });

  test.each([
    ['Đánh vợ phạt bao nhiêu, còn dọa đánh thì bao nhiêu?', 'dọa đánh thì phạt bao nhiêu'],
    ['luật hôn nhân có hiệu lực khi nào và luật bình đẳng giới khi nào', 'luật bình đẳng giới có hiệu lực khi nào'],
    ['vợ sinh thường ck được nghỉ mấy ngày, còn sinh mổ thì sao?', 'sinh mổ thì được nghỉ bao nhiêu'],
  ])('the verb a later question leaves out is that of the earlier: "%s"', (message, later) => {
    expect(splitQuestions(message)[1]).toBe(later);
  });

  test('"mấy chị" in a statement asks nothing', () => {
    const message = 'Thôn em có mấy chị muốn dệt vải bán. Mô hình đó ai chủ trì ạ?';
    expect(splitQuestions(message)).toEqual([message]);
  });

  test('what is told before a question belongs to it', () => {
    expect(splitQuestions('Công ty đuổi tôi khi tôi có bầu. Có đúng luật không? Bị phạt bao nhiêu?')).toEqual([
      'Công ty đuổi tôi khi tôi có bầu. Có đúng luật không?',
      'Bị phạt bao nhiêu?',
    ]);
  });

  test('a message without a question stays whole', () => {
    expect(splitQuestions('tôi buồn quá')).toEqual(['tôi buồn quá']);
    expect(splitQuestions('')).toEqual(['']);
  });

  test.each([
    ['Tôi làm ở xưởng may. Nghỉ đẻ được mấy tháng?', 'Nghỉ đẻ được mấy tháng?'],
    ['Nghỉ đẻ được mấy tháng? Trước nay tôi vẫn tưởng bốn tháng.', 'Nghỉ đẻ được mấy tháng?'],
    ['Chị em cá nhau: nghỉ đẻ được mấy tháng?', 'nghỉ đẻ được mấy tháng?'],
    ['nghỉ đẻ được mấy tháng, tôi soạn câu hỏi cho câu lạc bộ', 'nghỉ đẻ được mấy tháng'],
    ['em đang ôn thi công chức, nghỉ đẻ được mấy tháng', 'nghỉ đẻ được mấy tháng'],
    ['nghỉ đẻ được mấy tháng, viết cho đúng kẻo dân cười', 'nghỉ đẻ được mấy tháng'],
    ['Ở bản ai cũng nói bốn tháng. Nghỉ đẻ được mấy tháng?', 'Nghỉ đẻ được mấy tháng?'],
    ['nghi de duoc may thang, em di tap huan ve chep thieu', 'nghi de duoc may thang'],
  ])('what is told beside the one question can be left out: "%s"', (message, asked) => {
    expect(askedAlone(message)).toBe(asked);
  });

  test.each([
    'Nghỉ đẻ được mấy tháng?',
    'Tôi buồn quá. Mệt nữa.',
    'Nghỉ mấy tháng? Được bao nhiêu tiền?',
    'vợ tôi sinh mổ, tôi được nghỉ mấy ngày',
    'tôi đóng bảo hiểm 20 năm, lương hưu được mấy phần trăm',
  ])('nothing is left out of "%s"', (message) => {
    expect(askedAlone(message)).toBeNull();
  });
});
