import { cleanTaxId, isTaxId, taxIdKind } from '@/shared/format/taxId';

export type PixKeyKind = 'email' | 'phone' | 'cpf' | 'cnpj' | 'random';

/**
 * What kind of Pix key was typed, and how the key is written in a Pix code (Bacen's manual of the DICT): phones as
 * `+55...`, tax ids without mask, e-mails and random keys in lower case. Null for what is no key.
 */
export function readPixKey(typed: string): { kind: PixKeyKind; key: string } | null {
  const text = typed.trim();
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) {
    return { kind: 'random', key: text.toLowerCase() };
  }
  if (text.includes('@')) {
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && text.length <= 77
      ? { kind: 'email', key: text.toLowerCase() }
      : null;
  }
  // Eleven digits may be a CPF or a mobile phone: the check digits decide, as nobody's phone passes them by plan.
  if (!text.startsWith('+') && !/^\(/.test(text) && isTaxId(text)) {
    return { kind: taxIdKind(text) === 'cpf' ? 'cpf' : 'cnpj', key: cleanTaxId(text) };
  }
  if (!/^[\d\s()+-]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, '').replace(/^55(?=\d{10,11}$)/, '');
  return /^[1-9]\d(9\d{8}|[2-5]\d{7})$/.test(digits) ? { kind: 'phone', key: `+55${digits}` } : null;
}
