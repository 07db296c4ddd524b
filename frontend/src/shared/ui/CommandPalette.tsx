import { Autocomplete as Base } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { type LucideIcon, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/shared/lib/cx';
import { scrimClass, useLayer } from './Dialog';
import { Kbd } from './Kbd';
import { optionClass } from './popup';

export interface Command {
  id: string;
  label: string;
  icon: LucideIcon;
  /** What tells it from others of the same name. */
  detail?: string;
  /** Other words that find it. */
  keywords?: string;
  shortcut?: string;
  run: () => void;
}

export interface CommandGroup {
  value: string;
  items: Command[];
}

export interface CommandPaletteProps {
  open: boolean;
  onClose: () => void;
  groups: readonly CommandGroup[];
  /** What is typed, for groups that a server finds. */
  onWords?: (words: string) => void;
  /** More may come. */
  searching?: boolean;
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

function matches(command: Command, words: string): boolean {
  const text = plain(`${command.label} ${command.keywords ?? ''}`);
  return plain(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Go anywhere and do anything by typing. */
export function CommandPalette({ open, onClose, groups, onWords, searching }: CommandPaletteProps) {
  const { t } = useTranslation();
  // Over the dialog of a form it takes the Escape alone.
  useLayer(open);
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => !next && onClose()}
      onOpenChangeComplete={(now) => !now && onWords?.('')}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={scrimClass} />
        <Dialog.Popup
          aria-label={t('kit.commands')}
          className="fixed inset-x-3 top-[12dvh] z-50 mx-auto flex max-h-[70dvh] max-w-lg flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-float outline-none transition-opacity duration-100 data-starting-style:opacity-0 data-ending-style:opacity-0"
        >
          <Base.Root<CommandGroup[]>
            items={groups as CommandGroup[]}
            open
            inline
            autoHighlight="always"
            keepHighlight
            filter={(command: Command, words: string) => matches(command, words)}
            itemToStringValue={(command) => command.label}
            onValueChange={(words) => onWords?.(words)}
          >
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search aria-hidden className="size-4 text-ink-3" />
              <Base.Input
                aria-label={t('kit.commandPrompt')}
                placeholder={t('kit.commandPrompt')}
                className="h-12 w-full bg-transparent text-lg outline-none"
              />
              <Kbd>Esc</Kbd>
            </div>
            <Base.Empty className="text-ink-2 not-empty:px-4 not-empty:py-6">
              {searching ? t('kit.searching') : t('kit.nothingFound')}
            </Base.Empty>
            <Base.List className="thin-scroll min-h-0 flex-1 overflow-y-auto p-1.5">
              {(group: CommandGroup) => (
                <Base.Group key={group.value} items={group.items} className="mb-1">
                  <Base.GroupLabel className="px-2 py-1 text-sm text-ink-3">{group.value}</Base.GroupLabel>
                  <Base.Collection>
                    {(command: Command) => (
                      <Base.Item
                        key={command.id}
                        value={command}
                        onClick={() => {
                          onClose();
                          command.run();
                        }}
                        className={cx(optionClass, 'min-h-9')}
                      >
                        <command.icon aria-hidden className="size-4 text-ink-3" strokeWidth={1.75} />
                        <span className="min-w-0 flex-1 truncate">
                          {command.label}
                          {command.detail && (
                            <span className="ml-2 text-sm text-ink-3">{command.detail}</span>
                          )}
                        </span>
                        {command.shortcut && <Kbd>{command.shortcut}</Kbd>}
                      </Base.Item>
                    )}
                  </Base.Collection>
                </Base.Group>
              )}
            </Base.List>
          </Base.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
