import type { QueryKey } from '@tanstack/react-query';
import type { LucideIcon } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '@/shared/api/changes';
import { useWrite } from '@/shared/api/useWrite';
import { Button, type ButtonVariant } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { tellFailure } from '@/shared/ui/tellFailure';

/** What can be done with a record in its state: asked first where others notice, or with a form of its own. */
export interface Step<Answer> {
  /** What its button says. */
  label: string;
  icon?: LucideIcon;
  variant?: ButtonVariant;
  /** Begun from a menu (`start`): it has no button. */
  elsewhere?: true;
  /** Apart from the others: what one does not do every day. */
  apart?: boolean;
  /** The question before it, and what it will do. */
  ask?: { title: string; text: ReactNode };
  run?: () => Promise<{ data: Answer }>;
  onDone?: (answer: Answer) => void;
  /** What is asked where a yes is not enough; it runs by itself. */
  form?: (close: () => void) => ReactNode;
}

/**
 * The steps that a record takes now, in their order: their buttons, and the dialog of the one that was chosen. A step that
 * was refused because the record is in another state by now has it read again.
 */
export function useSteps<Answer>({
  kinds,
  keep,
  steps,
}: {
  kinds: readonly RecordKind[];
  /** Where the answer is shown itself. */
  keep?: (answer: Answer) => QueryKey;
  steps: readonly (Step<Answer> | false | null | undefined)[];
}): { buttons: ReactNode; dialog: ReactNode; start: (step: Step<Answer>) => void } {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Step<Answer> | null>(null);
  const close = () => setAsked(null);
  // As it is now: only so does a second try after a refusal say the version that is true.
  const chosen = asked && (steps.find((step) => step && step.label === asked.label) || asked);
  const write = useWrite(async (step: Step<Answer>) => (await step.run?.())?.data as Answer, kinds, { keep });
  const take = async (step: Step<Answer>) => step.onDone?.(await write.mutateAsync(step));
  const start = (step: Step<Answer>) => {
    if (step.ask || step.form) setAsked(step);
    else take(step).catch((error) => tellFailure(error, t));
  };
  return {
    start,
    buttons: steps.map(
      (step) =>
        step &&
        !step.elsewhere && (
          <Button
            key={step.label}
            icon={step.icon}
            variant={step.variant}
            busy={write.isPending && !step.ask}
            className={step.apart ? 'ml-auto' : undefined}
            onClick={() => start(step)}
          >
            {step.label}
          </Button>
        ),
    ),
    dialog: chosen && (
      <Suspense>
        {chosen.form
          ? chosen.form(close)
          : chosen.ask && (
              <ConfirmDialog
                {...chosen.ask}
                variant={chosen.variant === 'danger' ? 'danger' : 'primary'}
                confirm={chosen.label}
                onConfirm={() => take(chosen)}
                onClose={close}
              />
            )}
      </Suspense>
    ),
  };
}
