import { expect } from 'vitest';
import { csvCells } from '#tests/support/exports.ts';

/** The pot, the mean of the two scores as it is and as rounded, and the mean of all answers, 104 of 16. */
const NUMBERS = String.raw`6(?:\.0+)?|6\.2\d*|6\.3|6\.50*|[−-]1\.[567]\d*|[−-]2(?:\.0+)?`;

/** As a page, a mail or a picture would print it. */
const PRINTED =
  /(?<![\d.,])(\+6(?!\.?\d)|\+?6\.25|[−-]1\.(5|67)(?!\d)|[−-]2(?![\d.:-])\s*(NPS|points)|6\.50?(?!\.?\d))/;

const NAMED = '(?:[a-z]+_)*(?:score|nps|value|mean|net)';
const IN_JSON = new RegExp(String.raw`"${NAMED}"\s*:\s*"?\+?(?:${NUMBERS})"?\s*(?=[,}\]])`, 'i');
const SCORE_COLUMN = new RegExp(`^"?${NAMED}"?$`, 'i');
/** An apostrophe keeps a spreadsheet from taking a text for a formula. */
const CELL = new RegExp(`^'?\\+?(?:${NUMBERS})$`);

/** The first number of all personas in a text, however it is written; undefined where there is none. */
export function blendIn(text: string): string | undefined {
  return PRINTED.exec(text)?.[0] ?? IN_JSON.exec(text)?.[0] ?? blendInCells(text);
}

function blendInCells(text: string): string | undefined {
  const [header = [], ...lines] = csvCells(Buffer.from(text.replace(/\r?\n/g, '\r\n')));
  const columns = header.flatMap((name, at) => (SCORE_COLUMN.test(name.replaceAll(' ', '_')) ? [at] : []));
  return lines.flatMap((cells) => columns.map((at) => cells[at] ?? '')).find((cell) => CELL.test(cell));
}

export function expectNoBlend(text: string): void {
  expect(blendIn(text)).toBeUndefined();
}
