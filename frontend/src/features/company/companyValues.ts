import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { Tenant, TenantPatch } from '@/shared/api/gen';
import { cleanTaxId, formatTaxId, isTaxId } from '@/shared/format/taxId';
import { atMost } from '@/shared/forms/atMost';
import { readColour } from '@/shared/theme/colour';
import type { ComboboxItem } from '@/shared/ui/Combobox';
import { readOrigin } from './origin';
import { readPixKey } from './pixKey';
import { isZone, zoneItem } from './timeZones';

/** What is typed into the form of the company. */
export interface CompanyValues {
  name: string;
  tax_id: string;
  locale: Tenant['locale'];
  time_zone: ComboboxItem | null;
  invoice_due_days: string;
  pix_key: string;
  pix_merchant_name: string;
  pix_city: string;
  /** Empty: the colour of Pulso. */
  accent_color: string;
  allowed_origins: string[];
}

export function valuesOf(tenant: Tenant): CompanyValues {
  return {
    name: tenant.name,
    tax_id: tenant.tax_id ? formatTaxId(tenant.tax_id) : '',
    locale: tenant.locale,
    time_zone: zoneItem(tenant.time_zone),
    invoice_due_days: String(tenant.invoice_due_days),
    pix_key: tenant.pix_key ?? '',
    pix_merchant_name: tenant.pix_merchant_name ?? '',
    pix_city: tenant.pix_city ?? '',
    accent_color: tenant.accent_color ?? '',
    allowed_origins: tenant.allowed_origins ?? [],
  };
}

export function companySchema(t: TFunction) {
  const text = (most: number) => z.string().trim().check(atMost(most, t));
  return z.object({
    name: text(200).min(1, t('kit.required')),
    tax_id: z.string().refine((typed) => typed === '' || isTaxId(typed), t('kit.notATaxId')),
    locale: z.enum(['pt-BR', 'en']),
    time_zone: z.custom<ComboboxItem | null>(
      (zone) => Boolean(zone) && isZone((zone as ComboboxItem).id),
      t('company.timeZoneInvalid'),
    ),
    invoice_due_days: z
      .string()
      .refine((days) => /^\d{1,2}$/.test(days.trim()) && Number(days) <= 90, t('company.dueDaysInvalid')),
    pix_key: z
      .string()
      .refine((typed) => typed.trim() === '' || readPixKey(typed) !== null, t('company.pixKeyInvalid')),
    pix_merchant_name: text(25),
    pix_city: text(15),
    allowed_origins: z
      .array(z.string())
      .max(20, t('company.originsTooMany'))
      .refine((typed) => typed.every((origin) => readOrigin(origin) !== null), t('company.originsInvalid')),
    accent_color: z
      .string()
      .refine((typed) => typed.trim() === '' || readColour(typed) !== null, t('company.accentInvalid')),
  });
}

function written(values: CompanyValues) {
  return {
    name: values.name.trim(),
    tax_id: cleanTaxId(values.tax_id) || null,
    locale: values.locale,
    time_zone: values.time_zone?.id ?? '',
    invoice_due_days: Number(values.invoice_due_days),
    pix_key: readPixKey(values.pix_key)?.key ?? null,
    pix_merchant_name: values.pix_merchant_name.trim() || null,
    pix_city: values.pix_city.trim() || null,
    accent_color: readColour(values.accent_color),
    // In one order, as the server keeps them.
    allowed_origins: values.allowed_origins.map((origin) => readOrigin(origin) ?? origin).sort(),
  };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export type CompanyField = keyof ReturnType<typeof written>;

/** Only what differs from the company the form was opened with. */
export function patchBody(opened: Tenant, values: CompanyValues): TenantPatch {
  const before = written(valuesOf(opened));
  return Object.fromEntries(
    Object.entries(written(values)).filter(([field, value]) => !same(before[field as CompanyField], value)),
  );
}

/** The fields that somebody else has changed since the form was opened. */
export function changedFields(opened: Tenant, present: Tenant): CompanyField[] {
  const before = written(valuesOf(opened));
  const after = written(valuesOf(present));
  return (Object.keys(after) as CompanyField[]).filter((field) => !same(before[field], after[field]));
}
