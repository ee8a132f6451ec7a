/**
 * Words and phrases in English, German, French and Spanish, without accents and in lower case, as `plainWords` leaves
 * them. A name is asked as its words between blanks, with one before the first and one behind the last.
 */
type Says = (words: string) => boolean;

function anyOf(...lists: string[]): Says {
  const phrases = lists.flatMap((list) => list.split('|').map((phrase) => ` ${phrase.trim()} `));
  return (words) => phrases.some((phrase) => words.includes(phrase));
}

interface Trait {
  /** As it follows “describes”. */
  what: string;
  /** False where a firm has such a thing too: an account may be of some age, and in good health. */
  alsoAccounts: boolean;
  says: Says;
}

/** What nobody is picked by, whoever holds it (DOMAIN 5.4). */
export const PROTECTED: readonly Trait[] = [
  {
    what: 'a person’s gender',
    alsoAccounts: true,
    says: anyOf(
      'gender | genders | sex | male | female | man | men | woman | women | pronoun | pronouns',
      'geschlecht | mann | manner | frau | frauen | mannlich | weiblich',
      'genre | sexe | homme | hommes | femme | femmes | genero | sexo | hombre | hombres | mujer | mujeres',
    ),
  },
  {
    what: 'a person’s age',
    alsoAccounts: false,
    says: anyOf(
      'age | ages | aged | birth | birthday | birthdate | birthyear | dob | born | senior citizen | senior citizens',
      'alter | lebensalter | altersgruppe | geburtsdatum | geburtstag | geburtsjahr | jahrgang | geboren',
      'naissance | anniversaire | edad | nacimiento | cumpleanos',
    ),
  },
  {
    what: 'a person’s ethnicity',
    alsoAccounts: true,
    says: anyOf(
      'ethnicity | ethnicities | ethnic | race | races | racial | skin | skin color | skin colour | caste | tribe',
      'ethnie | ethnizitat | ethnisch | ethnische | hautfarbe | rasse | ethnique | couleur de peau',
      'etnia | etnico | etnica | raza | color de piel',
    ),
  },
  {
    what: 'a person’s religion',
    alsoAccounts: true,
    says: anyOf(
      'religion | religions | religious | faith | faiths | creed | belief | beliefs | denomination',
      'glaube | konfession | religios | religionszugehorigkeit | religieux | religieuse | croyance | croyances',
      'religioso | religiosa | fe | creencia | creencias',
    ),
  },
  {
    what: 'a person’s health',
    alsoAccounts: false,
    says: anyOf(
      'health | illness | illnesses | disease | diseases | diagnosis | medical condition | medical conditions',
      'medical history | medication | sick leave | sick days | pregnant | pregnancy',
      'gesundheit | gesundheitszustand | krankheit | krankheiten | krankenstand | diagnose | schwanger',
      'schwangerschaft | sante | maladie | maladies | grossesse | salud | enfermedad | enfermedades | embarazo',
    ),
  },
  {
    what: 'a person’s disability',
    alsoAccounts: false,
    says: anyOf(
      'disability | disabilities | disabled | handicap | handicapped | wheelchair | impairment | impairments',
      'behinderung | behindert | schwerbehindert | schwerbehinderung | handicape | invalidite',
      'discapacidad | discapacitado | discapacitada | minusvalia',
    ),
  },
  {
    what: 'a person’s sexuality',
    alsoAccounts: true,
    says: anyOf(
      'sexual | sexuality | lgbt | lgbtq | lgbtqia | gay | lesbian | queer | transgender | bisexual',
      'sexualitat | sexuelle | sexuell | schwul | lesbisch | sexualite | sexuel | sexualidad',
    ),
  },
  {
    what: 'a person’s family status',
    alsoAccounts: true,
    says: anyOf(
      'family status | civil status | marital | marital status | married | divorced | widowed | spouse',
      'children | kids | parent status | parental | parental status | number of children',
      'familienstand | verheiratet | geschieden | ledig | kinder | kinderzahl | elternzeit',
      'etat civil | situation familiale | marie | mariee | divorce | enfants',
      'estado civil | casado | casada | divorciado | hijos',
    ),
  },
  {
    what: 'a person’s nationality or citizenship',
    alsoAccounts: true,
    says: anyOf(
      'nationality | nationalities | national origin | citizen | citizens | citizenship | passport | immigrant',
      'immigration | immigration status | migrant | migration background | country of birth | native country',
      'nationalitat | staatsangehorigkeit | staatsburgerschaft | migrationshintergrund | geburtsland',
      'nationalite | citoyennete | pays de naissance | nacionalidad | ciudadania | pais de nacimiento',
    ),
  },
  {
    what: 'a person’s union or political views',
    alsoAccounts: true,
    says: anyOf(
      'trade union | labor union | labour union | union member | union members | union membership | unionized',
      'unionised | political | politics | party membership | voter | votes for',
      'gewerkschaft | gewerkschaftsmitglied | politisch | politische | parteizugehorigkeit | parteimitglied',
      'syndicat | syndique | politique | politiques | sindicato | sindical | politica | politico | afiliacion politica',
    ),
  },
];

/** What they pay, by whatever name. */
export const MONEY: Says = anyOf(
  'revenue | revenues | arr | mrr | nrr | grr | acv | tcv | ltv | cltv | clv | turnover | price | prices | pricing',
  'spend | spending | spent | discount | discounts | rebate | rebates | amount | amounts | amount paid | usd | eur | gbp | chf',
  'deal size | deal value | deal amount | contract value | contract size | order value | order volume | lifetime value',
  'annual value | purchase volume | wallet | wallet share | seats sold | seats bought | paid seats | budget | budgets',
  'umsatz | jahresumsatz | umsatze | preis | preise | listenpreis | rabatt | rabatte | vertragswert | auftragswert',
  'auftragsvolumen | vertragsvolumen | einkaufsvolumen | kundenwert | ausgaben | betrag',
  'prix | remise | chiffre d affaires | montant | depenses | valeur du contrat | revenu | revenus',
  'precio | precios | ingresos | facturacion | descuento | descuentos | gasto | gastos | importe | valor del contrato | presupuesto',
);

/** What a role says: a person holds it at an account from a day on, and not as a word beside their name. */
export const ROLE: Says = anyOf(
  'persona | personas | role | roles | buyer | buyers | buyer type | buying role | decision maker | decision makers',
  'end user | end users | enduser | influencer | influencers | advocate | advocates | stakeholder | stakeholders',
  'rolle | rollen | kaufrolle | einkaufsrolle | entscheider | entscheiderin | kaufer | anwender | endanwender',
  'role d achat | acheteur | decideur | prescripteur | rol | rol de compra | comprador | decisor',
);
