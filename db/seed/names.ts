import type { Dice } from './dice.ts';

/** Where a person's name comes from; also decides their language and time zone. */
interface Place {
  language: string;
  timeZone: string;
  /** Names apart by blanks; in another script each with its Latin spelling for the address: `結衣:yui`. */
  given: string;
  family: string;
  /** The family name comes first, without a blank in between. */
  familyFirst?: true;
}

const PLACES = {
  en: {
    language: 'en',
    timeZone: 'Europe/London',
    given: 'Amelia Oliver Priscilla Desmond Harriet Callum Beatrix Rupert Imogen Gareth Winifred Alasdair',
    family: 'Ashdown Birtwhistle Cartwright Dunmore Eastwood Fairbairn Garrick Holloway Ingleby Kershaw',
  },
  no: {
    language: 'nb',
    timeZone: 'Europe/Oslo',
    given: 'Ingrid Lars Astrid Håkon Solveig Eirik Marit Sverre Turid Øyvind Ragnhild Torbjørn Silje Kjell',
    family:
      'Aune Bakken Dalseth Engebretsen Fossum Grønli Haugland Iversen Kvamme Lunde Myhre Nygård Ødegård',
  },
  de: {
    language: 'de',
    timeZone: 'Europe/Berlin',
    given: 'Annegret Jürgen Liselotte Matthias Sabine Götz Friederike Uwe Käthe Björn',
    family: 'Achterberg Brückner Dörfler Eichhorn Großmann Hölzer Krämer Lindemann Schäfer Weißgerber',
  },
  es: {
    language: 'es',
    timeZone: 'Europe/Madrid',
    given: 'Lucía Íñigo Rocío Andrés Begoña Joaquín Inés Álvaro Nuria Ramón',
    family: 'Aguirre Beltrán Cañas Domínguez Echeverría Ibáñez Lozano Núñez Peñalver Quiroga',
  },
  pt: {
    language: 'pt',
    timeZone: 'Europe/Lisbon',
    given: 'Beatriz Gonçalo Conceição Tomé Inês Vasco Leonor Simão',
    family: 'Antunes Brandão Carvalho Falcão Magalhães Neto Quintão Simões',
  },
  it: {
    language: 'it',
    timeZone: 'Europe/Rome',
    given: 'Chiara Niccolò Fiorella Ettore Giulia Sandro',
    family: 'Abbate Colonna Ferrari Lombardo Marchetti Zanetti',
  },
  fr: {
    language: 'fr',
    timeZone: 'Europe/Paris',
    given: 'Maëlle Gaël Élodie Thibault Françoise Rémy Ségolène Aurélien',
    family: 'Beaulieu Charpentier Delacour Fontaine Lefèvre Marchand Pélissier Roussel',
  },
  nl: {
    language: 'nl',
    timeZone: 'Europe/Amsterdam',
    given: 'Femke Joris Saskia Wouter Liesbeth Daan',
    family: 'Bakker Coster Dekker Hoekstra Jansma Zeilstra',
  },
  pl: {
    language: 'pl',
    timeZone: 'Europe/Warsaw',
    given: 'Agnieszka Wojciech Małgorzata Łukasz Żaneta Stanisław Grażyna Paweł',
    family: 'Błaszczyk Gołąb Jabłoński Kozłowska Olszewski Wiśniewska Zając Ździebło',
  },
  tr: {
    language: 'tr',
    timeZone: 'Europe/Istanbul',
    given: 'Ayşe Çağrı Gülşen Oğuz Şebnem Yiğit',
    family: 'Akgün Çelik Demirağ Koç Özdemir Yıldız',
  },
  ng: {
    language: 'en',
    timeZone: 'Africa/Lagos',
    given: 'Adaeze Babatunde Chidinma Emeka Folasade Ikenna Ngozi Olumide',
    family: 'Achebe Balogun Eze Ibekwe Nwosu Ogunleye Okeke Uzoma',
  },
  ja: {
    language: 'ja',
    timeZone: 'Asia/Tokyo',
    given: '結衣:yui 健太:kenta 美咲:misaki 大輔:daisuke 陽菜:hina 翔太:shota 千尋:chihiro 直樹:naoki',
    family:
      '佐久間:sakuma 小笠原:ogasawara 新井:arai 榊原:sakakibara 五十嵐:igarashi 宮下:miyashita 長谷部:hasebe 桐生:kiryu',
    familyFirst: true,
  },
  zh: {
    language: 'zh',
    timeZone: 'Asia/Singapore',
    given:
      '婉婷:wanting 志强:zhiqiang 雪梅:xuemei 俊杰:junjie 丽华:lihua 建国:jianguo 思远:siyuan 晓燕:xiaoyan',
    family: '欧阳:ouyang 司徒:situ 林:lin 陈:chen 黄:huang 郑:zheng 许:xu 郭:guo',
    familyFirst: true,
  },
  ko: {
    language: 'ko',
    timeZone: 'Asia/Seoul',
    given: '서연:seoyeon 민준:minjun 지우:jiwoo 현우:hyunwoo 수아:sua 도윤:doyun',
    family: '강:kang 남궁:namgung 류:ryu 선우:sunwoo 윤:yoon 허:heo',
    familyFirst: true,
  },
  hi: {
    language: 'hi',
    timeZone: 'Asia/Kolkata',
    given: 'अनन्या:ananya रोहन:rohan प्रिया:priya विक्रम:vikram मीनाक्षी:meenakshi अर्जुन:arjun',
    family: 'अय्यर:iyer भट्टाचार्य:bhattacharya देशपांडे:deshpande मेनन:menon रेड्डी:reddy त्रिपाठी:tripathi',
  },
  ar: {
    language: 'ar',
    timeZone: 'Asia/Dubai',
    given: 'ليلى:layla يوسف:yousef مريم:maryam طارق:tariq هند:hind سامر:samer',
    family: 'الحداد:alhaddad النجار:alnajjar القاسم:alqasim خوري:khoury منصور:mansour الزهراني:alzahrani',
  },
  he: {
    language: 'he',
    timeZone: 'Asia/Jerusalem',
    given: 'נועה:noa איתן:eitan תמר:tamar אורי:uri שירה:shira',
    family: 'אלמוג:almog בן־דוד:bendavid גולן:golan הררי:harari כרמי:carmi',
  },
  uk: {
    language: 'uk',
    timeZone: 'Europe/Kyiv',
    given: 'Оксана:oksana Тарас:taras Соломія:solomiia Богдан:bohdan Ярина:yaryna',
    family: 'Гончар:honchar Кравець:kravets Мельничук:melnychuk Яценко:yatsenko Щербак:shcherbak',
  },
  el: {
    language: 'el',
    timeZone: 'Europe/Athens',
    given: 'Ελένη:eleni Νίκος:nikos Δήμητρα:dimitra Στέλιος:stelios Ζωή:zoe',
    family: 'Αλεξίου:alexiou Βασιλείου:vasileiou Καραγιάννη:karagianni Μαυρίδης:mavridis Ψαρράς:psarras',
  },
} as const satisfies Record<string, Place>;

export type Culture = keyof typeof PLACES;
const CULTURES: readonly Culture[] = ['en', 'no', 'de', 'es', 'pl', 'fr', 'ng', 'hi', 'pt', 'zh', 'ar', 'uk'];

export interface Named {
  name: string;
  /** The part of an address before the @, in Latin letters. */
  mailbox: string;
  language: string;
  timeZone: string;
}

/** Gives out names of one culture, and here and there of another, each only once. */
export function createNaming(dice: Dice): (home: Culture) => Named {
  const taken = new Set<string>();
  return (home) => {
    for (;;) {
      const culture = dice.roll(5) === 0 ? dice.pick(CULTURES) : home;
      const named = makeUp(culture, dice);
      if (taken.has(named.mailbox)) continue;
      taken.add(named.mailbox);
      return named;
    }
  };
}

function makeUp(culture: Culture, dice: Dice): Named {
  const place: Place = PLACES[culture];
  const [given, givenLatin] = spellings(dice.pick(place.given.split(' ')));
  const [family, familyLatin] = spellings(dice.pick(place.family.split(' ')));
  const name = place.familyFirst ? `${family}${given}` : `${given} ${family}`;
  const { language, timeZone } = place;
  return { name, mailbox: `${givenLatin}.${familyLatin}`, language, timeZone };
}

function spellings(entry: string): [own: string, latin: string] {
  const [own = entry, latin = entry] = entry.split(':');
  return [own, toMailbox(latin)];
}

/** Plain letters, as a firm's mail administrator would spell a name. */
export function toMailbox(name: string): string {
  const plain = name.replaceAll('ß', 'ss').replaceAll('ø', 'o').replaceAll('ł', 'l').replaceAll('ı', 'i');
  const bare = plain.replaceAll('Ø', 'O').replaceAll('Ł', 'L').normalize('NFD').replace(/\p{M}/gu, '');
  return bare
    .toLowerCase()
    .replaceAll(' ', '.')
    .replace(/[^a-z.]/g, '');
}
