import { type Html, html } from '#app/platform/html.ts';
import { formatInterval } from '#app/results/display.ts';
import { dominanceSentences, scoreTold } from '#app/results/sentence.ts';
import { LANE_INK, PAPER_INK } from '../drawing/lane-ink.ts';
import { NO_TOTAL } from '../lines/line-of.ts';
import { type DigestLane, type DigestPart, overdueText } from './digest.ts';

const CELL = 'padding:8px 12px 8px 0;border-bottom:1px solid #dde0e5;vertical-align:top;text-align:left';
const QUIET = `color:${PAPER_INK.ink2};font-size:14px`;

/** The same as the plain text, as rows that begin with a persona: no cell is above or beside one. */
export function digestHtml(
  parts: readonly DigestPart[],
  {
    name,
    subject,
    settingsUrl,
    leaveUrl,
  }: { name: string; subject: string; settingsUrl: string; leaveUrl: string },
): string {
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:${PAPER_INK.ink};background:${PAPER_INK.paper}">
<p>Hello ${name},</p>
${parts.map(partHtml)}
<p><b>${NO_TOTAL}</b></p>
<p style="${QUIET}"><a href="${settingsUrl}">When this comes, and what it says</a> · <a href="${leaveUrl}">No more of these</a></p>
</body>
</html>`.text;
}

function partHtml(part: DigestPart): Html {
  const { programmeName, waveName, headline, lanes, committees, overdue, pageUrl } = part;
  return html`<h2 style="font-size:20px;margin:24px 0 4px">${headline ?? `${waveName}, by persona`}</h2>
<p style="${QUIET};margin:0 0 12px">${programmeName}: ${waveName}</p>
<table style="border-collapse:collapse;width:100%;max-width:720px;border-top:1px solid ${PAPER_INK.ink}">
<thead><tr>${['Persona', 'Score', 'Heard of known', 'Change'].map((head) => html`<th scope="col" style="${CELL};${QUIET}">${head}</th>`)}</tr></thead>
<tbody>${lanes.map(rowHtml)}</tbody>
</table>
${committees.length > 0 && html`<p style="margin:12px 0">${committees.join(' ')}</p>`}
<ul style="padding-left:20px">${overdueText(overdue).map((line) => html`<li>${line}</li>`)}</ul>
<p><a href="${pageUrl}">The whole page</a></p>`;
}

function rowHtml(lane: DigestLane): Html {
  const { persona, heard, heardTold, isQuiet, known, since, kept } = lane;
  const { score, interval } = scoreCells(lane);
  return html`<tr>
<th scope="row" style="${CELL};color:${LANE_INK[persona.base].word}">${persona.plural}</th>
<td style="${CELL}"><b>${score}</b>${interval && html`<br><span style="${QUIET}">${interval}</span>`}</td>
<td style="${CELL}">${known === null ? heardTold : `${heardTold} of ${known}`}</td>
<td style="${CELL}">${(heard > 0 || isQuiet) && since ? `${since.words}, since ${since.earlierName}` : ''}${kept?.overdue ? html`<br><b>${kept.overdue}</b>` : null}</td>
</tr>`;
}

function scoreCells({ figure, heard, isQuiet }: DigestLane): { score: string; interval: string | null } {
  if (heard === 0 && !isQuiet) return { score: 'not heard', interval: null };
  if (figure?.score == null)
    return { score: figure?.answers?.join(', ') ?? 'no score', interval: figure?.shortage ?? null };
  const { interval } = figure;
  const range =
    interval.kind === 'none' || interval.kind === 'census' ? interval.meaning : formatInterval(interval);
  const cautions = dominanceSentences(figure);
  return { score: scoreTold(figure) ?? '', interval: [range, ...cautions].join('. ').replace(/\.$/, '') };
}
