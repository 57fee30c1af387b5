import { z } from 'zod';

/** The name of an entry in the files of campaigns and news. */
export const id = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/, 'chỉ dùng chữ thường không dấu, số và dấu gạch');

/** When somebody answerable agreed to the words, or `null`. */
export const approved = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'ghi năm-tháng-ngày, ví dụ "2026-11-26", hoặc null')
  .nullable();
