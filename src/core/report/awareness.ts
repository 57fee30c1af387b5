import type { Knowledge } from '../knowledge.ts';
import { pathTable, setTable } from '../measures/learning.ts';
import { channelTable, trendOf, trendTable } from '../measures/overview.ts';
import { end, start, type Table, text } from '../measures/table.ts';
import { documentTable } from '../measures/topics.ts';
import type { Names } from '../measures/words.ts';
import { type CampaignDay, itemsPerQuarter, type NewsItem, newsOf } from '../news.ts';
import { besideBefore, firstRows, linesTable } from './beside.ts';
import { askedCell, finishedCell, kindCell, learnersCell, peopleCell } from './counts.ts';
import type { Evidence } from './indicator.ts';
import { table } from './report.ts';
import type { Year } from './year.ts';

/** Objective 6, indicator 1: people come to basic knowledge. */
export function peopleLearn(year: Year, names: Names, today: string): Evidence {
  const { now } = year;
  return {
    objective: 6,
    indicator: 1,
    figures: [
      table(
        linesTable(year, { id: 'kien-thuc', title: 'Hỏi và học', note: null }, [
          { title: 'Lượt hỏi', of: askedCell },
          { title: 'Trong đó: trả lời được', of: kindCell('answer') },
          { title: 'Trong đó: chưa trả lời được', of: kindCell('decline') },
          { title: 'Người hỏi, cộng theo ngày', of: peopleCell },
          { title: 'Lượt học hết bài học', of: finishedCell('path') },
          { title: 'Người học hết bài học, cộng theo tháng', of: learnersCell('path') },
          { title: 'Lượt chơi hết bộ câu đố', of: finishedCell('set') },
        ]),
      ),
      // A single month would come day by day.
      ...(now.months.length > 1 ? [table(trendTable(trendOf(now, today)), 1)] : []),
      table(
        besideBefore(year, (one) => channelTable(one)),
        1,
      ),
      table(pathTable(now, names), 1),
      table(setTable(now, names), 1),
    ],
    definitions: [
      'Lượt hỏi: một tin nhắn có hỏi điều gì, kể cả tin được chỉ nơi giúp đỡ. Lời chào, mở danh mục không tính.',
      'Người hỏi, cộng theo ngày: máy không nhận ra ai từ ngày này sang ngày khác, nên một người hỏi ba ngày là ba. Người kể chuyện bị hại không được tính ở đây.',
      'Học hết bài học: đã đi tới câu cuối. Cùng những câu hỏi ấy được hỏi trước và hỏi lại sau khi học.',
    ],
    caveats: [
      'Không phải tỷ lệ người dân trong tỉnh được tiếp cận kiến thức: không biết có bao nhiêu người khác nhau đã hỏi, và người hỏi không đại diện cho người dân cả tỉnh.',
      'Không biết người hỏi là nam hay nữ, dân tộc nào, ở xã nào, vì số liệu không ghi những điều ấy.',
      'Trả lời đúng nhiều hơn ngay sau khi học chưa chắc là còn nhớ về sau.',
    ],
    own: 'Tỷ lệ người dân trong tỉnh được tiếp cận kiến thức cơ bản về bình đẳng giới (theo điều tra, thống kê của cơ quan)',
  };
}

/** Objective 6, indicator 2: offices are told of gender equality. */
export function officesTold(year: Year, names: Names): Evidence {
  return {
    objective: 6,
    indicator: 2,
    figures: [
      table(
        linesTable(year, { id: 'can-bo-hoc', title: 'Phần có thể liên quan đến cán bộ', note: null }, [
          { title: 'Lượt chơi hết bộ câu đố cho cán bộ', of: finishedCell('set', 'quiz-set-officials') },
        ]),
      ),
      table(
        firstRows(
          besideBefore(year, (one) => documentTable(one, names)),
          10,
        ),
        1,
      ),
    ],
    definitions: [
      'Trả lời theo văn bản nào: văn bản mà câu trả lời dựa vào. Một lượt tính cho một văn bản.',
      'Bộ câu đố cho cán bộ: ai chọn bộ này cũng được tính.',
    ],
    caveats: [
      'Không biết người hỏi thuộc cơ quan, tổ chức nào, nên không tính được bao nhiêu cơ quan đã được phổ biến.',
      'Việc cam kết thực hiện bình đẳng giới không diễn ra trên kênh này.',
    ],
    own: 'Số tổ chức, cơ quan đã được phổ biến, cập nhật và đã cam kết, trên tổng số',
  };
}

/** Objective 6, indicator 3: four items a quarter for every commune. */
export function newsReady(year: Year, knowledge: Knowledge, news: NewsItem[], days: CampaignDay[]): Evidence {
  return {
    objective: 6,
    indicator: 3,
    figures: [table(quartersTable(year.year, knowledge, news, days))],
    definitions: [
      'Tin soạn sẵn: tin ngắn cho loa và trang tin của xã, dựa vào luật có hiệu lực cả quý đó. Tin đã duyệt là tin có người chịu trách nhiệm đọc lại và đồng ý.',
    ],
    caveats: ['Tin soạn sẵn chưa phải là tin đã phát. Hoa Ban không biết xã, phường nào đã dùng tin nào.'],
    own: 'Số xã, phường có đủ ít nhất 4 tin, bài mỗi quý trên hệ thống thông tin cơ sở, trên tổng số xã, phường',
  };
}

function quartersTable(year: number, knowledge: Knowledge, news: NewsItem[], days: CampaignDay[]): Table {
  const romans = ['I', 'II', 'III', 'IV'];
  return {
    id: 'tin-bai',
    title: 'Tin, bài soạn sẵn cho xã, phường theo quý',
    note: `Kế hoạch cần ít nhất ${itemsPerQuarter} tin, bài mỗi quý.`,
    columns: [start('Quý'), end('Tin soạn sẵn'), end('Trong đó đã duyệt')],
    rows: ([1, 2, 3, 4] as const).map((number) => {
      const items = newsOf(news, days, { year, number }, knowledge);
      return [
        text(`Quý ${romans[number - 1]}/${year}`),
        text(String(items.length)),
        text(String(items.filter(({ approved }) => approved !== null).length)),
      ];
    }),
  };
}
