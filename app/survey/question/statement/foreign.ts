import { type Foreign, taken, told } from '../foreign.ts';

export const foreign: Foreign = {
  surveyjs: (element) => (element.type === 'html' ? taken({}) : null),
  qualtrics: (element) => (element.type === 'DB/TB' || element.type === 'DB/PTB' ? taken({}) : null),
  formbricks: (element) =>
    element.type === 'cta'
      ? taken(
          {},
          { changed: told([element.text('buttonUrl') !== '', 'Its button with a web address is left out.']) },
        )
      : null,
};
