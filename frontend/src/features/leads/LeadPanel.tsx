import { useNavigate } from '@tanstack/react-router';
import { ArrowRightLeft, MoreHorizontal, SquareKanban, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RecordActivities } from '@/shared/activities/RecordActivities';
import type { Lead, LeadPatch } from '@/shared/api/gen';
import { deleteLead, updateLead } from '@/shared/api/gen/leads';
import { getLeadOptions } from '@/shared/api/gen/leads/query';
import { named, names } from '@/shared/api/names';
import { stepOf } from '@/shared/api/version';
import { CustomFacts } from '@/shared/custom/CustomFacts';
import { optionsOf } from '@/shared/lib/optionsOf';
import { useFacts } from '@/shared/records/RecordFacts';
import { useRecordEditor } from '@/shared/records/useRecordEditor';
import { type Step, useSteps } from '@/shared/records/useSteps';
import { useCan } from '@/shared/session/useSession';
import { Badge } from '@/shared/ui/Badge';
import { Fact } from '@/shared/ui/Editable';
import { IconButton } from '@/shared/ui/IconButton';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { RecordPanel } from '@/shared/ui/RecordPanel';
import { toast } from '@/shared/ui/toast';
import { ConvertDialog } from './ConvertDialog';
import { LeadBantFacts } from './LeadBantFacts';
import { LeadScoreFacts } from './LeadScoreFacts';
import { openStages, stageTone } from './leadStages';
import { useLeadSources } from './useLeadSources';

const dealAt = (deal: string) => ({ to: '/pipeline', search: { deal } }) as const;

export function LeadPanel({ leadId, onClose }: { leadId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const { query, save } = useRecordEditor<Lead, LeadPatch>(
    getLeadOptions(named('lead', leadId)),
    (request) => updateLead({ ...request, query: names.lead, throwOnError: true }),
    'lead',
  );
  const writable = can('crm.leads:write');
  const lead = query.data;
  const remove: Step<unknown> | undefined = lead && {
    elsewhere: true,
    label: t('crm.lead.delete'),
    variant: 'danger',
    ask: { title: t('crm.lead.delete'), text: t('crm.lead.deleteText', { name: lead.name }) },
    run: () => deleteLead({ ...stepOf(lead), throwOnError: true }),
    onDone: () => {
      toast.done(t('crm.lead.deleted', { name: lead.name }));
      onClose();
    },
  };
  const { buttons, dialog, start } = useSteps<unknown>({
    kinds: ['lead'],
    steps: [
      remove,
      lead &&
        lead.stage !== 'converted' && {
          label: t('crm.convert.action'),
          icon: ArrowRightLeft,
          variant: 'primary',
          form: (close) => (
            <ConvertDialog
              lead={lead}
              onClose={close}
              onConverted={({ deal }) => {
                close();
                toast.done(t('crm.convert.done', { title: deal.title }), {
                  actions: [{ label: t('crm.convert.open'), run: () => void navigate(dealAt(deal.id)) }],
                });
              }}
            />
          ),
        },
    ],
  });
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
              <MenuItem icon={Trash2} danger onSelect={() => remove && start(remove)}>
                {t('crm.lead.delete')}
              </MenuItem>
            </Menu>
          )
        }
        footer={
          lead?.stage === 'converted'
            ? lead.deal_id &&
              can('crm.deals:read') && (
                <LinkButton icon={SquareKanban} place={dealAt(lead.deal_id)}>
                  {t('crm.convert.open')}
                </LinkButton>
              )
            : writable && lead && buttons
        }
      >
        {(record) => <LeadFacts lead={record} save={save} locked={!writable} />}
      </RecordPanel>
      {dialog}
    </>
  );
}

interface FactsProps {
  lead: Lead;
  save: (patch: LeadPatch) => Promise<unknown>;
  locked: boolean;
}

function LeadFacts({ lead, save, locked }: FactsProps) {
  const { t } = useTranslation();
  const listed = useLeadSources();
  const f = useFacts({ record: lead, label: (field: 'name') => t(`fields.lead.${field}`), save, locked });
  const sources = [...new Set([...listed.keys, ...(lead.source ? [lead.source] : [])])];
  const details = Object.entries(lead.source_details ?? {});
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-1">
        {lead.stage === 'converted' ? (
          <Fact label={t('fields.lead.stage')}>
            <Badge tone={stageTone.converted}>{t('crm.lead.stages.converted')}</Badge>
          </Fact>
        ) : (
          f.choice(
            'stage',
            optionsOf(openStages, (stage) => t(`crm.lead.stages.${stage}`)),
          )
        )}
        {f.required('name')}
        {f.text('email')}
        {f.phone('phone')}
        {f.text('company_name')}
        {f.text('company_size')}
        {f.choice('source', optionsOf(sources, listed.name))}
        {details.length > 0 && (
          <Fact label={t('fields.lead.source_details')}>
            <span className="text-sm text-ink-2">
              {details.map(([name, value]) => `${name}: ${value}`).join(' · ')}
            </span>
          </Fact>
        )}
        {f.record('owner_id', 'user', lead.owner)}
        {f.tags('tags')}
        <CustomFacts kind="leads" record={lead} save={save} locked={locked} />
        {f.notes('notes')}
      </div>
      <LeadBantFacts lead={lead} save={save} locked={locked} />
      <LeadScoreFacts lead={lead} locked={locked || lead.stage === 'converted'} />
      <div className="border-t border-line pt-3">
        {f.instant('created_at')}
        {f.instant('updated_at')}
      </div>
      <RecordActivities kind="lead" id={lead.id} />
    </div>
  );
}
