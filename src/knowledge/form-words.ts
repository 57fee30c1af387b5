import type { z } from 'zod';

const kinds: Record<string, string> = {
  string: 'phải là chữ; nếu trông như số hay ngày thì đặt trong ngoặc kép',
  number: 'phải là số, không đặt trong ngoặc kép',
  int: 'phải là số nguyên, không đặt trong ngoặc kép',
  boolean: 'phải là true hoặc false',
  array: 'phải là một danh sách, mỗi dòng bắt đầu bằng dấu gạch',
  object: 'phải gồm các mục con, mỗi mục một dòng',
};

/** What is wrong with a value, in words for the editor of a content file; forms that say it themselves come first. */
export const tellIssue: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'thiếu mục này' : (kinds[issue.expected] ?? 'viết sai kiểu');
    case 'unrecognized_keys':
      return `không có mục ${issue.keys.map((key) => `"${key}"`).join(', ')} trong mẫu; xem lại tên mục`;
    case 'invalid_value':
      return `phải là một trong: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'array' ? `phải có ít nhất ${issue.minimum} mục` : `phải từ ${issue.minimum} trở lên`;
    case 'too_big':
      return `nhiều nhất ${issue.maximum}`;
    default:
      return 'không đúng mẫu';
  }
};
