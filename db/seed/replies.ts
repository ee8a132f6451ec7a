import type { Dice } from './dice.ts';
import type { Share } from './hearings.ts';
import type { Line, Lines } from './words/line.ts';

/** Somebody who was asked. */
export interface Invited {
  token: string;
  name: string;
  accountName: string;
  language: string;
}

export interface Reply {
  invited: Invited;
  score: number;
  words: string | null;
}

/** Who of one persona answers, with which score and which words. Everybody else stays silent. */
export function castReplies(
  dice: Dice,
  asked: readonly Invited[],
  shares: readonly Share[],
  lines: Lines,
): Reply[] {
  const left = new Set(dice.shuffle(asked));
  const named = new Set(shares.flatMap(({ at, by }) => [at, by]));
  const replies: Reply[] = [];
  for (const { at, by, scores } of shares) {
    const isTheirs = ({ name, accountName }: Invited) => {
      if (by) return name === by;
      return at ? accountName === at : !named.has(name) && !named.has(accountName);
    };
    for (const score of dice.shuffle(spell(scores))) {
      const invited = [...left].find(isTheirs);
      if (!invited) throw new Error(`Too few were asked for ${JSON.stringify({ at, by, scores })}.`);
      left.delete(invited);
      replies.push({ invited, score, words: null });
    }
  }
  return giveWords(replies, lines);
}

function spell(scores: Share['scores']): number[] {
  return Object.entries(scores).flatMap(([score, count]) =>
    Array.from({ length: count }, () => Number(score)),
  );
}

type Band = keyof Lines;

function bandOf(score: number): Band {
  if (score >= 9) return 'promoter';
  return score >= 7 ? 'passive' : 'detractor';
}

/** Lines with a name go to that person, lines in a language to somebody who writes it, the rest to the rest. */
function giveWords(replies: readonly Reply[], lines: Lines): Reply[] {
  const given = new Map<Reply, string>();
  const free = (band: Band, suits: (reply: Reply) => boolean) =>
    replies.find((reply) => bandOf(reply.score) === band && !given.has(reply) && suits(reply));
  const bound = (['promoter', 'passive', 'detractor'] as const).flatMap((band) =>
    lines[band].map((line) => ({ band, line: toBound(line) })),
  );
  const authors = new Set(bound.map(({ line }) => line.by));
  for (const { band, line } of bound.sort((a, b) => a.line.rank - b.line.rank)) {
    const reply = free(band, ({ invited: { name, language } }) => {
      if (line.by) return name === line.by;
      return !authors.has(name) && (!line.language || language === line.language);
    });
    if (reply) given.set(reply, line.words);
  }
  return replies.map((reply) => ({ ...reply, words: given.get(reply) ?? null }));
}

function toBound(line: Line) {
  if (typeof line === 'string') return { words: line, by: undefined, language: undefined, rank: 2 };
  return { by: undefined, language: undefined, ...line, rank: line.by ? 0 : 1 };
}
