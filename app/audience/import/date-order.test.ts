import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideDateOrder, readDate } from './date-order.ts';

test('one unambiguous row decides for the column', () => {
  expect(decideDateOrder(['11/01/2027', '01/02/2027', '25/03/2027'])).toEqual({
    kind: 'decided',
    order: 'day_first',
    example: '25/03/2027',
  });
  expect(decideDateOrder(['11-01-2027', '03-25-2027'])).toMatchObject({
    kind: 'decided',
    order: 'month_first',
  });
});

test('without such a row, or with rows that contradict each other, a person is asked', () => {
  expect(decideDateOrder(['11/01/2027', ''])).toEqual({ kind: 'ambiguous', example: '11/01/2027' });
  expect(decideDateOrder(['25/03/2027', '03/25/2027'])).toEqual({
    kind: 'mixed',
    example: '25/03/2027 and 03/25/2027',
  });
});

test('columns that need no order ask nothing', () => {
  expect(decideDateOrder(['2027-01-11', '11.01.2027', '3/3/2027', '28 Feb 2027', 'soon', ''])).toEqual({
    kind: 'unambiguous',
  });
});

test.each([
  ['2027-02-28', '2027-02-28'],
  ['2027/2/8', '2027-02-08'],
  [' 2027-02-28T23:59:00Z ', '2027-02-28'],
  ['2027-02-28 14:05', '2027-02-28'],
  ['28.02.2027', '2027-02-28'],
  ['8. 2. 2027', '2027-02-08'],
  ['3/3/2027', '2027-03-03'],
  ['25/03/2027', '2027-03-25'],
  ['28 Feb 2027', '2027-02-28'],
  ['Feb 28th, 2027', '2027-02-28'],
  ['28. Februar 2027', '2027-02-28'],
  ['1er mars 2027', null],
  ['28 février 2027', '2027-02-28'],
  ['3 août 2027', '2027-08-03'],
  ['28 de diciembre de 2027', '2027-12-28'],
  ['29 February 2028', '2028-02-29'],
])('%j is read as %s', (text, iso) => {
  expect(readDate(text, null)).toMatchObject(iso === null ? { kind: 'no_date' } : { kind: 'date', iso });
});

test.each(['31/02/2027', '2027-02-29', '00/01/2027', '31/13/2027', '0001-01-01', '30 February 2027'])(
  '%s is no day in any calendar',
  (text) => {
    expect(readDate(text, 'day_first')).toEqual({ kind: 'no_date', why: 'impossible' });
  },
);

test('two digits are no year, and 45000 is no date', () => {
  expect(readDate('31/12/27', 'day_first')).toEqual({ kind: 'no_date', why: 'two_digit_year' });
  expect(readDate('45000', 'day_first')).toEqual({ kind: 'no_date', why: 'unreadable' });
});

test('the same digits are two days under two orders, and none without one', () => {
  expect(readDate('11/01/2027', 'day_first')).toEqual({ kind: 'date', iso: '2027-01-11' });
  expect(readDate('11/01/2027', 'month_first')).toEqual({ kind: 'date', iso: '2027-11-01' });
  expect(readDate('11/01/2027', null)).toEqual({ kind: 'order_unknown' });
});

test('every day written in the order of its column is read back', () => {
  const date = fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(date, fc.constantFrom('/', '-'), (when, sign) => {
      const iso = when.toISOString().slice(0, 10);
      const [year, month, day] = iso.split('-');
      expect(readDate([day, month, year].join(sign), 'day_first')).toEqual({ kind: 'date', iso });
      expect(readDate([month, day, year].join(sign), 'month_first')).toEqual({ kind: 'date', iso });
    }),
  );
});
