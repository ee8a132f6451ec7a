import { type AttributeValue, MOST, readValue } from '../attribute/attribute.ts';
import { oneLine, trimCell, trimToken } from './cell-text.ts';
import type { ColumnTarget, PersonTarget } from './column-targets.ts';
import { type DateCell, type DateOrder, readDate } from './date-order.ts';
import { asciiDomain, type EmailCode, isSharedMailbox, readEmail } from './email-address.ts';
import type { Reason } from './import-limits.ts';
import { readLanguage, readTimeZone } from './locale-cells.ts';
import { readOwnTarget } from './own-targets.ts';

/** One row of a people file as it would come in. Dates are yyyy-mm-dd; `roleText` waits for `readRoleCell`. */
export type PersonRow = {
  readonly name: string | null;
  readonly email: { readonly address: string; readonly key: string } | null;
  readonly externalId: string | null;
  readonly jobTitle: string | null;
  readonly language: string | null;
  readonly timeZone: string | null;
  readonly account: {
    readonly name: string | null;
    readonly externalId: string | null;
    readonly domain: string | null;
    readonly renewalDate: string | null;
  };
  /** Own attributes of the person and of the account. */
  readonly own: OwnValues;
  readonly roleText: string;
  readonly roleStart: string | null;
  readonly notes: readonly Reason<NoteCode>[];
};

export type OwnValues = {
  readonly person: readonly AttributeValue[];
  readonly account: readonly AttributeValue[];
};

export type NoteCode =
  | 'WITHOUT_MAIL'
  | 'NAME_MISSING'
  | 'LANGUAGE_UNREAD'
  | 'TIME_ZONE_UNREAD'
  | 'DOMAIN_UNREAD';
export type PersonCode =
  | EmailCode
  | 'NUL_CHARACTER'
  | 'PERSON_MISSING'
  | 'ACCOUNT_MISSING'
  | 'ACCOUNT_SEVERAL'
  | 'RENEWAL_DATE'
  | 'ROLE_START_DATE'
  | 'DATE_ORDER'
  | 'ATTRIBUTE_LONG';

export type ReadPerson =
  | { readonly kind: 'person'; readonly person: PersonRow }
  | { readonly kind: 'reject'; readonly reason: Reason<PersonCode> };

/** What the mapping step settled: a target for each column, and the order of days and months where a column needs one. */
export type PersonColumns = {
  readonly targets: readonly ColumnTarget[];
  readonly dateOrders: {
    readonly 'account.renewal_date'?: DateOrder;
    readonly 'role.start'?: DateOrder;
  };
};

/** Reads one row under a mapping. The first fault that a person must settle rejects the row; lesser ones are notes. */
export function readPersonRow(cells: readonly string[], columns: PersonColumns): ReadPerson {
  const cell = (target: PersonTarget) => cells[columns.targets.indexOf(target)] ?? '';
  if (columns.targets.some((target, at) => target !== 'leave_out' && cells[at]?.includes('\0'))) {
    return reject('NUL_CHARACTER', 'This row holds a NUL character, which no name or text has.');
  }
  const who = readWho(cell);
  if (who.kind === 'reject') return who;
  const account = readAccount(cell, columns);
  if (account.kind === 'reject') return account;
  const roleStart = readDateCell(cell, columns, 'role.start');
  if (roleStart.kind === 'reject') return roleStart;
  const own = readOwn(cells, columns);
  if (own.kind === 'reject') return own;
  const { language, timeZone, domain, notes } = readDetails(cell);
  return {
    kind: 'person',
    person: {
      name: who.name,
      email: who.email,
      externalId: idOrNull(cell('person.external_id')),
      jobTitle: textOrNull(cell('person.job_title')),
      language,
      timeZone,
      account: {
        name: account.name,
        externalId: account.externalId,
        domain,
        renewalDate: account.renewalDate,
      },
      own: own.values,
      roleText: trimCell(cell('role.persona')),
      roleStart: roleStart.iso,
      notes: [...who.notes, ...notes],
    },
  };
}

type CellOf = (target: PersonTarget) => string;

function readWho(cell: CellOf) {
  const name = readName(cell);
  const email = readEmail(cell('person.email'));
  if (email.kind === 'refused') return { kind: 'reject', reason: email.reason } as const;
  if (name !== null && isSharedMailbox(name))
    return reject('SHARED_MAILBOX', 'A shared mailbox, not a person.');
  if (email.kind === 'address') {
    const { address, key } = email;
    return {
      kind: 'who',
      name,
      email: { address, key },
      notes: name === null ? [NAME_MISSING] : [],
    } as const;
  }
  if (name === null)
    return reject('PERSON_MISSING', 'Neither a name nor an e-mail: nobody can be found here.');
  return { kind: 'who', name, email: null, notes: [WITHOUT_MAIL] } as const;
}

const NAME_MISSING: Reason<NoteCode> = {
  code: 'NAME_MISSING',
  sentence: 'No name: the e-mail stands for it until someone writes one.',
};

const WITHOUT_MAIL: Reason<NoteCode> = {
  code: 'WITHOUT_MAIL',
  sentence: 'No e-mail: comes in, and can’t be asked by mail.',
};

function readAccount(cell: CellOf, columns: PersonColumns) {
  const name = textOrNull(cell('account.name'));
  const externalId = idOrNull(cell('account.external_id'));
  if (name === null && externalId === null) {
    return reject('ACCOUNT_MISSING', 'No account. Write where this person works.');
  }
  // HubSpot joins the ids of all companies a person is tied to.
  if (externalId?.includes(';')) {
    return reject('ACCOUNT_SEVERAL', `Several accounts: ${shown(externalId)}. Write one row for each.`);
  }
  const renewal = readDateCell(cell, columns, 'account.renewal_date');
  if (renewal.kind === 'reject') return renewal;
  return { kind: 'account', name, externalId, renewalDate: renewal.iso } as const;
}

function readName(cell: CellOf): string | null {
  const whole = oneLine(cell('person.name'));
  if (whole !== '') return whole;
  return textOrNull(`${oneLine(cell('person.first_name'))} ${oneLine(cell('person.last_name'))}`);
}

function readDetails(cell: CellOf) {
  const notes: Reason<NoteCode>[] = [];
  const read = (
    target: PersonTarget,
    reader: (text: string) => string | null,
    code: NoteCode,
    what: string,
  ) => {
    const text = trimCell(cell(target));
    const value = text === '' ? null : reader(text);
    if (text !== '' && value === null)
      notes.push({ code, sentence: `${what} ${shown(text)} is not known and stays empty.` });
    return value;
  };
  const language = read('person.language', readLanguage, 'LANGUAGE_UNREAD', 'Language');
  const timeZone = read('person.time_zone', readTimeZone, 'TIME_ZONE_UNREAD', 'Time zone');
  const domain = read('account.domain', readDomain, 'DOMAIN_UNREAD', 'Domain');
  return { language, timeZone, domain, notes };
}

/** The bare domain of an address typed in any of the usual ways: with a scheme, `www.`, a path. */
function readDomain(text: string): string | null {
  const bare =
    trimToken(text)
      .replace(/^https?:\/\//i, '')
      .replace(/^www\./i, '')
      .split(/[/?#]/, 1)[0] ?? '';
  return asciiDomain(bare);
}

function readOwn(cells: readonly string[], { targets }: PersonColumns) {
  const values: { person: AttributeValue[]; account: AttributeValue[] } = { person: [], account: [] };
  for (const [at, target] of targets.entries()) {
    const attribute = readOwnTarget(target);
    const read = attribute && readValue(cells[at] ?? '');
    if (read?.kind === 'unfit')
      return reject(
        'ATTRIBUTE_LONG',
        `${shown(cells[at]!)} is longer than the ${MOST.value} characters of an attribute.`,
      );
    if (read?.kind === 'value')
      values[attribute!.about].push({ attributeId: attribute!.id, value: read.value, key: read.key });
  }
  return { kind: 'own', values } as const;
}

const DATE_TARGETS = {
  'account.renewal_date': { code: 'RENEWAL_DATE', what: 'Renewal' },
  'role.start': { code: 'ROLE_START_DATE', what: 'Role since' },
} as const;

function readDateCell(cell: CellOf, columns: PersonColumns, target: keyof typeof DATE_TARGETS) {
  const text = trimCell(cell(target));
  const read = readDate(text, columns.dateOrders[target] ?? null);
  if (read.kind === 'date') return { kind: 'read', iso: read.iso } as const;
  if (read.kind === 'blank') return { kind: 'read', iso: null } as const;
  const { code, what } = DATE_TARGETS[target];
  if (read.kind === 'order_unknown') {
    return reject(
      'DATE_ORDER',
      `${what} ${shown(text)} can be read two ways. Say whether the day or the month comes first.`,
    );
  }
  return reject(code, `${what} ${shown(text)} ${dateFault(read)}`);
}

function dateFault(read: Extract<DateCell, { kind: 'no_date' }>): string {
  return read.why === 'two_digit_year' ? 'has no century. Write the year with four digits.' : 'is no date.';
}

function textOrNull(cell: string): string | null {
  return oneLine(cell) || null;
}

function idOrNull(cell: string): string | null {
  return trimToken(cell) || null;
}

function shown(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}

function reject(code: PersonCode, sentence: string) {
  return { kind: 'reject', reason: { code, sentence } } as const;
}
