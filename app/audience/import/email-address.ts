import { plainWords, trimToken } from './cell-text.ts';
import type { Reason } from './import-limits.ts';

export type EmailCode =
  | 'EMAIL_INCOMPLETE'
  | 'EMAIL_SEVERAL'
  | 'EMAIL_FORM'
  | 'EMAIL_CHARACTER'
  | 'EMAIL_TOO_LONG'
  | 'SHARED_MAILBOX';

/**
 * `address` is what mail is sent to: the local part as written, the domain in ASCII.
 * `key` is equal for two spellings of one address; people are merged by it and by nothing else.
 */
export type EmailCell =
  | { readonly kind: 'address'; readonly address: string; readonly key: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'refused'; readonly reason: Reason<EmailCode> };

/** Reads one address of one person. A mailbox that several people read is refused: nobody answers in a role there. */
export function readEmail(cell: string): EmailCell {
  const text = trimToken(cell);
  if (text === '') return { kind: 'blank' };
  const fault = formFault(text);
  if (fault) return { kind: 'refused', reason: fault };
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = asciiDomain(text.slice(at + 1));
  if (domain === null) return refuseDomain(text, text.slice(at + 1));
  const address = `${local}@${domain}`;
  if (address.length > 254) return refuse('EMAIL_TOO_LONG', 'E-mail is longer than 254 characters.');
  if (isSharedMailbox(local)) return refuse('SHARED_MAILBOX', 'A shared mailbox, not a person.');
  return { kind: 'address', address, key: address.toLowerCase() };
}

/** True for names that stand for a desk: the local part `accounts.payable`, or the name “Accounts Payable”. */
export function isSharedMailbox(name: string): boolean {
  const withoutTag = name.split('+', 1)[0] ?? '';
  return SHARED.has(plainWords(withoutTag).join('').replace(/\d+$/, ''));
}

/** The domain as mail servers know it (punycode, lower case), or null when no mail can go there. */
export function asciiDomain(domain: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}.-]{4,253}$/u.test(domain)) return null;
  const url = URL.parse(`http://${domain}`);
  if (!url) return null;
  const labels = url.hostname.split('.');
  const last = labels[labels.length - 1] ?? '';
  const sound = labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  return sound && labels.length > 1 && last.length > 1 && /[a-z]/.test(last) ? url.hostname : null;
}

function formFault(text: string): Reason<EmailCode> | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
  if (/[\u0000-\u001f\u007f-\u009f]/.test(text)) {
    return { code: 'EMAIL_CHARACTER', sentence: 'E-mail holds a line break or a control character.' };
  }
  if (text.length > 1000)
    return { code: 'EMAIL_TOO_LONG', sentence: 'E-mail is longer than 254 characters.' };
  const ats = text.split('@').length - 1;
  if (ats > 1 && /[;,\s/|]/.test(text))
    return { code: 'EMAIL_SEVERAL', sentence: `E-mail ${shown(text)} holds several addresses.` };
  if (/["()<>[\]:;,\\]/.test(text) || ats > 1) {
    return { code: 'EMAIL_FORM', sentence: `E-mail ${shown(text)} holds more than a plain address.` };
  }
  const local = text.slice(0, Math.max(0, text.lastIndexOf('@')));
  if (ats === 0 || local === '')
    return { code: 'EMAIL_INCOMPLETE', sentence: `E-mail ${shown(text)} isn’t complete.` };
  return localFault(text, local);
}

function localFault(text: string, local: string): Reason<EmailCode> | null {
  if (local.length > 64)
    return { code: 'EMAIL_TOO_LONG', sentence: 'E-mail has more than 64 characters before the @.' };
  if (/\s/.test(text)) return { code: 'EMAIL_CHARACTER', sentence: `E-mail ${shown(text)} holds a blank.` };
  if (/[\p{Cf}]/u.test(text))
    return {
      code: 'EMAIL_CHARACTER',
      sentence: `E-mail ${shown(text)} holds an invisible character. Type it again.`,
    };
  if (/[^\x21-\x7e]/.test(local)) {
    return {
      code: 'EMAIL_CHARACTER',
      sentence: `E-mail ${shown(text)} holds a letter before the @ that mail can’t carry.`,
    };
  }
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) {
    return { code: 'EMAIL_FORM', sentence: `E-mail ${shown(text)} has a dot where none can be.` };
  }
  return null;
}

function refuseDomain(text: string, domain: string): EmailCell {
  if (!domain.includes('.')) return refuse('EMAIL_INCOMPLETE', `E-mail ${shown(text)} isn’t complete.`);
  return refuse('EMAIL_FORM', `E-mail ${shown(text)} has a domain that no mail can go to.`);
}

function shown(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}

function refuse(code: EmailCode, sentence: string): EmailCell {
  return { kind: 'refused', reason: { code, sentence } };
}

// Only words that are no one's initials or name: `ap` and `pr` could be Alice Peters and Paul Roth.
const SHARED = new Set(
  `info infos information office offices contact contacts contactus kontakt contacto contato hello hallo bonjour hola
  mail email mailbox post postmaster webmaster hostmaster abuse root admin admins administrator administration
  verwaltung noreply donotreply bounce mailerdaemon newsletter support helpdesk help service services servicedesk itsupport
  sales salesteam vertrieb verkauf ventes ventas marketing press presse prensa media pressoffice
  accounts accounting accountspayable payable payables accountsreceivable billing invoice invoices invoicing
  finance finances rechnung rechnungen rechnungswesen buchhaltung kreditoren debitoren eingangsrechnung
  comptabilite facturation factures contabilidad facturacion facturas administracion
  purchasing procurement purchase orders order bestellung bestellungen einkauf achats compras pedidos commandes
  hr humanresources personal personalabteilung bewerbung jobs careers recruiting recruitment rh rrhh
  team teams staff everyone allstaff reception empfang zentrale sekretariat secretariat accueil recepcion
  legal compliance privacy datenschutz security it itadmin itdepartment operations enquiries inquiries enquiry
  feedback booking bookings reservations events shop store online web`.split(/\s+/),
);
