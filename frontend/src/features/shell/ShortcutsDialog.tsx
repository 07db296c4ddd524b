import { useTranslation } from 'react-i18next';
import { Dialog } from '@/shared/ui/Dialog';

const groups = [
  {
    name: 'everywhere',
    rows: [
      { text: 'palette', keys: [['Ctrl', 'K']] },
      { text: 'new', keys: [['N']] },
      { text: 'search', keys: [['/']] },
      { text: 'close', keys: [['Esc']] },
      { text: 'messages', keys: [['F6']] },
      { text: 'help', keys: [['?']] },
    ],
  },
  {
    name: 'board',
    rows: [
      { text: 'walk', keys: [['↑'], ['↓'], ['←'], ['→']] },
      { text: 'firstLast', keys: [['Home'], ['End']] },
      { text: 'open', keys: [['Enter']] },
      { text: 'moveTo', keys: [['M']] },
      { text: 'moveStep', keys: [['Alt', '↑ ↓ ← →']] },
    ],
  },
  {
    name: 'lists',
    rows: [
      { text: 'rows', keys: [['↑'], ['↓']] },
      { text: 'pages', keys: [['PgUp'], ['PgDn']] },
      { text: 'firstLast', keys: [['Home'], ['End']] },
      { text: 'open', keys: [['Enter']] },
      { text: 'complete', keys: [['E']] },
    ],
  },
] as const;

/** Every key of the product, by where it works. */
export default function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={t('shell.keys.title')} size="lg">
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-3">
        {groups.map((group) => (
          <section key={group.name}>
            <h3 className="mb-1 text-sm text-ink-3">{t(`shell.keys.${group.name}`)}</h3>
            <dl>
              {group.rows.map((row) => (
                <div
                  key={row.text}
                  className="flex min-h-9 items-center justify-between gap-3 border-b border-line-soft last:border-0"
                >
                  <dt>{t(`shell.keys.${row.text}`)}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {row.keys.map((combination) => (
                      <kbd
                        key={combination.join('+')}
                        className="rounded-[4px] border border-line bg-background px-1.5 font-sans text-sm text-ink-2"
                      >
                        {combination.join(' ')}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
