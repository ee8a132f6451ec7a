import { isBase } from '#app/persona/persona.ts';
import { html, trusted } from '#app/platform/html.ts';
import { formatScore } from '#app/results/display.ts';
import { secondScore } from '#app/results/sentence.ts';
import { LANE_INK, PAPER_INK } from '../drawing/lane-ink.ts';
import { drawnInterval, scorePlace } from '../drawing/score-place.ts';
import type { LaneView } from '../page/lane-view.ts';
import type { Style, Typesetter } from '../type/typesetter.server.ts';
import { altText, laneWords, type PictureOf } from './lane-words.ts';

export const PICTURE_WIDTH = 1200;
const PICTURE_HEIGHT = 560;
const LEFT = 64;
/** The height of a line of caution, by which the picture grows. */
const CAUTION = 36;
const ROOM = PICTURE_WIDTH - 2 * LEFT;
/** Left of the line; a score that was cut would say another one. */
export const SCORE_ROOM = 340;

const SIZES = {
  persona: { weight: 'bold', size: 44 },
  score: { weight: 'bold', size: 112 },
  text: { weight: 'regular', size: 28 },
  tick: { weight: 'regular', size: 22 },
  foot: { weight: 'regular', size: 20 },
} as const satisfies Record<string, Style>;

/** One persona's lane as an SVG on white, all words as outlines: it looks the same on a machine without any font. */
export function laneSvg(set: Typesetter, lane: LaneView, of: PictureOf): string {
  const words = laneWords(lane, of);
  const say = (
    text: string,
    style: Style,
    x: number,
    y: number,
    colour: string = PAPER_INK.ink,
    room = ROOM,
  ) => sayLines(set, { text, style, x, y, colour, room });
  const { word } = LANE_INK[lane.persona.base];
  const lower = words.cautions.length * CAUTION;
  const height = PICTURE_HEIGHT + lower;
  const who = words.under ? `${words.persona}, ${words.under}` : words.persona;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${height}" viewBox="0 0 ${PICTURE_WIDTH} ${height}">
<title>${altText(words)}</title>
<rect width="${PICTURE_WIDTH}" height="${height}" fill="${PAPER_INK.paper}"/>
${glyph(lane, LEFT, 50, 46)}
${say(who, SIZES.persona, LEFT + 64, 88, word, ROOM - 64)}
${say(words.wave, SIZES.text, LEFT, 138, PAPER_INK.ink2)}
${say(words.score, scoreStyle(set, words.score), LEFT, 272, PAPER_INK.ink, SCORE_ROOM)}
${scoreLine(set, lane, { x: 440, y: 214, width: 640 })}
${say(words.heard, SIZES.text, LEFT, 350)}
${say(words.interval, SIZES.text, LEFT, 394, PAPER_INK.ink2)}
${words.cautions.map((caution, at) => say(caution, SIZES.tick, LEFT, 434 + at * CAUTION))}
${say(words.change, SIZES.text, LEFT, 438 + lower, PAPER_INK.ink2)}
<path d="M${LEFT} ${486 + lower}H${PICTURE_WIDTH - LEFT}" stroke="${PAPER_INK.rule}" stroke-width="2"/>
${say(words.foot, SIZES.foot, LEFT, 522 + lower, PAPER_INK.ink3)}
</svg>`.text;
}

/** As large as all of it finds room: a number stands large, and words such as “94 points apart” smaller. */
export function scoreStyle(set: Pick<Typesetter, 'width'>, score: string): Style {
  const fitting = [SIZES.score.size, 56, 48, 40, 32].map((size): Style => ({ weight: 'bold', size }));
  return fitting.find((style) => set.width(score, style) <= SCORE_ROOM) ?? fitting.at(-1)!;
}

/** One line, cut where there is no room for more. */
function sayLines(
  set: Typesetter,
  {
    text,
    style,
    x,
    y,
    colour,
    room,
  }: { text: string; style: Style; x: number; y: number; colour: string; room: number },
) {
  const [line = ''] = set.lines(text, style, room, 1);
  return html`<path transform="translate(${x} ${y})" fill="${colour}" d="${trusted(set.outline(line, style))}"/>`;
}

function glyph({ persona }: LaneView, x: number, y: number, side: number) {
  const { outline, core, mark } = LANE_INK[persona.base];
  const scale = side / 16;
  return isBase(persona.id)
    ? html`<path transform="translate(${x} ${y}) scale(${scale})" fill="${mark}" d="${outline}"/>`
    : html`<g transform="translate(${x} ${y}) scale(${scale})"><path fill="none" stroke="${mark}" stroke-width="1.5" d="${outline}"/><path fill="${mark}" d="${core}"/></g>`;
}

interface Box {
  x: number;
  y: number;
  width: number;
}

function scoreLine(set: Typesetter, lane: LaneView, { x, y, width }: Box) {
  const at = (score: number) => Math.round((x + scorePlace(score, width)) * 10) / 10;
  const { figure } = lane;
  const { wash } = LANE_INK[lane.persona.base];
  const range = figure && drawnInterval(figure);
  const second = figure && secondScore(figure);
  return html`<path d="M${at(-100)} ${y}H${at(100)}M${at(-100)} ${y - 10}v20M${at(100)} ${y - 10}v20" stroke="${PAPER_INK.rule2}" stroke-width="2" fill="none"/>
${range && html`<rect x="${at(range.lo)}" y="${y - 14}" width="${Math.max(2, at(range.hi) - at(range.lo))}" height="28" fill="${wash}"/>`}
${range && centred(set, formatScore(range.lo), SIZES.tick, Math.max(x, at(range.lo)), y - 30)}
${range && centred(set, formatScore(range.hi), SIZES.tick, Math.min(x + width, at(range.hi)), y - 30)}
<path d="M${at(0)} ${y - 24}v48" stroke="${PAPER_INK.ink3}" stroke-width="2"/>
${second !== null && html`<path d="M${at(second)} ${y - 28}v56" stroke="${PAPER_INK.ink}" stroke-width="4" stroke-dasharray="6 4"/>`}
${figure?.score != null && glyph(lane, at(figure.score) - 17, y - 17, 34)}
${[-100, 0, 100].map((score) => centred(set, formatScore(score), SIZES.tick, at(score), y + 58))}`;
}

function centred(set: Typesetter, text: string, style: Style, x: number, y: number) {
  const left = Math.round(x - set.width(text, style) / 2);
  return html`<path transform="translate(${left} ${y})" fill="${PAPER_INK.ink2}" d="${trusted(set.outline(text, style))}"/>`;
}
