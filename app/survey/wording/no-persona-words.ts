import type { PersonaBase } from '#app/persona/persona.ts';

/**
 * The words this product avoids (DOMAIN A1), so that a survey's author is told of them. This is the one file
 * of the language check that writes them down; everything else calls the rule by this name.
 */
export const NO_PERSONA_RULE = 'customer';

/** How one language names somebody without saying which persona. Patterns are read by `phrase.ts`. */
export interface NoPersonaWords {
  /** Other uses of the word: no finding. */
  fine?: readonly string[];
  /** The people the reader's own firm sells to: may stand. */
  own?: readonly string[];
  /** Says no more than what is left without the word: may stand. */
  compound?: readonly string[];
  greeting?: readonly string[];
  hello?: string;
  /** "As a ...": replaced by `as` and what this persona does. */
  asOne?: readonly string[];
  as?: string;
  does?: Readonly<Record<PersonaBase, string>>;
  /** Only where a bare word can be replaced without touching the words around it. */
  doMany?: Readonly<Record<PersonaBase, string>>;
  /** The word on its own: to be settled, unless `mild` holds its last word. */
  vague: readonly string[];
  mild?: string;
  you?: readonly string[];
  /** Scripts without blanks, or with prefixed articles: found inside a word. */
  inside?: readonly string[];
}

const LOAN = 'customer|customers';
const ANY = `${LOAN}|client|clients`;
const KIND = 'valued|loyal|existing|current|new|paying|long? standing|term?';

export const NO_PERSONA_WORDS: Readonly<Record<string, NoPersonaWords>> = {
  en: {
    fine: ['email|mail|web|desktop|mobile|api|sync|thin client|clients', 'client side|server|library'],
    own: [`your|their|whose own? ${ANY}`],
    compound: [
      'customer support|service|services|care|success|experience|portal|satisfaction|feedback|survey|team|area',
    ],
    greeting: [`^dear|hi|hello valued|loyal? ${ANY}`],
    hello: 'Hello',
    asOne: [`as a|an|the|our? ${KIND} ${ANY}`],
    as: 'as',
    does: {
      end_user: 'someone who works with it',
      influencer: 'someone others ask for advice on it',
      buyer: 'the person who signs the renewal',
      advocate: 'someone who speaks for us',
    },
    doMany: {
      end_user: 'people who work with it',
      influencer: 'people others ask for advice on it',
      buyer: 'people who sign the renewal',
      advocate: 'people who speak for us',
    },
    vague: [
      `a|an|the|our|another? ${KIND} customer|client`,
      `the|our? ${KIND} customers|clients`,
      "customer's",
    ],
    mild: 'client clients',
    you: ['you guys|folks', 'you all|lot at'],
  },
  de: {
    vague: ['kunde|kunden|kundin|kundinnen', 'kund innen', 'mandant*|klient*', LOAN],
    mild: 'mandant* klient*',
    own: ['ihre|ihren|ihrer|deine|eure kunden|kundinnen'],
    compound: ['kunden*'],
    greeting: ['^sehr? geehrte|geehrter|liebe|lieber kunde|kunden|kundin'],
    hello: 'Guten Tag',
    asOne: ['als unser|unsere|ein|eine? treuer|treue|geschätzter|geschätzte? kunde|kundin|kunden'],
    as: 'als',
    does: {
      end_user: 'jemand, der damit arbeitet',
      influencer: 'jemand, dessen Rat dazu gefragt ist',
      buyer: 'die Person, die die Verlängerung unterschreibt',
      advocate: 'jemand, der für uns spricht',
    },
  },
  fr: {
    vague: ['client|clients|cliente|clientes|clientèle', LOAN],
    own: ['vos|leurs|votre|leur propres? clients|clientes|client|clientèle'],
    compound: ['service|services|support|relation|expérience client|clients|clientèle'],
    greeting: ['^cher|chère|chers|chères client|cliente|clients|clientes'],
    hello: 'Bonjour',
    asOne: ['en tant que client|cliente|clients|clientes', 'comme client|cliente'],
    as: 'en tant que',
    does: {
      end_user: 'personne qui travaille avec',
      influencer: 'personne à qui d’autres demandent conseil',
      buyer: 'personne qui signe le renouvellement',
      advocate: 'personne qui parle en notre faveur',
    },
  },
  es: {
    vague: ['cliente|clientes|clienta|clientas', LOAN],
    own: ['sus|tus propios? clientes|clientas'],
    compound: ['atención|servicio|soporte al cliente'],
    greeting: ['^estimado|estimada|estimados|querido cliente|clienta|clientes'],
    hello: 'Hola',
    asOne: ['como cliente|clienta|clientes'],
    as: 'como',
    does: {
      end_user: 'persona que trabaja con ello',
      influencer: 'persona a la que otros piden consejo',
      buyer: 'persona que firma la renovación',
      advocate: 'persona que habla en nuestro favor',
    },
  },
  pt: {
    vague: ['cliente|clientes', LOAN],
    own: ['seus clientes', 'os seus clientes'],
    compound: ['atendimento|serviço|suporte|apoio ao cliente'],
    greeting: ['^caro|cara|caros|prezado|prezada cliente|clientes'],
    hello: 'Olá',
    asOne: ['como nosso? cliente|clientes'],
    as: 'como',
    does: {
      end_user: 'pessoa que trabalha com o produto',
      influencer: 'pessoa a quem outros pedem conselho',
      buyer: 'pessoa que assina a renovação',
      advocate: 'pessoa que fala por nós',
    },
  },
  it: {
    vague: ['cliente|clienti|clientela', LOAN],
    own: ['suoi|vostri|tuoi clienti'],
    compound: ['servizio|assistenza|supporto clienti|cliente'],
    greeting: ['^gentile|caro|cara|gentili|cari cliente|clienti'],
    hello: 'Buongiorno',
    asOne: ['come nostro? cliente', 'in qualità di cliente'],
    as: 'come',
    does: {
      end_user: 'persona che ci lavora',
      influencer: 'persona a cui altri chiedono consiglio',
      buyer: 'persona che firma il rinnovo',
      advocate: 'persona che parla per noi',
    },
  },
  nl: {
    vague: ['klant|klanten', LOAN],
    own: ['uw|jouw|jullie eigen? klanten'],
    compound: ['klanten*', 'klant*'],
    greeting: ['^beste|geachte|lieve klant|klanten'],
    hello: 'Goedendag',
    asOne: ['als onze? trouwe|gewaardeerde? klant'],
    as: 'als',
    does: {
      end_user: 'iemand die ermee werkt',
      influencer: 'iemand aan wie anderen advies vragen',
      buyer: 'degene die de verlenging tekent',
      advocate: 'iemand die voor ons spreekt',
    },
  },
  pl: { vague: ['klient*|klienc*', LOAN] },
  ja: { vague: [LOAN], inside: ['お客様', 'お客さま', '顧客', 'カスタマー'] },
  zh: { vague: [LOAN], inside: ['客户', '客戶', '顾客', '顧客'] },
  ar: { vague: [LOAN], inside: ['عميل', 'عملاء', 'عملائ', 'زبون', 'زبائن'] },
  he: { vague: [LOAN], inside: ['לקוח'] },
};
