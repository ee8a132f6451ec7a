import { Form, Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import type { BreakdownRow } from '#app/results/breakdown/breakdown.ts';
import { BECAUSE, RULES } from '#app/results/breakdown/breakdown-words.ts';
import { formatScore } from '#app/results/display.ts';
import { intervalCell } from '#app/results/figure-view.tsx';
import { heardWords } from '#app/results/sentence.ts';
import { wordsAmong } from '#app/results/together.ts';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/control.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Field } from '#app/ui/field.tsx';
import { ScoreLine } from '#app/ui/score-line.tsx';
import { Section } from '#app/ui/section.tsx';
import { addressOf } from './address.ts';
import { scoreCell } from './figure-cells.tsx';
import type { PersonaView } from './page.tsx';

/** One persona by what its people or accounts are: never by another persona, and never a line over all groups. */
export function BreakdownSection({ view }: { view: PersonaView }) {
  const { breakdown, persona, figure, slug } = view;
  if (!figure) return null;
  const { way, rows } = breakdown;
  return (
    <Section
      id="breakdown"
      title={way ? `${persona.plural} by ${way.name}` : `Break ${inSentence(persona.plural)} down`}
      lead={leadOf(view)}
    >
      <div className="stack">
        <Ways view={view} />
        {breakdown.because && <p className="note">{BECAUSE[breakdown.because]}</p>}
        {way && rows.length > 0 && <Rows view={view} name={way.name} />}
        {way && rows.length === 0 && !breakdown.because && (
          <p className="small quiet">Nobody was heard of whom this is known.</p>
        )}
        {breakdown.further > 0 && (
          <p className="note">{breakdown.further} more, each with fewer answers, are not listed.</p>
        )}
        {way && rows.length > 0 && (
          <p className="small no-print">
            <a
              href={`/results/${slug}/${persona.id}/breakdown.csv?by=${way.value}${view.readsEach ? '&read=each' : ''}`}
            >
              These groups as CSV
            </a>
          </p>
        )}
      </div>
    </Section>
  );
}

function leadOf({ breakdown: { rule } }: PersonaView): string {
  return RULES[rule];
}

function Ways({ view }: { view: PersonaView }) {
  const { ways, way, rule } = view.breakdown;
  if (rule === 'decide_once') return <Undecided view={view} />;
  if (rule !== 'open') return null;
  return (
    <nav className="cluster small" aria-label="Break down by">
      {ways.map(({ value, name }) => (
        <Link
          key={value}
          to={`?${addressOf(view, { by: value })}#breakdown`}
          aria-current={way?.value === value ? 'true' : undefined}
        >
          {name}
        </Link>
      ))}
      {way && <Link to={`?${addressOf(view, { by: null })}#breakdown`}>Nothing</Link>}
    </nav>
  );
}

/** Nobody cuts by what they like: admins and CX leads declare the one way, and everybody else reads it. */
function Undecided({ view }: { view: PersonaView }) {
  if (!view.mayChoose)
    return <p className="note">Nobody has decided by what yet. An admin or CX lead does, here.</p>;
  if (view.breakdown.ways.length > 0) return <Decide view={view} />;
  return (
    <p className="note">
      There is no attribute of accounts to choose. <Link to="/settings/attributes">Define one</Link>, give it
      to accounts, and decide here.
    </p>
  );
}

function Decide({ view }: { view: PersonaView }) {
  return (
    <Form method="post" className="filters no-print">
      <Field label="Break down by">
        <Select name="by" options={view.breakdown.ways.map(({ value, name }) => ({ value, label: name }))} />
      </Field>
      <Button>Decide, for good</Button>
    </Form>
  );
}

const LINE = 'Between −100 and +100';

function Rows({ view, name }: { view: PersonaView; name: string }) {
  const { breakdown, persona } = view;
  const head = [
    { label: name },
    { label: LINE, plain: true },
    { label: 'Score', numeric: true },
    { label: 'Interval', numeric: true },
    { label: 'Heard', numeric: true },
    { label: 'Against the rest' },
  ];
  return (
    <DataTable
      caption={`${persona.plural} by ${name}`}
      captionHidden
      head={head}
      rows={(breakdown.rows as BreakdownRow[]).map((row) => ({ key: row.key, cells: cellsOf(row, view) }))}
    />
  );
}

function cellsOf(row: BreakdownRow, { together, persona }: PersonaView) {
  if (row.kind === 'withheld') return [row.label, '', 'withheld', '', '', ''];
  const { figure, rest, label, title } = row;
  const { score, interval } = figure;
  const range = interval.kind === 'none' || interval.kind === 'census' ? null : interval;
  const line = score !== null && (
    <ScoreLine
      key="line"
      {...laneIdentity(persona)}
      score={score}
      interval={range}
      unlabelled
      title={`${title}: ${formatScore(score)}`}
      description={`${interval.meaning}, on a line from −100 to +100.`}
    />
  );
  const against = rest ? wordsAmong(`group ${row.key}`, rest.words, together) : 'nobody else answered';
  return [label, line || '', scoreCell(figure), intervalCell(figure), heardWords(figure), against];
}
