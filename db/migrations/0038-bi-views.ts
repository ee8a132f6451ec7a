import { sql } from 'kysely';
import type { Step } from './kit.ts';

/**
 * Views for programs outside that read the database, in place of those before: of answers given in confidence they hold what
 * was released and never moves again by less than a batch. A view can't know what was asked of it before.
 */
export async function up(step: Step): Promise<void> {
  for (const [name, select] of Object.entries(viewsOn(step))) {
    await step.db.schema.dropView(name).execute();
    await sql.raw(`create view ${name} as ${select}`).execute(step.db);
  }
}

/** Whose a row is: it leads every view. */
const WHOSE = 'p.base as persona_base, p.name as persona';
const WHERE_FROM = 'w.name as wave, w.programme_id, g.name as programme';

/** The names behind the keys of a table. */
const named = (table: string) => `
  join persona p on p.workspace_id = ${table}.workspace_id and p.id = ${table}.persona_id
  join wave w on w.workspace_id = ${table}.workspace_id and w.id = ${table}.wave_id
  join programme g on g.workspace_id = w.workspace_id and g.id = w.programme_id`;

const OPEN = "g.confidentiality = 'attributed'";
const OPEN_RESPONSE = `${OPEN} and r.confidentiality = 'attributed'`;
/** People from whom on it is told exactly how many they are, and how many said what. */
const EXACT_FROM = 30;

function viewsOn({ engine }: Step): Record<string, string> {
  const day = (ms: string) =>
    engine === 'sqlite'
      ? `strftime('%Y-%m-%d', ${ms} / 1000, 'unixepoch')`
      : `cast(to_timestamp(${ms} / 1000) at time zone 'UTC' as date)`;
  return {
    bi_lane: LANES,
    bi_response: responses(day),
    bi_answer: `
  select r.workspace_id, r.persona_id, ${WHOSE}, r.wave_id, ${WHERE_FROM}, r.survey_version_id,
    r.id as response_id, r.account_id, a.name as account, ${day('r.answered_at')} as answered_on,
    v.question_key, q.concept, q.scale, q.wording, v.score, v.choices, v.verbatim
  from answer v
  join response r on r.workspace_id = v.workspace_id and r.id = v.response_id ${named('r')}
  join question q on q.workspace_id = v.workspace_id and q.survey_version_id = v.survey_version_id
    and q.question_key = v.question_key
  left join account a on a.workspace_id = r.workspace_id and a.id = r.account_id
  where ${OPEN_RESPONSE}`,
    bi_figure_counts: figureCounts(engine),
  };
}

const LANES = `
  select l.workspace_id, l.persona_id, ${WHOSE}, l.wave_id, ${WHERE_FROM}, g.confidentiality as promise,
    w.state as wave_state, l.survey_version_id, l.known_people as known,
    case when ${OPEN} then coalesce(h.responses, 0)
      when z.is_over = 1 and z.shown >= ${EXACT_FROM} then z.shown end as heard
  from wave_lane l ${named('l')}
  left join lane_heard h on h.workspace_id = l.workspace_id and h.wave_id = l.wave_id
    and h.persona_id = l.persona_id and h.survey_version_id = l.survey_version_id
  left join lane_release z on z.workspace_id = l.workspace_id and z.wave_id = l.wave_id
    and z.persona_id = l.persona_id
  where w.sent_at is not null`;

/** None of a wave in confidence: a row more would say that somebody has just answered. */
function responses(day: (ms: string) => string): string {
  const whenOpen = (column: string, name: string) =>
    `case when r.confidentiality = 'attributed' then ${column} end as ${name}`;
  return `
  select r.workspace_id, r.persona_id, ${WHOSE}, r.wave_id, ${WHERE_FROM}, g.confidentiality as promise,
    r.survey_version_id, ${whenOpen('r.id', 'response_id')}, ${whenOpen('r.persona_at_invite', 'persona_at_invite')},
    ${whenOpen('r.account_id', 'account_id')}, ${whenOpen('a.name', 'account')},
    ${whenOpen(day('r.answered_at'), 'answered_on')}, ${whenOpen('r.language', 'language')}
  from response r ${named('r')}
  left join account a on a.workspace_id = r.workspace_id and a.id = r.account_id
  where ${OPEN}`;
}

/** Attributed answers as they were counted, the others as they were released; a row of a grid is released by itself. */
function figureCounts(engine: Step['engine']): string {
  const [largest, cells, cell] =
    engine === 'sqlite'
      ? ['max', 'json_each(s.shown_counts)', (at: number) => `json_extract(c.value, '$[${at}]')`]
      : [
          'greatest',
          'lateral jsonb_array_elements(cast(s.shown_counts as jsonb))',
          (at: number) => `(c.value ->> ${at})`,
        ];
  const series = 'workspace_id, wave_id, persona_id, survey_version_id, question_key, part';
  const same = series.split(', ').map((key) => `n.${key} = t.${key}`);
  return `
  with counted as (
    select t.workspace_id, t.wave_id, t.persona_id, t.survey_version_id, t.question_key, '' as part,
      t.account_id, t.value, t.people
    from answer_tally t
    join wave w on w.workspace_id = t.workspace_id and w.id = t.wave_id
    join programme g on g.workspace_id = w.workspace_id and g.id = w.programme_id
    where ${OPEN}
    union all
    select s.workspace_id, s.wave_id, s.persona_id, l.survey_version_id, s.question_key, s.part,
      ${cell(0)}, ${cell(1)}, cast(${cell(2)} as integer)
    from series_release s
    join lane_release z on z.workspace_id = s.workspace_id and z.wave_id = s.wave_id
      and z.persona_id = s.persona_id and z.is_over = 1
    join wave_lane l on l.workspace_id = s.workspace_id and l.wave_id = s.wave_id
      and l.persona_id = s.persona_id
    cross join ${cells} c
    where s.shown >= ${EXACT_FROM}
  ), asked as (
    select ${series},
      case when max(case when value = '' then 1 else 0 end) = 1
        then sum(case when value = '' then people else 0 end)
        else sum(people) end as answered,
      count(distinct case when account_id <> '' then account_id end) as accounts,
      sum(case when account_id = '' then people else 0 end) as nowhere
    from counted where value <> '_declined'
    group by ${series}
  )
  select t.workspace_id, t.persona_id, ${WHOSE}, t.wave_id, ${WHERE_FROM}, g.confidentiality as promise,
    t.survey_version_id, t.question_key, q.concept, q.scale, q.wording, n.answered, t.value,
    sum(t.people) as people
  from counted t ${named('t')}
  join workspace k on k.id = t.workspace_id
  join question q on q.workspace_id = t.workspace_id and q.survey_version_id = t.survey_version_id
    and q.question_key = t.question_key
  join asked n on ${same.join(' and ')}
  where t.value <> '' and t.value <> '_declined' and (
    ${OPEN} or (
      q.scale not in ('number', 'date') and n.answered >= ${largest}(k.show_answers, ${EXACT_FROM})
      and (g.confidentiality = 'unlinkable' or (n.nowhere = 0 and n.accounts >= ${largest}(k.show_accounts, 3)))
    ))
  group by t.workspace_id, t.persona_id, p.base, p.name, t.wave_id, w.name, w.programme_id, g.name,
    g.confidentiality, t.survey_version_id, t.question_key, q.concept, q.scale, q.wording, n.answered, t.value`;
}
