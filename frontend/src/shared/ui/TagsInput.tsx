import { type KeyboardEvent, useState } from 'react';
import { cx } from '@/shared/lib/cx';
import { Chip } from './Chip';
import { useFieldControl } from './Field';
import { controlClass } from './Input';

export interface TagsInputProps {
  value: readonly string[];
  onChange: (tags: string[]) => void;
  disabled?: boolean;
  placeholder?: string;
  /** Letters that a tag may have. */
  longest?: number;
  className?: string;
}

/** Words one by one: Enter or a comma adds what was typed, Backspace in the empty field takes the last one away. */
export function TagsInput({
  value,
  onChange,
  disabled,
  placeholder,
  longest = 50,
  className,
}: TagsInputProps) {
  const control = useFieldControl();
  const [typed, setTyped] = useState('');
  const add = () => {
    const tag = [...typed.trim()].slice(0, longest).join('').trim();
    setTyped('');
    if (tag && !value.includes(tag)) onChange([...value, tag]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if ((event.key === 'Enter' || event.key === ',') && typed.trim()) {
      event.preventDefault();
      add();
    }
    if (event.key === 'Backspace' && typed === '' && value.length > 0) onChange(value.slice(0, -1));
  };
  return (
    <span
      className={cx(
        controlClass,
        'flex min-h-8 flex-wrap items-center gap-1 py-1 focus-within:border-accent',
        className,
      )}
    >
      {value.map((tag) => (
        <Chip
          key={tag}
          onRemove={disabled ? undefined : () => onChange(value.filter((other) => other !== tag))}
        >
          {tag}
        </Chip>
      ))}
      <input
        {...control}
        disabled={disabled}
        value={typed}
        placeholder={value.length === 0 ? placeholder : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={add}
        className="min-w-16 flex-1 bg-transparent outline-none"
      />
    </span>
  );
}
