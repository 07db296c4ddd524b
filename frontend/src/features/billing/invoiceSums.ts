/**
 * Quantities have up to three decimals and are counted in thousandths, amounts in cents: sums of whole numbers only, as
 * the server makes them.
 */
const mostThousandths = 1_000_000_000;

/** Reads `1`, `1,5`, `0.125` as thousandths; null for what is no quantity above zero. */
export function parseQuantity(text: string): number | null {
  const match = /^(\d{1,7})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!match) return null;
  const thousandths = Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0'));
  return thousandths > 0 && thousandths <= mostThousandths ? thousandths : null;
}

/** quantity x unit, half a cent up. */
export function lineTotal(thousandths: number, unitCents: number): number {
  return Number((BigInt(thousandths) * BigInt(unitCents) + 500n) / 1000n);
}

export interface ItemValues {
  quantity: string;
  unit_price: number | null;
}

/** The total of one line while it is typed; null until quantity and price are there. */
export function itemTotal(item: ItemValues): number | null {
  const quantity = parseQuantity(item.quantity);
  const { unit_price } = item;
  if (quantity === null || unit_price === null || !Number.isSafeInteger(unit_price)) return null;
  return lineTotal(quantity, unit_price);
}

/** The total of the invoice: the sum of its rounded lines, as it is printed. */
export function invoiceTotal(items: readonly ItemValues[]): number {
  return items.reduce((sum, item) => sum + (itemTotal(item) ?? 0), 0);
}
