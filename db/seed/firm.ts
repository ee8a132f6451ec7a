/** The invented firm, and the three people of it whom a visitor can be. */
export const FIRM = 'Northwind Metrics (example)';

export const MEMBERS = {
  admin: {
    name: 'Ifeoma Okonkwo',
    email: 'ifeoma@northwind.example',
    password: 'sign in as the example admin',
  },
  cx: { name: 'Priya Raman', email: 'priya@northwind.example', password: 'sign in as the example cx lead' },
  executive: {
    name: 'Lena Sørensen',
    email: 'lena@northwind.example',
    password: 'sign in as the example executive',
  },
} as const;

export const PROCUREMENT_LEAD = {
  name: 'Procurement lead',
  plural: 'Procurement leads',
  base: 'buyer',
  definition: 'Runs the tender and the contract for others who pay, and answers for its terms.',
  question: 'Do you negotiate our contract without holding the budget?',
} as const;

/** Asked twice, of everybody, with the names kept: what the overview shows. */
export const STANDING = {
  name: 'How we are doing',
  senderName: MEMBERS.cx.name,
  confidentiality: 'attributed',
} as const;

/** Asked of new accounts in confidence, and still open. */
export const WELCOME = {
  name: 'First ninety days',
  senderName: MEMBERS.cx.name,
  confidentiality: 'confidential',
} as const;

export const HEADLINE = 'Buyers want the price explained before they renew, and most of them did not answer.';
