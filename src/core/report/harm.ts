import { caseOutcomeTable, caseTable, helpLevelTable, helpTypeTable } from '../measures/help.ts';
import { text } from '../measures/table.ts';
import { outcomeNames } from '../officers/case-words.ts';
import { type Directory, shownOn } from '../services.ts';
import { besideBefore, linesTable } from './beside.ts';
import { caseCell, feedbackCell, firstReplyCell, helpCell, kindCell } from './counts.ts';
import type { Evidence } from './indicator.ts';
import { table } from './report.ts';
import type { Year } from './year.ts';

/** Objective 3, indicator 2: people hurt reach a service; those who hurt are counselled. */
export function reachedHelp(year: Year): Evidence {
  return {
    objective: 3,
    indicator: 2,
    figures: [
      table(
        linesTable(year, { id: 'tiep-can-giup-do', title: 'Được chỉ nơi giúp đỡ và gặp người thật', note: null }, [
          { title: 'Lượt được chỉ nơi giúp đỡ', of: kindCell('help') },
          { title: 'Trong đó: lượt khẩn cấp', of: helpCell({ level: 'emergency' }) },
          { title: 'Trong đó: người lo mình làm đau người khác', of: helpCell({ type: 'perpetrator' }) },
          { title: 'Lượt báo gọi được số đã hiện', of: feedbackCell('reached') },
          { title: 'Lượt báo không gọi được', of: feedbackCell('not-reached') },
          { title: 'Ca nhờ người thật giúp', of: caseCell('created') },
          { title: 'Ca đã có người thật trả lời', of: caseCell('replied') },
          { title: 'Thời gian chờ trả lời lần đầu', of: firstReplyCell },
        ]),
      ),
      table(
        besideBefore(year, (reading) => ({ ...helpTypeTable(reading), note: null })),
        1,
      ),
      table(besideBefore(year, helpLevelTable), 1),
    ],
    definitions: [
      'Lượt được chỉ nơi giúp đỡ: một tin nhắn có dấu hiệu bị hại, được trả lời bằng số điện thoại và nơi có thể đến. Một người nhắn ba tin thì là ba lượt. Một tin kể nhiều loại chuyện thì tính vào loại nặng nhất.',
      'Ca nhờ người thật giúp: người nhắn đồng ý gửi lời nhờ tới bàn trực của Trung tâm. Mỗi ca tính một lần, vào tháng có việc ấy.',
      'Thời gian chờ trả lời lần đầu: số giữa của các lần chờ trong tháng; nhiều tháng thì lấy tháng đứng giữa.',
    ],
    caveats: [
      'Không phải tỷ lệ mà chỉ tiêu nêu. Chỉ tiêu tính trên số người bị bạo lực được phát hiện; Hoa Ban đếm lượt nhắn, không biết ai là ai và không biết người đó đã được cơ quan nào phát hiện.',
      'Được chỉ số điện thoại chưa phải là đã được giúp. Chỉ ca có người thật trả lời mới cho biết người nhắn đã gặp người của Trung tâm.',
      'Máy nhận ra dấu hiệu theo lời nhắn nên có thể nhầm hoặc sót.',
      'Người nhắn không đại diện cho người dân cả tỉnh: người không có điện thoại, không có mạng, không biết kênh này thì không có ở đây. Số tăng có thể vì nhiều người biết kênh hơn, không hẳn vì bạo lực tăng.',
    ],
    own: 'Số người bị bạo lực được phát hiện, số người được tiếp cận dịch vụ; số người gây bạo lực được phát hiện, số người được tư vấn (theo sổ của cơ quan)',
  };
}

/** Objective 3, indicator 4: the Centre's services go on. */
export function centreWorks(year: Year, { services }: Directory, today: string): Evidence {
  const called = services.filter(({ lastTestCall }) => lastTestCall?.startsWith(`${year.year}-`)).length;
  const shown = services.filter((one) => shownOn(one, today).as !== 'hidden').length;
  return {
    objective: 3,
    indicator: 4,
    figures: [
      table(
        besideBefore(year, (reading) => ({ ...caseTable(reading), note: null })),
        1,
      ),
      table(
        besideBefore(year, (reading) => caseOutcomeTable(reading, outcomeNames)),
        1,
      ),
      table({
        id: 'danh-ba-trong-nam',
        title: 'Số điện thoại giúp đỡ trong danh bạ',
        note: null,
        columns: [
          { title: 'Việc', align: 'start' },
          { title: 'Số lượng', align: 'end' },
        ],
        // These are entries of the directory, not people: they need no hiding.
        rows: [
          [text('Số có trong danh bạ'), text(String(services.length))],
          [text('Đang hiện cho người dân'), text(String(shown))],
          [text(`Đã có người gọi thử trong năm ${year.year}`), text(String(called))],
        ],
      }),
    ],
    definitions: [
      'Ca quá hẹn trả lời: chưa có ai trả lời khi đã hết giờ hẹn với người nhắn.',
      'Việc của tháng nào ghi vào tháng đó: ca nhận tháng trước, trả lời tháng này thì lượt trả lời thuộc tháng này.',
    ],
    caveats: [
      'Chỉ là những ca đến qua Hoa Ban. Người đến tận nơi, gọi điện hoặc được nơi khác chuyển tới Trung tâm không có ở đây.',
      'Không nói gì về các cơ sở trợ giúp xã hội công lập khác.',
    ],
    own: 'Số cơ sở trợ giúp xã hội công lập, số cơ sở có hoạt động trợ giúp, phòng ngừa và ứng phó; số ca của Trung tâm ngoài kênh này',
  };
}
