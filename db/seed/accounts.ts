import type { Culture } from './names.ts';

/** An invented account and how many people of each role Northwind knows there. */
export interface SeedAccount {
  name: string;
  /** First label of its mail domain, under the reserved `.example`. */
  domain: string;
  culture: Culture;
  /** Days from the Monday of loading to its renewal; null where nobody has written it down. */
  renewsIn: number | null;
  /** Signed after the first wave. */
  isNew: boolean;
  /** Known before the first wave, and added between the two. */
  endUsers: readonly [before: number, added: number];
  influencers: number;
  buyers: number;
  advocates: number;
  procurement: number;
}

type Row = [name: string, domain: string, culture: Culture, renewsIn: number | null, ...people: number[]];

/** Columns after the renewal: end-users before, end-users added, influencers, buyers, advocates, procurement. */
const ROWS: readonly Row[] = [
  ['Halvorsen Freight', 'halvorsen', 'no', 71, 26, 30, 2, 1, 1, 1],
  ['Meridian Foods', 'meridian', 'es', 118, 6, 2, 1, 1, 1],
  ['Kestrel Rail', 'kestrel', 'en', 50, 5, 3, 1, 1, 0, 1],
  ['Tagus Telecom', 'tagus', 'pt', 59, 4, 2, 1, 1],
  ['Quayside Insurance', 'quayside', 'en', 134, 4, 2, 1, 1],
  ['Okafor & Lund', 'okaforlund', 'ng', 160, 3, 2, 1, 1, 1],
  ['Ellerby Water', 'ellerby', 'en', 203, 3, 2, 1, 1],
  ['Fjordlys Kraft', 'fjordlys', 'no', 88, 3, 3, 1, 1],
  ['Tannenhof Werkzeuge', 'tannenhof', 'de', 240, 4, 2, 1, 1, 0, 1],
  ['Kasimir Glass', 'kasimir', 'pl', 301, 3, 2, 1, 1],
  ['Baltica Yards', 'balticayards', 'pl', 34, 3, 1, 1, 1],
  ['Aurelia Tessuti', 'aurelia', 'it', 97, 3, 2, 1, 1],
  ['Cobres de Quilapán', 'quilapan', 'es', 176, 4, 2, 1, 1],
  ['白河精機', 'shirakawa', 'ja', 222, 4, 3, 1, 1],
  ['Shion Robotics', 'shion', 'ja', 140, 3, 3, 1, 0, 1],
  ['Longqiao Packaging', 'longqiao', 'zh', 265, 4, 3, 1, 1],
  ['Jade Lantern Media', 'jadelantern', 'zh', 81, 2, 2, 0, 1],
  ['دار الصفا للنقل', 'darsafa', 'ar', 190, 3, 2, 1, 1],
  ['Al Waha Medical Supplies', 'alwaha', 'ar', 45, 2, 2, 0, 1, 0, 1],
  ['Carmel Ridge Software', 'carmelridge', 'he', 129, 2, 2, 1, 1],
  ['Nilgiri Tea Exchange', 'nilgiri', 'hi', 152, 3, 2, 1, 1],
  ['Banyan Street Clinics', 'banyanstreet', 'hi', 330, 3, 2, 1, 0, 1],
  ['Hangang Instruments', 'hangang', 'ko', 210, 3, 2, 1, 1],
  ['Dnipro Grain Terminal', 'dniprograin', 'uk', 68, 3, 2, 0, 1],
  ['Pelion Ferries', 'pelion', 'el', 143, 2, 2, 1, 1],
  ['Maple & Pine Paper', 'maplepine', 'en', 255, 3, 2, 1],
  ['Harbourlight Hotels', 'harbourlight', 'en', 27, 3, 2, 1, 1, 1],
  ['Juniper Lane Schools', 'juniperlane', 'en', 196, 2, 2, 1, 1],
  ['Quarry Hill Cement', 'quarryhill', 'ng', 112, 2, 2, 1],
  ['Éditions du Moineau', 'moineau', 'fr', 284, 2, 2],
  ['Laboratoires Clairval', 'clairval', 'fr', 163, 3, 2, 1, 1],
  ['Umbra Optiek', 'umbra', 'nl', 75, 2, 2, 1],
  ['Wattle Creek Wines', 'wattlecreek', 'en', 219, 2, 1, 0, 1],
  ['Serra do Vento', 'serradovento', 'pt', 308, 3, 2, 1],
  ['Brightwater Research', 'brightwater', 'en', null, 0, 0, 0, 0, 3],
  ['Tessera Partners', 'tessera', 'nl', null, 0, 0, 0, 0, 2],
];

const NEW_ROWS: readonly Row[] = [
  ['Orchard Road Logistics', 'orchardroad', 'zh', 312, 0, 6, 1, 1],
  ['Sable Coast Fisheries', 'sablecoast', 'en', 318, 0, 5, 1],
  ['Anadolu Çini', 'anadolu', 'tr', 325, 0, 5, 1, 1],
  ['Savanna Solar', 'savannasolar', 'ng', 340, 0, 4, 1],
];

export const ACCOUNTS: readonly SeedAccount[] = [
  ...ROWS.map((row) => toAccount(row, false)),
  ...NEW_ROWS.map((row) => toAccount(row, true)),
];

function toAccount([name, domain, culture, renewsIn, ...people]: Row, isNew: boolean): SeedAccount {
  const [before = 0, added = 0, influencers = 0, buyers = 0, advocates = 0, procurement = 0] = people;
  const endUsers = [before, added] as const;
  return { name, domain, culture, renewsIn, isNew, endUsers, influencers, buyers, advocates, procurement };
}

const NEAR: Partial<Record<Culture, string>> = {
  no: 'Nordics',
  ...{ ja: 'Asia', zh: 'Asia', hi: 'Asia', ko: 'Asia' },
  ...{ ar: 'Middle East', he: 'Middle East', tr: 'Middle East' },
  ng: 'Africa',
};

/** The sales region that looks after an account of this culture. */
export function regionOf(culture: Culture): string {
  return NEAR[culture] ?? 'Europe';
}
