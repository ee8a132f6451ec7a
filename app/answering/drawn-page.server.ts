import { escapeHtml } from '#app/platform/html.ts';
import type { PlainReply } from '#app/platform/http/plain-exchange.ts';
import { PressedTemplate } from '#app/platform/http/pressed-template.server.ts';
import type { AskedLane } from './asked-lane.server.ts';
import type { RespondentDoor } from './respondent-door.ts';
import { questionPage, type Seal } from './respondent-page.ts';
import { firstPage } from './turn-page.ts';

/** What differs between two people who see the first page of one lane in one language. */
interface Own {
  submitId: string;
  shown: string;
  whoPath: string;
}

interface FirstPage {
  lane: AskedLane;
  door: RespondentDoor;
  tapped: string | null;
  own: Own;
}

/** A page between whose pieces the holes are filled in. */
interface Drawn {
  template: PressedTemplate;
  holes: Hole[];
}

type Hole = 'name' | 'first' | 'account' | 'submitId' | 'shown' | 'whoPath';

/**
 * The first page of somebody who has answered nothing. Drawn once for everybody in the lane and filled in for each:
 * drawing costs fifty times what filling in does. A page that must differ otherwise (choices in an order of one's own)
 * is drawn for each.
 */
export function drawFirstPage(first: FirstPage): PlainReply['body'] {
  const { lane, door, tapped, own } = first;
  const key = `${door.language} ${tapped}`;
  const known = lane.drawn.get(key) as Drawn | null | undefined;
  const drawn = known === undefined ? drawOnce(first) : known;
  lane.drawn.set(key, drawn);
  const name = door.personName.trim();
  // A blank name leaves room for the words that a survey has in its place.
  if (drawn === null || name === '' || door.accountName === '') return draw(door, tapped, own);
  const values: Record<Hole, string> = {
    ...own,
    name: escapeHtml(door.personName),
    first: escapeHtml(name.split(/\s+/, 1)[0]!),
    account: escapeHtml(door.accountName),
  };
  return drawn.template.fill(drawn.holes.map((hole) => values[hole]));
}

function draw(door: RespondentDoor, tapped: string | null, { submitId, shown, whoPath }: Own): string {
  const { questions } = door.questionSet;
  const first = questions.find(({ kind }) => kind === 'recommend');
  const given = new Map(first && tapped !== null ? [[first.key, [tapped]]] : []);
  const seal: Seal = { shown, revision: 0, whoPath, elsewhere: new Set(), metOthers: false };
  const page = firstPage(questions, given);
  return questionPage({
    door,
    submitId,
    given,
    faults: new Map(),
    tapped: first ? tapped : null,
    page,
    seal,
  });
}

/** Letters that no text of ours holds. */
const mark = (hole: string) => `\uE000${hole}\uE001`;
/** The first word of the name is asked for too, so the marked name has two. */
const NAME = `${mark('first')}\u2028${mark('rest')}`;
const HOLES = /\uE000first\uE001\u2028\uE000rest\uE001|\uE000(first|account|submitId|shown|whoPath)\uE001/g;

function drawOnce({ door, tapped }: FirstPage): Drawn | null {
  const marked = { ...door, personName: NAME, accountName: mark('account') };
  const own = { shown: mark('shown'), whoPath: mark('whoPath') };
  const [one, other] = ['submitId', 'submitid'].map((seed) =>
    draw(marked, tapped, { ...own, submitId: mark(seed) }).replaceAll(mark('submitid'), mark('submitId')),
  );
  if (one !== other) return null;
  const holes = [...one!.matchAll(HOLES)].map(([, hole]) => (hole ?? 'name') as Hole);
  const pieces = one!.split(new RegExp(HOLES.source.replace('(first', '(?:first'), 'g'));
  return { template: new PressedTemplate(pieces), holes };
}
