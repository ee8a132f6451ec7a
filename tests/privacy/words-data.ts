import { laneNamed, peopleIn, scoreIn } from './csv-data.ts';

const PEOPLE = /(?:all )?(\d+(?: to \d+)?)(?: of \d+)? heard/;

/** Lines such as “Buyers, Quiet wave: +12 (10 to 19 of 40 heard; …)”, in a mail or to be copied, as data of the API’s shape. */
export function linesData(text: string): unknown[] {
  const lines = text.matchAll(/^([A-Z][a-z-]+s), (.+?)(?:, [^:,]+)?: ([+−]?\d+) \(([^)]*)/gm);
  return [...lines].map(([, plural, wave, score, about]) =>
    figureOf(plural!, { wave: wave!, score: score!, heard: PEOPLE.exec(about!)?.[1] }),
  );
}

const ROW =
  /<tr>\s*<th scope="row"[^>]*>([^<]*)<\/th>\s*<td[^>]*><b>([^<]*)<\/b>[\s\S]*?<\/td>\s*<td[^>]*>([^<]*)<\/td>/g;

/** The tables of a mail as mail programs show it: a row of each persona under the name of its wave. */
export function tableData(html: string): unknown[] {
  return html.split('<h2').flatMap((part) => {
    const wave = /<p [^>]*>[^<]*: ([^<:]*)<\/p>/.exec(part)?.[1] ?? '';
    return [...part.matchAll(ROW)].map(([, plural, score, heard]) =>
      figureOf(plural!, { wave, score: score!, heard: heard!.replace(/ of \d+$/, '') }),
    );
  });
}

/** The lanes of the page on paper: a persona, how many were heard, and a score that stands by itself. */
export function paperData(lines: readonly string[]): unknown[] {
  const begins = lines.flatMap((line, at) => (isPersona(line) ? [at] : []));
  return begins.flatMap((begin, at) => {
    const lane = lines.slice(begin + 1, begins[at + 1]);
    const score = lane.find((line) => /^[+−]?\d+$/.test(line));
    const heard = PEOPLE.exec(lane.join(' '))?.[1];
    return score === undefined ? [] : [figureOf(lines[begin]!, { score, heard })];
  });
}

function isPersona(line: string): boolean {
  return /^[A-Z][a-z-]+s$/.test(line) && laneNamed(line) !== line;
}

function figureOf(
  plural: string,
  { wave, score, heard = '' }: { wave?: string; score: string; heard?: string | undefined },
): unknown {
  return {
    persona: { id: laneNamed(plural) },
    ...(wave === undefined ? {} : { wave: { name: wave } }),
    question: { key: 'q1' },
    account: null,
    ...peopleIn(heard),
    score: scoreIn(score),
    values: null,
  };
}
