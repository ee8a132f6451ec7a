import { type Foreign, type ForeignElement, refused, type Taken, taken, told, typed } from '../foreign.ts';

function take(element: ForeignElement, shuffle: boolean, places: number | null = null): Taken {
  const options = element.lines(element.has('choices') ? 'choices' : 'Choices');
  if (options.length === 0) return refused('What is to be put in order is not in the file.');
  const count = places !== null && places >= 1 ? Math.trunc(places) : null;
  return taken(
    { options, shuffle, places: typed(count) },
    { changed: told([element.has('otherOptionPlaceholder'), 'Room to write beside a thing is left out.']) },
  );
}

export const foreign: Foreign = {
  surveyjs: (element) =>
    element.type === 'ranking'
      ? take(element, element.text('choicesOrder') === 'random', element.number('maxSelectedChoices'))
      : null,
  qualtrics: (element) =>
    element.type.startsWith('RO/') ? take(element, element.text('Randomization.Type') === 'All') : null,
  formbricks: (element) =>
    element.type === 'ranking' ? take(element, element.text('shuffleOption') !== 'none') : null,
};
