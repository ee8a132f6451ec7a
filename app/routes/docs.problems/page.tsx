import { HELD_PROBLEMS } from '#app/answering/held/held-problems.ts';
import { MOMENT_PROBLEMS } from '#app/audience/moment/wire/moment-problems.ts';
import { AUDIENCE_PROBLEMS } from '#app/audience/wire/audience-problems.ts';
import { WEBHOOK_PROBLEMS } from '#app/followup/hook/wire/webhook-problems.ts';
import { FOLLOW_UP_PROBLEMS } from '#app/followup/wire/follow-up-problems.ts';
import { API_PROBLEMS, type ProblemTable } from '#app/platform/wire/problem.ts';
import { PROGRAMME_PROBLEMS } from '#app/programme/wire/programme-problems.ts';
import { EXPORT_PROBLEMS } from '#app/results/export/export-problems.ts';
import { THEME_PROBLEMS } from '#app/results/theme/wire/theme-problems.ts';
import { Brand } from '#app/ui/alone-page.tsx';

const TABLES: readonly { about: string; problems: ProblemTable }[] = [
  { about: 'Any request', problems: API_PROBLEMS },
  { about: 'People, accounts and roles', problems: AUDIENCE_PROBLEMS },
  { about: 'Moments and touches', problems: MOMENT_PROBLEMS },
  { about: 'Personas, waves and sending', problems: PROGRAMME_PROBLEMS },
  { about: 'Held responses', problems: HELD_PROBLEMS },
  { about: 'Themes', problems: THEME_PROBLEMS },
  { about: 'Follow-ups', problems: FOLLOW_UP_PROBLEMS },
  { about: 'Webhooks', problems: WEBHOOK_PROBLEMS },
  { about: 'Exports', problems: EXPORT_PROBLEMS },
];

/** Where the `type` of a problem leads. Open to everybody. */
export function ProblemsPage() {
  return (
    <main className="alone wide" id="main">
      <Brand />
      <h1>Problems of the API</h1>
      <p className="lead">
        Each refusal carries a code that never changes its meaning. Here is what each one means and what to
        do.
      </p>
      {TABLES.map(({ about, problems }) => (
        <section key={about} className="section measure stack-2">
          <h2>{about}</h2>
          {Object.entries(problems).map(([code, { status, title, meaning }]) => (
            <div key={code} id={code}>
              <h3>{title}</h3>
              <p className="note">
                <code>{code}</code>, status {status}
              </p>
              <p>{meaning}</p>
            </div>
          ))}
        </section>
      ))}
      <p>
        <a href="/api/v1/openapi.json">The contract as OpenAPI 3.1</a>
      </p>
    </main>
  );
}
