/**
 * CPF (11 digits) and CNPJ (14 characters: since July 2026 the first 12 may be letters or digits, the two check
 * digits stay digits; each character counts as its ASCII code minus 48, so that old numbers keep their digits).
 */
export type TaxIdKind = 'cpf' | 'cnpj';

export function cleanTaxId(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

export function taxIdKind(text: string): TaxIdKind | null {
  const value = cleanTaxId(text);
  if (/^\d{11}$/.test(value)) return 'cpf';
  if (/^[0-9A-Z]{12}\d{2}$/.test(value)) return 'cnpj';
  return null;
}

function checkDigit(value: string, weights: number[]): number {
  const sum = weights.reduce((total, weight, index) => total + weight * (value.charCodeAt(index) - 48), 0);
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}

const descending = (from: number, count: number) => Array.from({ length: count }, (_, index) => from - index);
const cnpjWeights = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

export function isTaxId(text: string): boolean {
  const value = cleanTaxId(text);
  // 000.000.000-00 and its like satisfy the sum but are never issued.
  if (/^(.)\1+$/.test(value)) return false;
  const kind = taxIdKind(value);
  if (kind === 'cpf') {
    const first = checkDigit(value, descending(10, 9));
    const second = checkDigit(value, descending(11, 10));
    return value.endsWith(`${first}${second}`);
  }
  if (kind === 'cnpj') {
    const first = checkDigit(value, cnpjWeights);
    const second = checkDigit(value, [6, ...cnpjWeights]);
    return value.endsWith(`${first}${second}`);
  }
  return false;
}

/** `529.982.247-25` or `12.ABC.345/01DE-35`; what is neither, as it came. */
export function formatTaxId(text: string): string {
  const value = cleanTaxId(text);
  const kind = taxIdKind(value);
  return kind ? maskTaxId(value) : text;
}

/** The mask while typing: a CPF until a letter or a twelfth character makes it a CNPJ. */
export function maskTaxId(text: string): string {
  const value = cleanTaxId(text).slice(0, 14);
  const isCnpj = value.length > 11 || /[A-Z]/.test(value);
  const cut = (...lengths: number[]) => {
    let start = 0;
    return lengths.map((length) => {
      start += length;
      return value.slice(start - length, start);
    });
  };
  const [separators, groups] = isCnpj
    ? [['', '.', '.', '/', '-'], cut(2, 3, 3, 4, 2)]
    : [['', '.', '.', '-'], cut(3, 3, 3, 2)];
  return groups.map((group, index) => (group ? `${separators[index]}${group}` : '')).join('');
}
