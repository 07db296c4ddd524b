import {
  type InputEvent,
  type KeyboardEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/shared/lib/cx';
import { useUserOptions } from '@/shared/pickers/options';
import { useProfile } from '@/shared/session/useSession';
import { Avatar } from '@/shared/ui/Avatar';
import { type Mentioned, nameBefore, offered, withName } from './mentions';

/**
 * Colleagues offered in a field of text behind an `@`: arrows choose, Enter or Tab takes, Escape leaves what was typed. What is pasted is
 * left alone.
 */
export function useMentions(
  field: RefObject<HTMLTextAreaElement | null>,
  onChoose: (text: string, person: Mentioned) => void,
) {
  const { t } = useTranslation();
  const { user } = useProfile();
  const id = useId();
  const people = useUserOptions();
  const [typed, setTyped] = useState<{ words: string; from: number } | null>(null);
  const [active, setActive] = useState(0);
  const caret = useRef<number>(undefined);
  const found = typed
    ? offered(
        people
          .filter(({ value }) => value !== user.id)
          .map(({ value, label }) => ({ id: value, name: label })),
        typed.words,
      )
    : [];
  const open = found.length > 0;
  const at = Math.min(active, found.length - 1);

  // Once the field has the text that was chosen.
  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });

  const close = () => setTyped(null);
  const choose = (person: Mentioned) => {
    const element = field.current;
    if (!element || !typed) return;
    const next = withName(element.value, typed.from, element.selectionStart, person.name);
    caret.current = next.caret;
    close();
    element.focus();
    onChoose(next.text, person);
  };

  return {
    /** For the field. */
    props: {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': open ? id : undefined,
      'aria-activedescendant': open ? `${id}-${at}` : undefined,
      onInput: (event: InputEvent<HTMLTextAreaElement>) => {
        const { value, selectionStart } = event.currentTarget;
        const pasted = /^insertFrom(Paste|Drop)/.test(
          (event.nativeEvent as globalThis.InputEvent).inputType ?? '',
        );
        setTyped(pasted ? null : nameBefore(value, selectionStart));
        setActive(0);
      },
      onBlur: close,
      onKeyDown: (event: KeyboardEvent) => {
        if (!open || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
        const person = found[at];
        if (event.key === 'ArrowDown') setActive((at + 1) % found.length);
        else if (event.key === 'ArrowUp') setActive((at + found.length - 1) % found.length);
        else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && person) choose(person);
        else if (event.key === 'Escape') close();
        else return;
        event.preventDefault();
        // The panel around it is not closed by the same key.
        event.stopPropagation();
      },
    } as const,
    /** Beneath the field. */
    list: open && (
      <div
        id={id}
        role="listbox"
        aria-label={t('activities.composer.mention')}
        className="mx-2 mb-2 rounded-md border border-line bg-raised p-1 shadow-float"
      >
        {found.map((person, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
          <div
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(person)}
            className={cx(
              'flex min-h-7 cursor-default items-center gap-2 rounded-[5px] px-2 py-1 pointer-coarse:min-h-11',
              index === at && 'bg-hover',
            )}
          >
            <span aria-hidden className="flex">
              <Avatar name={person.name} size="sm" />
            </span>
            <span className="truncate">{person.name}</span>
          </div>
        ))}
      </div>
    ),
  };
}
