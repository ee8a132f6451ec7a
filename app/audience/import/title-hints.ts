import type { PersonaBase } from '#app/persona/persona.ts';
import { plainWords } from './cell-text.ts';

/**
 * A suggestion for one distinct title, to be confirmed by a person and never applied by itself.
 * `personaId` is a base persona, or whichever persona people with this title were confirmed as.
 */
export type TitleHint =
  | {
      readonly kind: 'suggestion';
      readonly personaId: string;
      readonly from: 'evidence' | 'words';
      readonly reason: string;
    }
  | { readonly kind: 'none'; readonly reason: string };

/** One key for all spellings of a title, so that it is asked about once: case, accents and punctuation do not count. */
export function titleKey(title: string): string {
  return plainWords(title).join(' ');
}

/**
 * Suggests a persona for a job title. `confirmed` counts, by persona, the people with this title (by `titleKey`) whose
 * role a person confirmed before: what is known here goes before what words usually mean.
 */
export function hintFromTitle(title: string, confirmed: ReadonlyMap<string, number> = new Map()): TitleHint {
  const evidence = hintFromEvidence(confirmed);
  if (evidence) return evidence;
  const words = plainWords(title);
  if (words.length === 0) return none('No title, so nothing points to a role.');
  const rule = RULES.find((one) => matches(one, words));
  if (!rule) return none('This title does not say whether they use, steer, buy or recommend.');
  if (rule.persona === null) return none(rule.reason);
  return { kind: 'suggestion', personaId: rule.persona, from: 'words', reason: rule.reason };
}

function hintFromEvidence(confirmed: ReadonlyMap<string, number>): TitleHint | null {
  const counts = [...confirmed].filter(([, people]) => people > 0).sort(([, a], [, b]) => b - a);
  const total = counts.reduce((sum, [, people]) => sum + people, 0);
  const [first, second] = counts;
  if (!first) return null;
  const [personaId, people] = first;
  if (second && second[1] * 2 > people) {
    return none(`The ${total} people with this title hold different roles: look at each.`);
  }
  const reason =
    total === 1
      ? 'One person with this title was confirmed this way.'
      : `${people} of ${total} people with this title were confirmed this way.`;
  return { kind: 'suggestion', personaId, from: 'evidence', reason };
}

type Rule = {
  readonly persona: PersonaBase | null;
  readonly reason: string;
  readonly phrases: readonly string[];
  readonly endings: readonly string[];
};

function matches(rule: Rule, words: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  if (rule.phrases.some((phrase) => text.includes(` ${phrase} `))) return true;
  return rule.endings.some((ending) => words.some((word) => word.endsWith(ending)));
}

function none(reason: string): TitleHint {
  return { kind: 'none', reason };
}

/** `*` in front of a word takes compounds as German makes them: `*leiter` is Vertriebsleiter and Leiter. */
function rule(persona: PersonaBase | null, reason: string, list: string): Rule {
  const entries = list
    .split('|')
    .map((entry) => ({ compound: entry.trim().startsWith('*'), text: plainWords(entry).join(' ') }));
  return {
    persona,
    reason,
    phrases: entries.filter(({ compound }) => !compound).map(({ text }) => text),
    endings: entries.filter(({ compound }) => compound).map(({ text }) => text),
  };
}

// Read from top to bottom; the first rule that matches speaks. English, German, French, Spanish.
const RULES: readonly Rule[] = [
  rule(
    null,
    'Someone who left, learns or stands in: ask before giving a role.',
    `former | ex | retired | intern | trainee | apprentice | student | interim | ehemalig | ehemaliger | praktikant |
     praktikantin | werkstudent | werkstudentin | azubi | ancien | ancienne | stagiaire | alternant | becario | becaria`,
  ),
  rule(
    null,
    'Works for the one who decides; that says nothing about their own role.',
    `assistant to | executive assistant | personal assistant | chief of staff | assistenz der | assistent der | assistentin der |
     assistent des | assistentin des | referent der | assistant de direction | assistante de direction | asistente de dirección | asistente ejecutiva`,
  ),
  rule(
    'advocate',
    'Speaks to others as their work, so their word travels.',
    `evangelist | developer advocate | developer relations | devrel | industry analyst | community manager | community lead |
     analyst relations | ambassador | botschafter | botschafterin | ambassadeur | ambassadrice | embajador | embajadora`,
  ),
  rule(
    'buyer',
    'Usually decides on purchases or releases the budget for them.',
    `head of procurement | head of purchasing | procurement director | director of procurement | purchasing director | chief procurement officer |
     vp procurement | *einkaufsleiter | *einkaufsleiterin | leiter einkauf | leiterin einkauf | leitung einkauf |
     directeur des achats | directrice des achats | directeur achats | directrice achats | responsable achats | director de compras | directora de compras | jefe de compras | jefa de compras`,
  ),
  rule(
    null,
    '“Buyer” in a title is often a purchasing clerk: look at each.',
    `buyer | category buyer | purchaser | purchasing | procurement | purchasing agent | *einkauf | *einkaufer | *einkauferin |
     acheteur | acheteuse | achats | comprador | compradora | compras`,
  ),
  rule(
    'influencer',
    'Usually answers for what a product or process achieves, without signing.',
    'product owner | process owner | service owner | data owner',
  ),
  rule(
    'buyer',
    'Usually holds the budget or signs.',
    `cfo | ceo | coo | cio | cto | ciso | cmo | cro | chro | chief executive | chief financial | chief operating | chief information |
     chief technology | chief digital | chief data | chief marketing | chief people | owner | co owner | founder | co founder | managing director |
     finance director | director of finance | head of finance | vp finance | financial director | general manager | managing partner |
     *geschaftsfuhrer | *geschaftsfuhrerin | geschaftsleitung | geschaftsfuhrung | *vorstand | *vorstandin | inhaber | inhaberin | *finanzleiter | *finanzleiterin |
     pdg | dg | daf | dsi | directeur général | directrice générale | directeur financier | directrice financière | directeur administratif | gérant | gérante | fondateur | fondatrice |
     director general | directora general | director financiero | directora financiera | consejero delegado | gerente general | propietario | propietaria | fundador | fundadora`,
  ),
  rule(
    'influencer',
    'Usually answers for a part of the firm that needs the outcome.',
    `director | head | head of | vp | vice president | svp | evp | team lead | teamlead | lead | supervisor | department manager |
     *leiter | *leiterin | *leitung | directeur | directrice | responsable | chef de | cheffe de | directora | gerente | jefe | jefa | subdirector | subdirectora`,
  ),
  rule(
    'buyer',
    'Usually decides for the whole firm.',
    'president | präsident | präsidentin | président | présidente | presidente | presidenta',
  ),
  rule(
    'influencer',
    'Usually advises on what is bought, without signing.',
    `architect | solution architect | enterprise architect | consultant | advisor | adviser | *architekt | *architektin |
     *berater | *beraterin | architecte | conseiller | conseillère | arquitecto | arquitecta | consultor | consultora | asesor | asesora`,
  ),
  rule(
    'end_user',
    'Usually works hands-on.',
    `engineer | developer | programmer | analyst | administrator | planner | specialist | clerk | coordinator | technician | operator |
     assistant | dispatcher | agent | representative | designer | accountant | bookkeeper | nurse | scheduler | tester | scientist | data engineer |
     *entwickler | *entwicklerin | *ingenieur | *ingenieurin | *techniker | *technikerin | *planer | *planerin | *disponent | *disponentin |
     *sachbearbeiter | *sachbearbeiterin | *buchhalter | *buchhalterin | *administratorin | *assistent | *assistentin | *analystin | *mitarbeiter | *mitarbeiterin |
     développeur | développeuse | ingénieure | technicien | technicienne | analyste | comptable | gestionnaire | assistante | opérateur | opératrice | planificateur | planificatrice |
     desarrollador | desarrolladora | ingeniero | ingeniera | técnico | técnica | analista | contable | administrativo | administrativa | asistente | operador | operadora | planificador | planificadora`,
  ),
  rule(
    null,
    'A manager may use, steer or sign: look at each.',
    '*manager | *managerin | gestor | gestora | encargado | encargada',
  ),
];
