import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, DealCreate } from '@/shared/api/gen';
import { createDeal } from '@/shared/api/gen/deals';
import { names } from '@/shared/api/names';
import { toProblem } from '@/shared/api/problem';
import { useWrite } from '@/shared/api/useWrite';
import { useProfile } from '@/shared/session/useSession';
import { Input } from '@/shared/ui/Input';
import { tellFailure } from '@/shared/ui/tellFailure';
import { addCard } from './boardState';

/** A deal by its title alone, on top of a column: Enter makes it and asks for the next, Escape ends it. */
export default function QuickDeal({
  pipelineId,
  stageId,
  onWhole,
  onClose,
}: {
  pipelineId: string;
  stageId: string;
  /** More than a title is required: the whole form, with what was typed. */
  onWhole: (title: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { user } = useProfile();
  const client = useQueryClient();
  const [title, setTitle] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const create = useWrite(
    async (body: DealCreate) => (await createDeal({ body, query: names.deal, throwOnError: true })).data,
    ['deal'],
    {
      onDone: (deal, { title: made }) => {
        client.setQueriesData<Board>(
          { queryKey: ['board', pipelineId] },
          (board) => board && addCard(board, deal),
        );
        // The next one may have been begun meanwhile.
        setTitle((typed) => (typed.trim() === made ? '' : typed));
        input.current?.focus();
      },
      onError: (error, { title: typed }) => {
        const { code, violations } = toProblem(error);
        const elsewhere = violations.some(({ field }) => field !== 'title');
        if (code === 'fields_required' || elsewhere) onWhole(typed);
        else tellFailure(error, t);
      },
    },
  );
  return (
    <form
      className="mx-0.5 mb-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() && !create.isPending)
          create.mutate({
            title: title.trim(),
            pipeline_id: pipelineId,
            stage_id: stageId,
            owner_id: user.id,
          });
      }}
    >
      <Input
        ref={input}
        value={title}
        most={200}
        aria-label={t('crm.quick.title')}
        placeholder={t('crm.quick.title')}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
        onBlur={() => title.trim() === '' && onClose()}
      />
    </form>
  );
}
