import type { Found } from '../brought.ts';
import { elementOf } from '../element.ts';
import { QUALTRICS_DIALECT } from './qualtrics-dialect.ts';

/** A form of several lines, or sliders for several things, as a question for each; anything else as it is. */
export function splitElement(found: Found): Found[] {
  const { element } = found;
  const isForm = element.type === 'TE/FORM';
  const isSlider = element.type.startsWith('Slider/');
  const lines = isForm || isSlider ? element.lines('Choices').slice(0, 50) : [];
  if (lines.length === 0 || (isSlider && lines.length === 1)) return [found];
  return lines.map(({ theirs, label }, at) => {
    const type = isForm ? 'TE/SL' : element.type;
    const one = elementOf(QUALTRICS_DIALECT, type, element.raw, 'QuestionText');
    const { wording } = one;
    const others = new Map(
      [...label.others].map(([tag, text]) => [tag, `${wording.others.get(tag) ?? ''} ${text}`.trim()]),
    );
    return {
      ...found,
      theirs: at === 0 ? found.theirs : `${found.theirs}.${theirs}`,
      name: '',
      element: { ...one, wording: { text: `${wording.text} ${label.text}`.trim(), others } },
      // What leads on from the whole leads on from its last part.
      jumps: at === lines.length - 1 ? found.jumps : [],
      lost: at === 0 ? found.lost : [],
    };
  });
}
