import { createIndex, createTable, freeze, inWorkspace, type Step } from './kit.ts';

/**
 * Word that something needs a look: raised by rules, each of exactly ONE persona in one programme and named, and once for
 * each thing that it is about.
 */
export async function up(step: Step): Promise<void> {
  await createRules(step);
  await createAlerts(step);
}

const KINDS = "kind in ('fell', 'silence', 'owed', 'left')";

async function createRules(step: Step): Promise<void> {
  await createTable(step, 'alert_rule', [
    inWorkspace,
    'id text not null',
    'programme_id text not null',
    'persona_id text not null',
    'name text not null',
    `kind text not null check (${KINDS})`,
    'points integer check (points > 0)',
    'silent_days integer check (silent_days > 0)',
    'renewal_days integer check (renewal_days > 0)',
    'within_days integer check (within_days >= 0)',
    'is_on integer not null check (is_on in (0, 1))',
    // What came before is none of its business.
    'since BIG not null',
    'looked_until BIG not null',
    'created_at BIG not null',
    // Deleted: what it raised stays readable.
    'gone_at BIG',
    'primary key (workspace_id, id)',
    'unique (workspace_id, id, programme_id, persona_id, kind)',
    'foreign key (workspace_id, programme_id) references programme (workspace_id, id)',
    'foreign key (workspace_id, persona_id) references persona (workspace_id, id)',
    "check ((kind = 'fell') = (points is not null))",
    "check ((kind = 'silence') = (silent_days is not null and renewal_days is not null))",
    "check ((kind = 'owed') = (within_days is not null))",
    'check (gone_at is null or is_on = 0)',
  ]);
  await createIndex(step, 'alert_rule_by_programme', 'alert_rule (workspace_id, programme_id)');
  // Whom it mails.
  await createTable(step, 'alert_rule_member', [
    inWorkspace,
    'rule_id text not null',
    'member_id text not null',
    'primary key (workspace_id, rule_id, member_id)',
    'foreign key (workspace_id, rule_id) references alert_rule (workspace_id, id)',
    'foreign key (workspace_id, member_id) references member (workspace_id, id)',
  ]);
}

async function createAlerts(step: Step): Promise<void> {
  await createTable(step, 'alert', [
    inWorkspace,
    'id text not null',
    'rule_id text not null',
    // What the rule raised it for: it does so once, however often it looks.
    'about text not null',
    `kind text not null check (${KINDS})`,
    'programme_id text not null',
    'persona_id text not null',
    'wave_id text',
    'account_id text',
    'person_id text',
    // A sentence that names the persona and no person.
    'what text not null',
    'raised_at BIG not null',
    'seen_by text',
    'seen_at BIG',
    'primary key (workspace_id, id)',
    'unique (workspace_id, rule_id, about)',
    // An alert of another persona than its rule's fits in no row.
    'foreign key (workspace_id, rule_id, programme_id, persona_id, kind) references alert_rule (workspace_id, id, programme_id, persona_id, kind)',
    'foreign key (workspace_id, wave_id, programme_id) references wave (workspace_id, id, programme_id)',
    'foreign key (workspace_id, account_id) references account (workspace_id, id)',
    'foreign key (workspace_id, person_id) references person (workspace_id, id)',
    'foreign key (workspace_id, seen_by) references member (workspace_id, id)',
    'check ((seen_by is null) = (seen_at is null))',
    // A whole persona is nobody.
    "check (kind not in ('fell', 'owed') or (wave_id is not null and account_id is null and person_id is null))",
    "check (kind <> 'silence' or (account_id is not null and person_id is null))",
  ]);
  await createIndex(step, 'alert_unseen', 'alert (workspace_id, id) where seen_at is null');
  await freeze(step, 'alert', ['rule_id', 'about', 'programme_id', 'persona_id', 'wave_id', 'what']);
}
