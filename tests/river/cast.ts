/** Whom the river asks, what each answers, and the figures that follow by hand. */

export interface Character {
  name: string;
  account: string;
  title: string;
  /** What the file says about their role; blank where nobody wrote it down. */
  role: 'Signs' | 'Works with it' | '';
  /** 0 to 10; null for who never answers. */
  score: number | null;
}

export const PEOPLE: readonly Character[] = [
  { name: 'Amara Osei', account: 'Meridian Foods', title: 'Head of finance', role: 'Signs', score: 9 },
  { name: 'Henrik Aalto', account: 'Lumen Rail', title: 'CFO', role: 'Signs', score: 3 },
  { name: 'Noor El-Amin', account: 'Delta Ports', title: 'Managing director', role: 'Signs', score: 6 },
  { name: 'Mei-Ling Chua', account: 'Kestrel Air', title: 'VP finance', role: 'Signs', score: 10 },
  { name: 'Takumi Arai', account: 'Orchard & Sons', title: 'Owner', role: 'Signs', score: 5 },
  { name: 'Ruth Achterberg', account: 'Vale Water', title: 'Controller', role: 'Signs', score: 7 },
  { name: 'Björn Lindqvist', account: 'Nord Timber', title: 'CFO', role: 'Signs', score: null },
  { name: 'Ana Ruiz', account: 'Meridian Foods', title: 'Analyst', role: 'Works with it', score: 10 },
  { name: 'Tom Baker', account: 'Lumen Rail', title: 'Planner', role: 'Works with it', score: 9 },
  { name: 'Sara Cohen', account: 'Delta Ports', title: 'Dispatcher', role: 'Works with it', score: 8 },
  { name: 'Piotr Nowak', account: 'Kestrel Air', title: 'Analyst', role: 'Works with it', score: 4 },
  { name: 'Lena Vogel', account: 'Vale Water', title: 'Operator', role: 'Works with it', score: 9 },
  { name: 'Yusuf Demir', account: 'Vale Water', title: 'Engineer', role: '', score: null },
];

/** Promoters less detractors, as parts of a hundred of those who answered, rounded to whole points. */
export const FIGURES = { buyers: '−17', endUsers: '+40' } as const;

export const BUYERS_HEARD = '6 of 7 heard';

export function addressOf({ name }: Pick<Character, 'name'>): string {
  const plain = name.normalize('NFD').replace(/[^a-zA-Z ]/g, '');
  return `${plain.toLowerCase().replaceAll(' ', '.')}@people.example`;
}

/** As a spreadsheet writes it: semicolons, a byte order mark, and one row that nobody can be written to by. */
export function peopleFile(): Buffer {
  const rows = PEOPLE.map((one) => [one.name, addressOf(one), one.account, one.title, one.role]);
  const head = ['Name', 'E-mail', 'Company', 'Job title', 'What they do with us'];
  const broken = ['Nobody Inparticular', 'not an address', 'Vale Water', 'Intern', 'Works with it'];
  const lines = [head, ...rows, broken].map((cells) => cells.join(';'));
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}
