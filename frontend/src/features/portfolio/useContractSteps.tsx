import { useTranslation } from 'react-i18next';
import type { Contract, ContractStatus } from '@/shared/api/gen';
import { activateContract, cancelContract, freezeContract } from '@/shared/api/gen/contracts';
import { getContractQueryKey } from '@/shared/api/gen/contracts/query';
import { named, names } from '@/shared/api/names';
import { stepOf, writeTo } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { FormDialog } from '@/shared/forms/FormDialog';
import { fieldsOf, requiredDay } from '@/shared/forms/fieldKinds';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { type Step, useSteps } from '@/shared/records/useSteps';
import { toast } from '@/shared/ui/toast';
import { monthlyCents } from './contractFields';

const kinds = ['contract'] as const;
const keep = ({ id }: Contract) => getContractQueryKey(named('contract', id));

/** What a contract may become, each with what it will do to the money. */
export function useContractSteps(contract: Contract | undefined, edit: Step<Contract>) {
  const { t } = useTranslation();
  const format = useFormat();
  const stepsOf = (contract: Contract): (Step<Contract> | false)[] => {
    const { title, status } = contract;
    const mrr = format.money(monthlyCents(contract.amount_cents, contract.billing_cycle), contract.currency);
    const request = { ...stepOf(contract), query: names.contract, throwOnError: true } as const;
    const from = (...states: ContractStatus[]) => states.includes(status);
    return [
      edit,
      from('trial', 'frozen') && {
        label: t('portfolio.action.activate'),
        variant: 'primary',
        ask: {
          title: t('portfolio.action.activateTitle', { title }),
          text: t('portfolio.action.activateText', { mrr }),
        },
        run: () => activateContract(request),
        onDone: () => toast.done(t('portfolio.action.activated'), { detail: title }),
      },
      from('active') && {
        label: t('portfolio.action.freeze'),
        ask: {
          title: t('portfolio.action.freezeTitle', { title }),
          text: t('portfolio.action.freezeText', { mrr }),
        },
        run: () => freezeContract(request),
        onDone: () => toast.done(t('portfolio.action.frozen'), { detail: title }),
      },
      from('trial', 'active', 'frozen') && {
        label: t('portfolio.action.cancel'),
        variant: 'danger',
        apart: true,
        form: (close) => <CancelDialog contract={contract} onClose={close} />,
      },
    ];
  };
  return useSteps<Contract>({ kinds, keep, steps: contract ? stepsOf(contract) : [] });
}

const lastDay = fieldsOf<{ end_on: string }>();

function CancelDialog({ contract, onClose }: { contract: Contract; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { field, frame } = useSaveForm({
    fields: lastDay({
      end_on: {
        ...requiredDay,
        rule: (words) =>
          requiredDay
            .rule(words)
            .refine((day) => day >= contract.start_on, words('portfolio.form.endBeforeStart')),
      },
    }),
    label: () => t('portfolio.action.lastDay'),
    start: { end_on: format.today() },
    kinds,
    keep,
    create: (body) =>
      cancelContract({ ...writeTo(contract, body), query: names.contract, throwOnError: true }),
    onDone: () => {
      toast.done(t('portfolio.action.cancelled'), { detail: contract.title });
      onClose();
    },
  });
  return (
    <FormDialog
      {...frame}
      size="sm"
      title={t('portfolio.action.cancelTitle', { title: contract.title })}
      text={t('portfolio.action.cancelText')}
      submit={t('portfolio.action.cancel')}
      danger
      cancel={t('portfolio.action.keep')}
      onClose={onClose}
    >
      {field('end_on', { wide: true })}
    </FormDialog>
  );
}
