/** The numbers of list items, in the numerals that CSS knows. */

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω';

function alphabetic(number: number, letters = LATIN): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / letters.length)) {
    text = letters.charAt((rest - 1) % letters.length) + text;
  }
  return text;
}

/** The number of a list item, counted from 1, in a kind of CSS’s list-style-type that counts. */
export function numeral(number: number, type: string): string {
  const inRange = number > 0 && number < 4000;
  switch (type) {
    case 'lower-alpha':
    case 'lower-latin':
      return number > 0 ? alphabetic(number) : String(number);
    case 'upper-alpha':
    case 'upper-latin':
      return number > 0 ? alphabetic(number).toUpperCase() : String(number);
    case 'lower-greek':
      return number > 0 ? alphabetic(number, GREEK) : String(number);
    case 'lower-roman':
      return inRange ? roman(number) : String(number);
    case 'upper-roman':
      return inRange ? roman(number).toUpperCase() : String(number);
    case 'decimal-leading-zero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}
