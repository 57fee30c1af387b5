import { safeTimes, wants } from './case.ts';
import { type Draft, type Step, steps } from './talk.ts';
import { wantWords, whenWords } from './words.ts';

/** What can be picked at a step: by its button, or by its number where there are none. */
export type Option = { act: string; label: string };

const back: Option = { act: 'back', label: 'Quay lại' };
const stop: Option = { act: 'stop', label: 'Dừng, không gửi' };
const skip: Option = { act: 'skip', label: 'Bỏ qua' };
const keep: Option = { act: 'keep', label: 'Giữ như cũ' };

/** The options of a step, in the order of their numbers. The yes is never the first: a number typed twice is no yes. */
export function optionsOf(step: Step, draft: Draft): Option[] {
  const kept = isAnswered(step, draft) ? [keep] : [];
  switch (step) {
    case 'intro':
      return [
        { act: 'start', label: 'Mình đủ 16 tuổi, bắt đầu' },
        { act: 'young', label: 'Mình chưa đủ 16 tuổi' },
        { act: 'stop', label: 'Thôi' },
      ];
    case 'who':
      return [{ act: 'self', label: 'Chuyện của mình' }, { act: 'other', label: 'Chuyện của người khác' }, back, stop];
    case 'agreed':
      return [
        { act: 'agreed', label: 'Người ấy bằng lòng rồi' },
        { act: 'not-agreed', label: 'Chưa, hoặc mình không rõ' },
        back,
        stop,
      ];
    case 'wants':
      return [...wants.map((act) => ({ act, label: wantWords[act] })), ...kept, back, stop];
    case 'when':
      return [...safeTimes.map((act) => ({ act, label: whenWords[act] })), ...kept, back, stop];
    case 'way':
    case 'code-word':
      return [...kept, back, stop];
    case 'commune':
    case 'words':
      return [skip, ...kept, back, stop];
    case 'confirm':
      return [
        { act: 'back', label: 'Sửa lại' },
        { act: 'stop', label: 'Không gửi' },
        { act: 'yes', label: 'Đồng ý gửi' },
      ];
  }
}

function isAnswered(step: Step, { wants: wanted, when, way, codeWord, commune, words }: Draft): boolean {
  const answers: Partial<Record<Step, unknown>> = { when, way, 'code-word': codeWord, commune, words };
  return step === 'wants' ? wanted.length > 0 : (answers[step] ?? null) !== null;
}

/** The step after, or before, this one for this draft. */
export function stepAfter(step: Step, draft: Draft): Step {
  return walk(step, draft, 1);
}

export function stepBefore(step: Step, draft: Draft): Step {
  return walk(step, draft, -1);
}

function walk(step: Step, draft: Draft, by: 1 | -1): Step {
  const at = steps.indexOf(step) + by;
  const next = steps[Math.max(0, Math.min(at, steps.length - 1))] ?? 'intro';
  const left = (next === 'agreed' && draft.about === 'self') || (next === 'way' && draft.when === 'here');
  return left ? walk(next, draft, by) : next;
}
