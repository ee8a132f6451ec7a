import { sql } from 'kysely';
import { createIndex, createTable, inWorkspace, type Step } from './kit.ts';

/**
 * Files that are made in the background, and views for programs outside that read the database. A view has the persona in its
 * key, and holds no single answer that was given in confidence.
 */
export async function up(step: Step): Promise<void> {
  await createJobs(step);
  await createFiles(step);
  for (const [name, select] of Object.entries(viewsOn(step)))
    await sql.raw(`create view ${name} as ${select}`).execute(step.db);
  if (step.engine === 'postgres') for (const text of NPS) await sql.raw(text).execute(step.db);
}

async function createJobs(step: Step): Promise<void> {
  await createTable(step, 'export_job', [
    inWorkspace,
    'id text not null',
    "what text not null check (what in ('rows', 'figures'))",
    "format text not null check (format in ('csv', 'xlsx', 'ndjson', 'parquet', 'json'))",
    'programme_id text not null',
    // Null: every wave of the programme.
    'wave_id text',
    "state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled', 'expired'))",
    'ordered_by text not null',
    'ordered_at BIG not null',
    // Grows each time that a process takes it up: what an earlier one still writes fits nowhere.
    'attempt integer not null',
    'lease_until BIG',
    'begun_at BIG',
    'rows_done integer not null',
    'rows_total integer',
    // JSON array of persona ids whose answers are not in it.
    'withheld text not null',
    'failure text',
    'finished_at BIG',
    'expires_at BIG',
    // 1 while pieces lie there that nobody can have any more; they go a few at a time.
    'has_litter integer not null check (has_litter in (0, 1))',
    'primary key (workspace_id, id)',
    'foreign key (workspace_id, programme_id) references programme (workspace_id, id)',
    'foreign key (workspace_id, wave_id, programme_id) references wave (workspace_id, id, programme_id)',
    "check (what = 'figures' or format <> 'json')",
    "check (what = 'rows' or format in ('json', 'csv', 'xlsx'))",
    "check ((state in ('done', 'expired')) = (expires_at is not null))",
    "check (state <> 'running' or (lease_until is not null and begun_at is not null))",
  ]);
  // One at a time in a workspace, whichever process begins it.
  await createIndex(step, 'export_running', "export_job (workspace_id) where state = 'running'", true);
  await createIndex(
    step,
    'export_waiting',
    "export_job (ordered_at) where state in ('queued', 'running', 'done')",
  );
  await createIndex(step, 'export_litter', 'export_job (workspace_id, id) where has_litter = 1');
}

async function createFiles(step: Step): Promise<void> {
  await createTable(step, 'export_file', [
    inWorkspace,
    'export_id text not null',
    'number integer not null',
    'name text not null',
    'rows integer not null',
    'size BIG not null',
    // Of the whole file, in hexadecimal digits.
    'sha256 text not null check (length(sha256) = 64)',
    'pieces integer not null',
    'primary key (workspace_id, export_id, number)',
    'unique (workspace_id, export_id, name)',
    'foreign key (workspace_id, export_id) references export_job (workspace_id, id)',
  ]);
  // Each piece is packed by itself, so that one is in memory at a time.
  await createTable(step, 'export_piece', [
    inWorkspace,
    'export_id text not null',
    'attempt integer not null',
    'file integer not null',
    'position integer not null',
    'bytes BYTES not null',
    'primary key (workspace_id, export_id, attempt, file, position)',
    'foreign key (workspace_id, export_id) references export_job (workspace_id, id)',
  ]);
}

/** Whose a row is: it leads every view. */
const WHOSE = 'p.base as persona_base, p.name as persona';
const WHERE_FROM = 'w.name as wave, w.programme_id, g.name as programme';

/** The names behind the keys of a table. */
const named = (table: string) => `
  join persona p on p.workspace_id = ${table}.workspace_id and p.id = ${table}.persona_id
  join wave w on w.workspace_id = ${table}.workspace_id and w.id = ${table}.wave_id
  join programme g on g.workspace_id = w.workspace_id and g.id = w.programme_id`;

const OPEN = "g.confidentiality = 'attributed' and r.confidentiality = 'attributed'";
/** People who must stand together before their answers are counted by value in confidence. */
const IN_CONFIDENCE = 10;

function viewsOn({ engine }: Step): Record<string, string> {
  const largest = engine === 'sqlite' ? 'max' : 'greatest';
  const day = (ms: string) =>
    engine === 'sqlite'
      ? `strftime('%Y-%m-%d', ${ms} / 1000, 'unixepoch')`
      : `cast(to_timestamp(${ms} / 1000) at time zone 'UTC' as date)`;
  const whenOpen = (column: string, name: string) => `case when ${OPEN} then ${column} end as ${name}`;
  return {
    bi_lane: `
  select l.workspace_id, l.persona_id, ${WHOSE}, l.wave_id, ${WHERE_FROM}, g.confidentiality as promise,
    w.state as wave_state, l.survey_version_id, l.known_people as known, coalesce(h.responses, 0) as heard
  from wave_lane l ${named('l')}
  left join lane_heard h on h.workspace_id = l.workspace_id and h.wave_id = l.wave_id
    and h.persona_id = l.persona_id and h.survey_version_id = l.survey_version_id
  where w.sent_at is not null`,
    bi_response: `
  select r.workspace_id, r.persona_id, ${WHOSE}, r.wave_id, ${WHERE_FROM}, g.confidentiality as promise,
    r.survey_version_id, ${whenOpen('r.id', 'response_id')}, ${whenOpen('r.persona_at_invite', 'persona_at_invite')},
    ${whenOpen('r.account_id', 'account_id')}, ${whenOpen('a.name', 'account')},
    ${whenOpen(day('r.answered_at'), 'answered_on')}, ${whenOpen('r.language', 'language')}
  from response r ${named('r')}
  left join account a on a.workspace_id = r.workspace_id and a.id = r.account_id`,
    bi_answer: `
  select r.workspace_id, r.persona_id, ${WHOSE}, r.wave_id, ${WHERE_FROM}, r.survey_version_id,
    r.id as response_id, r.account_id, a.name as account, ${day('r.answered_at')} as answered_on,
    v.question_key, q.concept, q.scale, q.wording, v.score, v.choices, v.verbatim
  from answer v
  join response r on r.workspace_id = v.workspace_id and r.id = v.response_id ${named('r')}
  join question q on q.workspace_id = v.workspace_id and q.survey_version_id = v.survey_version_id
    and q.question_key = v.question_key
  left join account a on a.workspace_id = r.workspace_id and a.id = r.account_id
  where ${OPEN}`,
    bi_figure_counts: `
  with asked as (
    select t.workspace_id, t.wave_id, t.persona_id, t.survey_version_id, t.question_key,
      case when max(case when t.value = '' then 1 else 0 end) = 1
        then sum(case when t.value = '' then t.people else 0 end)
        else sum(t.people) end as answered,
      count(distinct case when t.account_id <> '' then t.account_id end) as accounts,
      sum(case when t.account_id = '' then t.people else 0 end) as nowhere
    from answer_tally t where t.value <> '_declined'
    group by t.workspace_id, t.wave_id, t.persona_id, t.survey_version_id, t.question_key
  )
  select t.workspace_id, t.persona_id, ${WHOSE}, t.wave_id, ${WHERE_FROM}, g.confidentiality as promise,
    t.survey_version_id, t.question_key, q.concept, q.scale, q.wording, n.answered, t.value,
    sum(t.people) as people
  from answer_tally t ${named('t')}
  join workspace s on s.id = t.workspace_id
  join question q on q.workspace_id = t.workspace_id and q.survey_version_id = t.survey_version_id
    and q.question_key = t.question_key
  join asked n on n.workspace_id = t.workspace_id and n.wave_id = t.wave_id and n.persona_id = t.persona_id
    and n.survey_version_id = t.survey_version_id and n.question_key = t.question_key
  where t.value <> '' and t.value <> '_declined' and (
    g.confidentiality = 'attributed' or (
      w.state = 'closed' and q.scale not in ('number', 'date')
      and n.answered >= ${largest}(s.show_answers, ${IN_CONFIDENCE})
      and (g.confidentiality = 'unlinkable' or (n.nowhere = 0 and n.accounts >= ${largest}(s.show_accounts, 3)))
    ))
  group by t.workspace_id, t.persona_id, p.base, p.name, t.wave_id, w.name, w.programme_id, g.name,
    g.confidentiality, t.survey_version_id, t.question_key, q.concept, q.scale, q.wording, n.answered, t.value`,
  };
}

/** `nps(score, persona_id)`: the promoters' share less the detractors', of one persona; a second one ends the query. */
const NPS = [
  `create function nps_step(state text[], score integer, persona_key text) returns text[] language plpgsql immutable as $$
begin
  if score is null then return state; end if;
  if persona_key is null then
    raise exception 'PERSONA_REQUIRED: nps(score, persona_id) was given a score of no persona';
  end if;
  if score not between 0 and 10 then raise exception 'nps() takes scores of 0 to 10, not %', score; end if;
  if state is null then state := array[persona_key, '0', '0']; end if;
  if state[1] <> persona_key then
    raise exception 'PERSONA_MIX: nps() was given scores of % and %; add persona_id to group by', state[1], persona_key;
  end if;
  return array[persona_key,
    (state[2]::bigint + case when score >= 9 then 1 when score <= 6 then -1 else 0 end)::text,
    (state[3]::bigint + 1)::text];
end $$`,
  `create function nps_end(state text[]) returns numeric language sql immutable as
$$ select round(100.0 * state[2]::bigint / state[3]::bigint, 1) $$`,
  'create aggregate nps(score integer, persona_key text) (sfunc = nps_step, stype = text[], finalfunc = nps_end)',
];
