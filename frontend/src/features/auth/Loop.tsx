import { Banknote, FileSignature, Filter, ReceiptText, SquareKanban, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';

const steps = [
  ['lead', Filter],
  ['deal', SquareKanban],
  ['customer', Users],
  ['contract', FileSignature],
  ['invoice', ReceiptText],
  ['paid', Banknote],
] as const;

/** What the product does, drawn beside the forms that lead into it: a deal on its way to money. */
export function Loop() {
  const { t } = useTranslation();
  return (
    <aside
      aria-labelledby="loop"
      className="hidden flex-1 items-center justify-center border-l border-line bg-surface p-10 lg:flex"
    >
      <div className="w-full max-w-sm">
        <h2 id="loop" className="mb-6 text-xl font-semibold tracking-tight">
          {t('auth.loop.title')}
        </h2>
        <ol className="relative flex flex-col gap-3 before:absolute before:inset-y-6 before:left-6 before:w-px before:bg-line-strong">
          {steps.map(([step, Icon]) => (
            <li
              key={step}
              className="relative flex items-center gap-3.5 rounded-lg border border-line bg-surface px-3 py-2.5 shadow-lift"
            >
              <span className="flex size-6 shrink-0 items-center justify-center rounded-md bg-accent-soft text-on-accent-soft">
                <Icon aria-hidden className="size-3.5" strokeWidth={2} />
              </span>
              <span className="min-w-0">
                <span className="block font-medium">{t(`auth.loop.${step}.name`)}</span>
                <span className="block text-sm text-ink-2">{t(`auth.loop.${step}.text`)}</span>
              </span>
            </li>
          ))}
        </ol>
      </div>
    </aside>
  );
}
