import { Brand } from '#app/ui/alone-page.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { MixShift } from '#app/ui/mix-shift.tsx';

/** Case `mixshift-1`: 20 and 20 people, then 60 and 5. */
const TAUGHT = {
  waves: ['Wave 1', 'Wave 2'],
  lanes: [
    { key: 'end_user', lane: 'end_user', name: 'End-users', from: 50, to: 45 },
    { key: 'buyer', lane: 'buyer', name: 'Buyers', from: -20, to: -40 },
  ],
  total: { from: 15, to: 38 },
} as const;

/** Open to everybody: a refusal in the API links here. It shows a teaching example and nobody's data. */
export function OrplesPage() {
  return (
    <main className="alone wide" id="main">
      <Brand />
      <h1>Why there is no total</h1>
      <p className="lead">
        Both roles like us less than before. More end-users answered and fewer buyers, so a total would have
        gone up. The number would be right, and about nobody.
      </p>
      <MixShift {...TAUGHT} />
      <DataTable
        caption="Who answered. A teaching example, not your data."
        head={[{ label: 'Persona' }, { label: 'Wave 1', numeric: true }, { label: 'Wave 2', numeric: true }]}
        rows={[
          {
            key: 'end_user',
            cells: [
              <PersonaName key="name" lane="end_user" name="End-users" />,
              '20 people, +50',
              '60 people, +45',
            ],
          },
          {
            key: 'buyer',
            cells: [<PersonaName key="name" lane="buyer" name="Buyers" />, '20 people, −20', '5 people, −40'],
          },
        ]}
      />
      <section className="section measure stack-2">
        <h2>What Rolecall does in its place</h2>
        <p>
          Apples and oranges make an <b>orple</b>: a fruit nobody has ever eaten. The word is Steve
          Bernstein’s. In a firm that buys from you there are people who use, who need, who sign and who tell
          others. They were asked different things and mean different things by the same number.
        </p>
        <p>
          So a figure always belongs to one persona, and no permission, setting or request changes that. Ask
          for several and each comes back on its own line, with how many were heard, how sure the figure is,
          and how far apart they are.
        </p>
        <p>
          Counting people is free: how many were asked, how many answered, whose seat is empty. Only what they
          answered stays with the role they answered in.
        </p>
        <p>
          <a href="/docs/why-no-total">The same in numbers, and why no weighting mends it</a>
        </p>
        <p>
          <a href="/">Go to the start</a>
        </p>
      </section>
    </main>
  );
}
