import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ArrowRightLeft, MoreHorizontal, SquareKanban, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead, LeadPatch } from '@/shared/api/gen';
import {
  deleteLeadMutation,
  getLeadOptions,
  getLeadQueryKey,
  updateLeadMutation,
} from '@/shared/api/gen/leads/query';
import { invalidateOperations } from '@/shared/api/invalidate';
import { toProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problemText';
import { formatPhone } from '@/shared/format/phone';
import { useFormat } from '@/shared/format/useFormat';
import { OwnerSelect } from '@/shared/pickers/pickers';
import { useCan } from '@/shared/session/useSession';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { EditableChoice, EditableText, Fact } from '@/shared/ui/Editable';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { RecordPanel } from '@/shared/ui/RecordPanel';
import { Select } from '@/shared/ui/Select';
import { TagsInput } from '@/shared/ui/TagsInput';
import { toast } from '@/shared/ui/toast';
import { ConvertDialog } from './ConvertDialog';
import { openStages, stageTone } from './leadStages';
import { useSourceOptions } from './useSourceName';

export function LeadPanel({ leadId, onClose }: { leadId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const client = useQueryClient();
  const navigate = useNavigate();
  const query = useQuery(getLeadOptions({ path: { id: leadId } }));
  const [step, setStep] = useState<'convert' | 'delete' | null>(null);
  const lead = query.data;
  const writable = can('crm.leads:write');
  const remove = useMutation({
    ...deleteLeadMutation(),
    onSuccess: () => {
      void invalidateOperations(client, 'listLeads');
      toast.done(t('crm.lead.deleted', { name: lead?.name ?? '' }));
      onClose();
    },
    onError: (error) => {
      setStep(null);
      const text = problemText(toProblem(error), t);
      toast.failed(text.title, { detail: text.detail });
    },
  });
  const showDeal = (dealId: string) => void navigate({ to: '/pipeline', search: { deal: dealId } });

  return (
    <>
      <RecordPanel
        query={query}
        onClose={onClose}
        title={(record) => record.name}
        subtitle={(record) => record.company_name ?? record.email ?? ''}
        actions={
          writable &&
          lead && (
            <Menu align="end" trigger={<IconButton icon={MoreHorizontal} label={t('kit.more')} />}>
              <MenuItem icon={Trash2} danger onSelect={() => setStep('delete')}>
                {t('crm.lead.delete')}
              </MenuItem>
            </Menu>
          )
        }
        footer={
          lead?.stage === 'converted'
            ? lead.deal_id &&
              can('crm.deals:read') && (
                <Button icon={SquareKanban} onClick={() => lead.deal_id && showDeal(lead.deal_id)}>
                  {t('crm.convert.open')}
                </Button>
              )
            : writable &&
              lead && (
                <Button variant="primary" icon={ArrowRightLeft} onClick={() => setStep('convert')}>
                  {t('crm.convert.action')}
                </Button>
              )
        }
      >
        {(record) => <LeadFacts lead={record} writable={writable} />}
      </RecordPanel>
      {step === 'convert' && lead && (
        <ConvertDialog
          lead={lead}
          onClose={() => setStep(null)}
          onConverted={({ deal }) => {
            setStep(null);
            toast.done(t('crm.convert.done', { title: deal.title }), {
              action: { label: t('crm.convert.open'), run: () => showDeal(deal.id) },
            });
          }}
        />
      )}
      {step === 'delete' && lead && (
        <ConfirmDialog
          title={t('crm.lead.delete')}
          text={t('crm.lead.deleteText', { name: lead.name })}
          confirm={t('crm.lead.delete')}
          busy={remove.isPending}
          onConfirm={() => remove.mutate({ path: { id: lead.id } })}
          onClose={() => setStep(null)}
        />
      )}
    </>
  );
}

function LeadFacts({ lead, writable }: { lead: Lead; writable: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const sources = useSourceOptions();
  const update = useMutation(updateLeadMutation());
  const locked = !writable;
  const save = async (patch: LeadPatch) => {
    try {
      const saved = await update.mutateAsync({
        path: { id: lead.id },
        body: { ...patch, version: lead.version },
      });
      client.setQueryData(getLeadQueryKey({ path: { id: lead.id } }), saved);
      void invalidateOperations(client, 'listLeads');
    } catch (error) {
      if ([409, 412].includes(toProblem(error).status)) void invalidateOperations(client, 'getLead');
      throw error;
    }
  };
  const known = sources.some((source) => source.value === lead.source);
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-1">
        {lead.stage === 'converted' ? (
          <Fact label={t('crm.lead.stage')}>
            <Badge tone={stageTone.converted}>{t('crm.lead.stages.converted')}</Badge>
          </Fact>
        ) : (
          <EditableChoice label={t('crm.lead.stage')} value={lead.stage} onSave={(stage) => save({ stage })}>
            {(value, choose, saving) => (
              <Select
                options={openStages.map((stage) => ({ value: stage, label: t(`crm.lead.stages.${stage}`) }))}
                value={value}
                onChange={choose}
                disabled={locked || saving}
              />
            )}
          </EditableChoice>
        )}
        <EditableText
          label={t('crm.lead.score')}
          value={String(lead.bant_score)}
          disabled={locked}
          hint={t('crm.lead.scoreHint')}
          check={(score) => (/^(?:\d{1,2}|100)$/.test(score) ? undefined : t('crm.lead.scoreHint'))}
          onSave={(score) => save({ bant_score: Number(score) })}
        />
        <EditableText
          label={t('crm.lead.name')}
          value={lead.name}
          required
          disabled={locked}
          onSave={(name) => save({ name })}
        />
        <EditableText
          label={t('crm.lead.email')}
          value={lead.email ?? ''}
          disabled={locked}
          onSave={(email) => save({ email: email || null })}
        />
        <EditableText
          label={t('crm.lead.phone')}
          value={lead.phone ?? ''}
          format={formatPhone}
          disabled={locked}
          onSave={(phone) => save({ phone: phone || null })}
        />
        <EditableText
          label={t('crm.lead.company')}
          value={lead.company_name ?? ''}
          disabled={locked}
          onSave={(company_name) => save({ company_name: company_name || null })}
        />
        <EditableChoice
          label={t('crm.lead.source')}
          value={lead.source ?? ''}
          onSave={(source) => save({ source })}
        >
          {(value, choose, saving) => (
            <Select
              options={
                known || !lead.source ? sources : [...sources, { value: lead.source, label: lead.source }]
              }
              value={value || null}
              onChange={choose}
              placeholder="—"
              disabled={locked || saving}
            />
          )}
        </EditableChoice>
        <EditableChoice
          label={t('crm.lead.owner')}
          value={lead.owner_id ?? null}
          onSave={(owner_id) => save({ owner_id })}
        >
          {(value, choose, saving) => (
            <OwnerSelect value={value} name={lead.owner_name} onChange={choose} disabled={locked || saving} />
          )}
        </EditableChoice>
        <EditableChoice label={t('crm.lead.tags')} value={lead.tags} onSave={(tags) => save({ tags })}>
          {(value, choose, saving) => (
            <TagsInput
              value={value}
              onChange={choose}
              placeholder="—"
              disabled={locked || saving}
              className="border-transparent bg-transparent px-2"
            />
          )}
        </EditableChoice>
        <EditableText
          label={t('crm.lead.notes')}
          value={lead.notes ?? ''}
          multiline
          disabled={locked}
          onSave={(notes) => save({ notes: notes || null })}
        />
      </div>
      <div className="border-t border-line pt-3">
        <Fact label={t('crm.lead.createdAt')}>
          <span className="tabular">{format.dateTime(lead.created_at)}</span>
        </Fact>
        <Fact label={t('crm.deal.updatedAt')}>
          <span className="tabular">{format.dateTime(lead.updated_at)}</span>
        </Fact>
      </div>
    </div>
  );
}
