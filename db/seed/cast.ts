import { ACCOUNTS, type SeedAccount } from './accounts.ts';
import type { Dice } from './dice.ts';
import { createNaming, type Named, toMailbox } from './names.ts';
import { TITLES } from './titles.ts';

export type Position = 'end_user' | 'influencer' | 'buyer' | 'procurement' | 'advocate' | 'unplaced';

export interface Actor extends Named {
  email: string;
  account: SeedAccount;
  position: Position;
  title: string;
  /** Known before the first wave, or came between the two. */
  joins: 'before' | 'between';
  /** Days before the Monday of loading on which they began in this role. */
  since: number;
  /** Nobody has confirmed the role since it was written down. */
  isStale: boolean;
}

/** People whom the story names: they take the first seat of their position at their account. */
const NAMED: readonly [account: string, position: Position, name: string, title: string][] = [
  ['Halvorsen Freight', 'buyer', 'Ruth Achterberg', 'Chief financial officer'],
  ['Meridian Foods', 'buyer', 'Tomás Herrera', 'Finance director'],
  ['Meridian Foods', 'end_user', 'Aarón Vidal', 'Planner'],
  ['Kestrel Rail', 'buyer', 'Devika Nair', 'Chief operating officer'],
  ['Kestrel Rail', 'influencer', 'Noor El-Amin', 'Head of service'],
  ['Tagus Telecom', 'buyer', 'João Brito', 'Finance director'],
  ['Quayside Insurance', 'buyer', 'Marguerite Oyelaran', 'Chief operating officer'],
  ['Quayside Insurance', 'influencer', 'Takumi Arai', 'Head of planning'],
  ['Okafor & Lund', 'influencer', 'Chiamaka Lund', 'Head of operations'],
  ['Ellerby Water', 'buyer', 'Ingrid Solberg', 'General manager'],
  ['Harbourlight Hotels', 'buyer', 'Mei Castellano', 'Managing director'],
  ['Brightwater Research', 'advocate', 'Petra Vance', 'Industry analyst'],
];

/** Roles written down long ago at these accounts, which nobody has looked at since. */
const NEGLECTED = ['Umbra Optiek', 'Juniper Lane Schools', 'Cobres de Quilapán', 'Wattle Creek Wines'];
const UNPLACED = 68;

/** Everybody in the story, the same people in the same order every time. */
export function castPeople(dice: Dice): Actor[] {
  const nameOne = createNaming(dice);
  const people = ACCOUNTS.flatMap((account) =>
    seatsOf(account).map(([position, joins], at, all) => {
      const isFirst = all.findIndex(([other]) => other === position) === at;
      const known = isFirst ? NAMED.find(([name, held]) => name === account.name && held === position) : null;
      const named = known ? withName(nameOne(account.culture), known[2]) : nameOne(account.culture);
      const isStale = NEGLECTED.includes(account.name) && joins === 'before';
      const title = known?.[3] ?? dice.pick(TITLES[position]);
      const since = joins === 'before' ? 260 + dice.roll(900) : 70 + dice.roll(100);
      return { ...named, email: addressAt(account, named), account, position, title, joins, since, isStale };
    }),
  );
  return [...people, ...castUnplaced(dice, nameOne)];
}

function seatsOf(account: SeedAccount): [Position, Actor['joins']][] {
  const joins = account.isNew ? 'between' : 'before';
  const seats = (position: Position, count: number, when: Actor['joins'] = joins) =>
    Array.from({ length: count }, (): [Position, Actor['joins']] => [position, when]);
  return [
    ...seats('buyer', account.buyers),
    ...seats('procurement', account.procurement),
    ...seats('influencer', account.influencers),
    ...seats('advocate', account.advocates),
    ...seats('end_user', account.endUsers[0]),
    ...seats('end_user', account.endUsers[1], 'between'),
  ];
}

function castUnplaced(dice: Dice, nameOne: ReturnType<typeof createNaming>): Actor[] {
  const homes = ACCOUNTS.filter(({ endUsers }) => endUsers[0] > 0);
  return Array.from({ length: UNPLACED }, (_, at) => {
    const account = homes[at % homes.length]!;
    const named = nameOne(account.culture);
    const title = dice.pick(TITLES.unplaced);
    const email = addressAt(account, named);
    return {
      ...named,
      email,
      account,
      position: 'unplaced',
      title,
      joins: 'between',
      since: 0,
      isStale: false,
    };
  });
}

function withName(made: Named, name: string): Named {
  return { ...made, name, mailbox: toMailbox(name), language: 'en' };
}

function addressAt({ domain }: SeedAccount, { mailbox }: Named): string {
  return `${mailbox}@${domain}.example`;
}
