import type { Attribute } from '../attribute/attribute.ts';
import {
  type ColumnSuggestion,
  headerKey,
  indexHeaders,
  matchColumns,
  namesOldScore,
  type UsualHeaders,
} from './column-match.ts';
import { type OwnTarget, ownLabel, ownTarget } from './own-targets.ts';

/** Everything a column of people can be. The list is closed: what fits none of these is left out. */
export const PERSON_TARGETS = [
  'person.name',
  'person.first_name',
  'person.last_name',
  'person.email',
  'person.job_title',
  'account.name',
  'account.external_id',
  'account.domain',
  'account.renewal_date',
  'role.persona',
  'role.start',
  'person.language',
  'person.time_zone',
  'person.external_id',
  'leave_out',
] as const;
export type PersonTarget = (typeof PERSON_TARGETS)[number];
/** One of those, or an own attribute of the workspace. */
export type ColumnTarget = PersonTarget | OwnTarget;

export const PERSON_TARGET_LABELS = {
  'person.name': 'Person: name',
  'person.first_name': 'Person: first name',
  'person.last_name': 'Person: last name',
  'person.email': 'Person: e-mail',
  'person.job_title': 'Title, as evidence',
  'account.name': 'Account: name',
  'account.external_id': 'Account: id in your CRM',
  'account.domain': 'Account: web domain',
  'account.renewal_date': 'Account: renewal date',
  'role.persona': 'Role assignment: persona',
  'role.start': 'Role assignment: since',
  'person.language': 'Person: language',
  'person.time_zone': 'Person: time zone',
  'person.external_id': 'Person: id in your CRM',
  leave_out: 'Leave out',
} as const satisfies Record<PersonTarget, string>;

export const OLD_SCORE_NOTE = 'A score without persona, wording and date can’t be placed';

const NOTES: Partial<Record<ColumnTarget, string>> = {
  'person.email': 'One person per address',
  'person.job_title': 'A title suggests a role, it never sets one',
};

/**
 * Where each column of a people file probably goes. `remembered` holds what was chosen before, by `headerKey`.
 * A column under the name of an own attribute goes to it. A column of old scores is left out, with the reason.
 */
export function suggestTargets(
  headers: readonly string[],
  remembered: ReadonlyMap<string, ColumnTarget>,
  own: readonly Attribute[] = [],
): ColumnSuggestion<ColumnTarget>[] {
  return settleNames(matchColumns(headers, remembered, withOwn(own))).map((column) => {
    if (column.target === 'leave_out' && column.note === null && namesOldScore(column.header)) {
      return { ...column, note: OLD_SCORE_NOTE };
    }
    return { ...column, note: column.note ?? NOTES[column.target] ?? null };
  });
}

/**
 * “Name” beside “Vorname” is the last name; “Nom” or “Nombre” alone is the whole name.
 * Only usual headers are settled this way; what was remembered stands.
 */
function settleNames(columns: ColumnSuggestion<ColumnTarget>[]): ColumnSuggestion<ColumnTarget>[] {
  const has = (target: PersonTarget) => columns.some((column) => column.target === target);
  const first = has('person.first_name');
  const last = has('person.last_name');
  return columns.map((column) => {
    if (column.because !== 'usual_header') return column;
    const key = headerKey(column.header);
    if (column.target === 'person.name' && key === 'name' && first && !last) {
      return { ...column, target: 'person.last_name' };
    }
    const alone = (key === 'nom' && !first) || (key === 'nombre' && !last);
    if (alone && column.target !== 'leave_out' && !has('person.name'))
      return { ...column, target: 'person.name' };
    return column;
  });
}

/** The usual headers, and the names of own attributes where they are none of those: “Region”, “Account: Region”. */
function withOwn(own: readonly Attribute[]): Map<string, { target: Named | OwnTarget; rank: number }> {
  const index = new Map<string, { target: Named | OwnTarget; rank: number }>(USUAL);
  for (const nameOf of [ownLabel, ({ name }: Attribute) => name])
    for (const attribute of own) {
      const key = headerKey(nameOf(attribute));
      if (!index.has(key)) index.set(key, { target: ownTarget(attribute), rank: 0 });
    }
  return index;
}

type Named = Exclude<PersonTarget, 'leave_out'>;

// Salesforce (reports and data export), HubSpot, Pipedrive, Dynamics; then plain English, German, French, Spanish.
const USUAL_HEADERS: UsualHeaders<Named> = {
  'person.name': `
    Full Name | Contact Name | Person Name | Person - Name | Contact: Full Name | Contact Full Name |
    Name | Display Name | Person | Contact | Contact person | Vollständiger Name | Vor- und Nachname |
    Vorname Nachname | Vorname und Nachname | Ansprechpartner | Ansprechpartnerin | Kontakt |
    Kontaktname | Nom complet | Nom et prénom | Prénom et nom | Interlocuteur | Nombre completo |
    Nombre y apellidos | Contacto | Persona de contacto
  `,
  'person.first_name': `
    First Name | FirstName | Contact: First Name | Contact First Name | Person - First name |
    Given Name | Forename | Vorname | Prénom | Nombre | Nombre de pila
  `,
  'person.last_name': `
    Last Name | LastName | Contact: Last Name | Contact Last Name | Person - Last name | Surname |
    Family Name | Nachname | Familienname | Nom de famille | Nom | Apellido | Apellidos
  `,
  'person.email': `
    Email | E-mail | Email Address | Work Email | Business Email | Contact: Email | Contact Email |
    Person - Email - Work | Person - Email | Person - Email - Other | Primary Email | Email 1 |
    E-Mail-Adresse | Mailadresse | Mail | Adresse e-mail | Adresse électronique | Courriel |
    Adresse mail | Correo electrónico | Correo | Dirección de correo electrónico
  `,
  'person.job_title': `
    Job Title | JobTitle | Title | Contact: Title | Contact Title | Person - Job title |
    Person - Title | Position | Job | Job Position | Occupation | Designation | Funktion | Stelle |
    Stellenbezeichnung | Berufsbezeichnung | Jobtitel | Fonction | Poste | Intitulé du poste | Titre |
    Cargo | Puesto | Puesto de trabajo | Título
  `,
  'account.name': `
    Account Name | Account: Account Name | Account.Name | Account | Associated Company |
    Primary Associated Company | Associated Company (Primary) | Company Name | Company |
    Organization - Name | Organization | Organisation | Person - Organization | Organization Name |
    Organisation Name | Employer | Firma | Firmenname | Unternehmen | Unternehmensname | Entreprise |
    Société | Nom de l’entreprise | Nom de la société | Raison sociale | Empresa |
    Nombre de la empresa | Compañía | Razón social
  `,
  'account.external_id': `
    Account ID | AccountId | Account: Account ID | Account ID (18) | Associated Company IDs (Primary) |
    Primary Associated Company ID | Associated Company IDs | Associated Company ID | Company ID |
    Record ID - Company | Organization - ID | Organization ID | Organisation ID | Account Number |
    Kontonummer | Firmen-ID | Unternehmens-ID | ID entreprise | ID de empresa
  `,
  'account.domain': `
    Account Domain | Company Domain Name | Company Domain | Domain | Domain Name | Account Website |
    Website | Website URL | Company Website | Organization - Website | Webseite | Web | Site web |
    Domaine | Sitio web | Dominio
  `,
  'account.renewal_date': `
    Renewal Date | Renewal | Next Renewal | Next Renewal Date | Account Renewal Date |
    Contract Renewal Date | Contract End Date | Contract End | Subscription End Date | Verlängerung |
    Verlängerungsdatum | Vertragsende | Vertragsverlängerung | Date de renouvellement | Renouvellement |
    Fin de contrat | Échéance | Fecha de renovación | Renovación | Fin de contrato
  `,
  'role.persona': `
    Persona | Contact Role | Contact Roles | Role | Roles | Opportunity Contact Role |
    Account Contact Role | Role in deal | Buying Role | hs_buying_role | Buying Committee Role |
    Committee Role | Buyer Role | Stakeholder Role | Person - Role | Rolle | Kontaktrolle |
    Rolle im Kauf | Kaufrolle | Einkaufsrolle | Rôle | Rôle d’achat | Rôle du contact | Rol |
    Rol de compra | Rol del contacto | Papel
  `,
  'role.start': `
    Role Start | Role Start Date | Role since | In role since | Start Date | Since | Rolle seit | Seit |
    Rollenbeginn | Depuis | Date de début | Desde | Fecha de inicio
  `,
  'person.language': `
    Language | Preferred Language | Contact Language | Locale | LanguageLocaleKey | Languages |
    hs_language | Sprache | Bevorzugte Sprache | Korrespondenzsprache | Langue | Langue préférée |
    Idioma | Idioma preferido
  `,
  'person.time_zone': `
    Time Zone | Timezone | hs_timezone | TimeZoneSidKey | Zeitzone | Fuseau horaire | Zona horaria |
    Huso horario
  `,
  'person.external_id': `
    Contact ID | ContactId | Contact ID (18) | Contact: Contact ID | Record ID - Contact | Record ID |
    Person - ID | Person ID | External ID | CRM ID | Contact Record ID | hs_object_id | Kontakt-ID |
    Personen-ID | Personalnummer | ID du contact | ID de contacto | ID
  `,
};

const USUAL = indexHeaders<Named>(USUAL_HEADERS);
