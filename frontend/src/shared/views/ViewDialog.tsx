import { useTranslation } from 'react-i18next';
import type { View, ViewCreate } from '@/shared/api/gen';
import { createView, updateView } from '@/shared/api/gen/views';
import { FormDialog } from '@/shared/forms/FormDialog';
import { choice, fieldsOf, requiredText } from '@/shared/forms/fieldKinds';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { useProfile } from '@/shared/session/useSession';

const circles = ['private', 'team', 'company'] as const;

const viewFields = fieldsOf<View>()({
  name: requiredText(80),
  visibility: choice(circles, 'private', (t, circle) => t(`views.circles.${circle}`)),
});

export interface ViewDialogProps {
  /** The view to rename and to share; without one it is a new one. */
  view: View | undefined;
  start: Pick<ViewCreate, 'name' | 'question' | 'columns'>;
  onClose: () => void;
  onSaved: (view: View) => void;
}

/** What a view is called, and who sees it. */
export function ViewDialog({ view, start, onClose, onSaved }: ViewDialogProps) {
  const { t } = useTranslation();
  const { user } = useProfile();
  const { field, frame } = useSaveForm({
    fields: viewFields,
    label: (name: 'name') => t(`views.${name}`),
    start: { name: start.name },
    kinds: ['view'],
    create: (body) => createView({ body: { ...start, ...body }, throwOnError: true }),
    edit: view && {
      record: view,
      update: (request) => updateView({ ...request, throwOnError: true }),
    },
    onDone: onSaved,
  });
  const mine = !view || view.created_by_id === user.id;
  const options = circles
    .filter((circle) => circle !== 'team' || !mine || Boolean(user.team_id) || view?.visibility === 'team')
    .map((circle) => ({ value: circle, label: t(`views.circles.${circle}`) }));
  return (
    <FormDialog
      {...frame}
      size="sm"
      title={view ? t('views.edit') : t('views.new')}
      submit={t('kit.save')}
      onClose={onClose}
      foot={<p className="text-sm text-ink-3">{t('views.grants')}</p>}
    >
      {field('name', { wide: true })}
      {field('visibility', { wide: true, options })}
    </FormDialog>
  );
}
