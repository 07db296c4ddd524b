import { useTranslation } from 'react-i18next';
import type { Customer } from '@/shared/api/gen';
import { useCustomFields } from '@/shared/custom/useCustomFields';
import { useCustomText } from '@/shared/custom/useCustomText';
import { useFormat } from '@/shared/format/useFormat';
import { useUserOptions } from '@/shared/pickers/options';
import { useRecordName } from '@/shared/pickers/recordName';
import { RecordLink } from '@/shared/records/RecordLink';
import { useCan } from '@/shared/session/useSession';
import { Card } from '@/shared/ui/Card';
import { FactList } from '@/shared/ui/FactList';
import { customerShown } from './customerShown';

export function CustomerFacts({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const users = useUserOptions();
  const custom = useCustomFields('customers');
  const customText = useCustomText();
  const company = useRecordName('company', customer.company_id);
  const manager = users.find((user) => user.value === customer.account_manager_id)?.label;
  return (
    <Card title={t('customers.facts')}>
      <FactList
        facts={[
          ...customerShown.facts(customer, (name) => t(`fields.customer.${name}`)),
          ...custom.map((field) => ({
            label: field.label,
            value: customText(field, customer.custom?.[field.key]),
          })),
          { label: t('fields.customer.account_manager_id'), value: manager },
          { label: t('fields.customer.company_id'), value: company.name },
          {
            label: t('fields.customer.crm_deal_id'),
            value: customer.crm_deal_id && can('crm.deals:read') && (
              <RecordLink kind="deal" id={customer.crm_deal_id} accent>
                {t('customers.openDeal')}
              </RecordLink>
            ),
          },
          {
            label: t('fields.customer.created_at'),
            value: customer.created_at && format.date(format.day(customer.created_at)),
          },
        ]}
      />
      {customer.notes && (
        <>
          <h3 className="mt-3 mb-1 font-medium">{t('fields.customer.notes')}</h3>
          <p className="whitespace-pre-line text-ink-2 wrap-anywhere">{customer.notes}</p>
        </>
      )}
    </Card>
  );
}
