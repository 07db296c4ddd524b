import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { cx } from '@/shared/lib/cx';
import { useDebounced } from '@/shared/lib/useDebounced';
import { useShortcut } from '@/shared/lib/useShortcut';

export interface SearchBoxProps {
  /** The words in the URL. */
  value: string;
  onChange: (words: string) => void;
  label: string;
  className?: string;
}

/** Searches while one types, and writes to the URL only when one pauses. */
export function SearchBox({ value, onChange, label, className }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  const settled = useDebounced(typed, 250);
  const field = useRef<HTMLInputElement>(null);
  useShortcut('/', () => field.current?.focus());

  // The URL may change under the field: back button, a cleared filter. What was sent from here and only arrives now is no
  // such change: the field may hold more by then.
  const shown = useRef(value);
  const sent = useRef<string[]>([]);
  useEffect(() => {
    if (value === shown.current) return;
    shown.current = value;
    const arrived = sent.current.findIndex((words) => words.trim() === value.trim());
    if (arrived < 0) {
      sent.current = [];
      setTyped(value);
    } else sent.current = sent.current.slice(arrived + 1);
  }, [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a pause in typing may write, not a change of the URL
  useEffect(() => {
    const last = sent.current.at(-1) ?? shown.current;
    if (settled.trim() === last.trim()) return;
    sent.current.push(settled);
    onChange(settled);
  }, [settled]);

  return (
    <span className={cx('relative block', className)}>
      <Search aria-hidden className="absolute top-1/2 left-2.5 size-3 -translate-y-1/2 text-ink-3" />
      <input
        ref={field}
        type="search"
        aria-keyshortcuts="/"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        className="h-6.5 w-44 rounded-full border border-line bg-surface pr-2 pl-7 text-sm hover:border-line-strong focus-visible:border-accent focus-visible:outline-1 focus-visible:-outline-offset-1 pointer-coarse:h-9"
      />
    </span>
  );
}
