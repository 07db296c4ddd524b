import { useNavigate } from '@tanstack/react-router';
import { ArrowRightLeft, MoreHorizontal, SquareKanban, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead, LeadPatch } from '@/shared/api/gen';
import { deleteLead, updateLead } from '@/shared/api/gen/leads';
import { getLeadOptions } from '@/shared/api/gen/leads/query';
import { named, names } from '@/shared/api/names';
import { toProblem } from '@/shared/api/problem';
import { failureDetail, problemText } from '@/shared/api/problemText';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { OwnerSelect } from '@/shared/pickers/pickers';
import { useFacts } from '@/shared/records/RecordFacts';
import { useRecordEditor } from '@/shared/records/useRecordEditor';
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
  const navigate = useNavigate();
  const { query, save } = useRecordEditor<Lead, LeadPatch>(
    getLeadOptions(named('lead', leadId)),
    (request) => updateLead({ ...request, query: names.lead, throwOnError: true }),
    'lead',
  );
  const [step, setStep] = useState<'convert' | 'delete' | null>(null);
  const lead = query.data;
  const writable = can('crm.leads:write');
  const remove = useWrite((gone: Lead) => deleteLead({ ...stepOf(gone), throwOnError: true }), ['lead'], {
    onDone: () => {
      toast.done(t('crm.lead.deleted', { name: lead?.name ?? '' }));
      onClose();
    },
    onError: (error) => {
      setStep(null);
      const text = problemText(toProblem(error), t);
      toast.failed(text.title, failureDetail(toProblem(error), t));
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
        {(record) => <LeadFacts lead={record} save={save} writable={writable} />}
      </RecordPanel>
      {step === 'convert' && lead && (
        <ConvertDialog
          lead={lead}
          onClose={() => setStep(null)}
          onConverted={({ deal }) => {
            setStep(null);
            toast.done(t('crm.convert.done', { title: deal.title }), {
              actions: [{ label: t('crm.convert.open'), run: () => showDeal(deal.id) }],
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
          onConfirm={() => lead && remove.mutate(lead)}
          onClose={() => setStep(null)}
        />
      )}
    </>
  );
}

interface FactsProps {
  lead: Lead;
  save: (patch: LeadPatch) => Promise<unknown>;
  writable: boolean;
}

function LeadFacts({ lead, save, writable }: FactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const sources = useSourceOptions();
  const locked = !writable;
  const f = useFacts({ record: lead, label: (field: 'name') => t(`fields.lead.${field}`), save, locked });
  const known = sources.some((source) => source.value === lead.source);
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-1">
        {lead.stage === 'converted' ? (
          <Fact label={t('fields.lead.stage')}>
            <Badge tone={stageTone.converted}>{t('crm.lead.stages.converted')}</Badge>
          </Fact>
        ) : (
          <EditableChoice
            label={t('fields.lead.stage')}
            value={lead.stage}
            onSave={(stage) => save({ stage })}
          >
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
          label={t('fields.lead.bant_score')}
          value={String(lead.bant_score)}
          disabled={locked}
          hint={t('crm.lead.scoreHint')}
          check={(score) => (/^(?:\d{1,2}|100)$/.test(score) ? undefined : t('crm.lead.scoreHint'))}
          onSave={(score) => save({ bant_score: Number(score) })}
        />
        {f.required('name')}
        {f.text('email')}
        {f.phone('phone')}
        {f.text('company_name')}
        <EditableChoice
          label={t('fields.lead.source')}
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
          label={t('fields.lead.owner_id')}
          value={lead.owner_id ?? null}
          onSave={(owner_id) => save({ owner_id })}
        >
          {(value, choose, saving) => (
            <OwnerSelect
              value={value}
              name={lead.owner?.name}
              onChange={choose}
              disabled={locked || saving}
            />
          )}
        </EditableChoice>
        <EditableChoice label={t('fields.lead.tags')} value={lead.tags} onSave={(tags) => save({ tags })}>
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
        {f.notes('notes')}
      </div>
      <div className="border-t border-line pt-3">
        <Fact label={t('fields.lead.created_at')}>
          <span className="tabular">{format.dateTime(lead.created_at)}</span>
        </Fact>
        <Fact label={t('fields.lead.updated_at')}>
          <span className="tabular">{format.dateTime(lead.updated_at)}</span>
        </Fact>
      </div>
    </div>
  );
}
