/** The mark on a mail that was passed on: what carries it came from here and goes nowhere again. */
export const PASSED_ON = 'X-Rolecall-Passed-On';

/** Written by a machine in answer to ours: RFC 3834, and what was used before it and beside it. */
export function isAutomatic(headers: ReadonlyMap<string, string>, subject: string): boolean {
  const has = (name: string) => headers.has(name);
  const submitted = headers.get('auto-submitted')?.trim().toLowerCase();
  return (
    has(PASSED_ON.toLowerCase()) ||
    (submitted !== undefined && submitted !== 'no') ||
    /^(bulk|junk|list|auto_reply)$/i.test(headers.get('precedence')?.trim() ?? '') ||
    MACHINE_HEADERS.some(has) ||
    /^<\s*>$/.test(headers.get('return-path')?.trim() ?? '') ||
    /\b(mailer-daemon|postmaster|no-?reply)@/i.test(headers.get('from') ?? '') ||
    /disposition-notification/i.test(headers.get('content-type') ?? '') ||
    OUT_OF_OFFICE.test(subject)
  );
}

const MACHINE_HEADERS = [
  'x-autoreply',
  'x-autorespond',
  'x-autoreply-from',
  'x-auto-response-suppress',
  'x-mail-autoreply',
  'list-id',
  'feedback-type',
  'x-loop',
];

const OUT_OF_OFFICE =
  /^\s*(automatic reply|auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office|automatische antwort|abwesenheits|réponse automatique|absence du bureau|respuesta automática|fuera de (?:la )?oficina|risposta automatica|fuori sede|automatisch antwoord|afwezig|resposta automática|automatyczna odpowiedź|自動返信|自动回复)/i;
