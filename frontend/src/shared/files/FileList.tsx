import { useQueryClient } from '@tanstack/react-query';
import { Download, Plus, RotateCcw, Trash2, X } from 'lucide-react';
import { type DragEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changed } from '@/shared/api/changes';
import type { StoredFile } from '@/shared/api/gen';
import { deleteFile } from '@/shared/api/gen/files';
import { listFilesInfiniteOptions } from '@/shared/api/gen/files/query';
import { rowsOf } from '@/shared/api/pages';
import { toProblem } from '@/shared/api/problem';
import { problemText, violationText } from '@/shared/api/problemText';
import { stepOf } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { MoreRows } from '@/shared/records/MoreRows';
import { useRows } from '@/shared/records/useRows';
import { useCan } from '@/shared/session/useSession';

import { Card } from '@/shared/ui/Card';
import { IconButton } from '@/shared/ui/IconButton';
import { ProgressBar } from '@/shared/ui/ProgressBar';
import { Skeleton } from '@/shared/ui/Skeleton';
import { toast } from '@/shared/ui/toast';
import { type AttachableKind, recordField } from './attachable';
import { FileIcon } from './FileIcon';
import { FilePreview } from './FilePreview';
import { saveFile } from './fileContent';
import { removeLater, useHidden } from './removals';
import { useFileSize } from './useFileSize';
import { type Upload, useUploads } from './useUploads';

export interface FileListProps {
  kind: AttachableKind;
  id: string;
  /** A card of a page; else a part of a panel. */
  card?: boolean;
}

/** What `RecordFiles` fetches: the files of a record, and what is on its way there by drag, paste or choice. */
export default function FileList({ kind, id, card }: FileListProps) {
  const { t } = useTranslation();
  const writable = useCan()('files.files:write');
  const input = useRef<HTMLInputElement>(null);
  const [shown, show] = useState<StoredFile | null>(null);
  const hidden = useHidden();
  useLiveQuery('file');
  const query = useRows<StoredFile>(
    listFilesInfiniteOptions({ query: { ...recordField(kind, id), limit: 20, include: ['created_by'] } }),
  );
  const { uploads, add, cancel, again } = useUploads(kind, id);
  const remove = useRemoval();
  const files = rowsOf(query.data).filter((file) => !hidden.has(file.id));
  usePastedFiles(writable, add);
  const title = t('files.title');
  const action = writable && (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          add(currentTarget.files ?? []);
          currentTarget.value = '';
        }}
      />
      <IconButton icon={Plus} size="sm" label={t('files.add')} onClick={() => input.current?.click()} />
    </>
  );
  const body = (
    <DropZone enabled={writable} onDrop={add}>
      {query.error && files.length === 0 ? (
        <p role="alert" className="text-overdue-ink">
          {problemText(toProblem(query.error), t).title}
        </p>
      ) : query.isPending ? (
        <Skeleton className="my-2 h-4 w-full" />
      ) : (
        files.length === 0 &&
        uploads.length === 0 && (
          <p className="text-ink-3">{writable ? t('files.none') : t('files.noneToSee')}</p>
        )
      )}
      <ul aria-label={title}>
        {uploads.map((upload) => (
          <UploadRow
            key={upload.key}
            upload={upload}
            onCancel={() => cancel(upload.key)}
            onAgain={() => again(upload)}
          />
        ))}
        {files.map((file) => (
          <FileRow
            key={file.id}
            file={file}
            onOpen={() => show(file)}
            onRemove={writable ? () => remove(file) : undefined}
          />
        ))}
      </ul>
      <MoreRows query={query} />
      {shown && <FilePreview file={shown} onClose={() => show(null)} />}
    </DropZone>
  );
  if (card)
    return (
      <Card title={title} actions={action}>
        {body}
      </Card>
    );
  return (
    <section className="border-t border-line pt-3">
      <div className="mb-1 flex min-h-8 items-center justify-between">
        <h3 className="font-semibold">{title}</h3>
        {action}
      </div>
      {body}
    </section>
  );
}

function FileRow({
  file,
  onOpen,
  onRemove,
}: {
  file: StoredFile;
  onOpen: () => void;
  onRemove?: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const size = useFileSize();
  const { name } = file;
  const lost = file.state === 'missing';
  const told = lost
    ? [t('files.missing')]
    : [size(file.size_bytes), file.created_by?.name, format.nearDate(format.day(file.created_at))];
  return (
    <li className="group -mx-2 flex min-h-12 items-center gap-2.5 rounded-sm px-2 hover:bg-hover">
      <FileIcon file={file} />
      <span className="min-w-0 flex-1">
        <button
          type="button"
          disabled={lost}
          aria-label={t('files.open', { name })}
          className="block max-w-full truncate text-left font-medium hover:not-disabled:underline"
          onClick={onOpen}
        >
          {/* A name that is written from right to left keeps its ending to itself. */}
          <bdi>{name}</bdi>
        </button>
        <span className={cx('block truncate text-sm', lost ? 'text-overdue-ink' : 'text-ink-3')}>
          {told.filter(Boolean).join(' · ')}
        </span>
      </span>
      {!lost && (
        <IconButton
          icon={Download}
          size="sm"
          label={t('files.save', { name })}
          onClick={() =>
            void saveFile(file).catch((error) => toast.failed(...failure(t('files.notShown'), error, t)))
          }
        />
      )}
      {onRemove && (
        <IconButton icon={Trash2} size="sm" label={t('files.remove', { name })} onClick={onRemove} />
      )}
    </li>
  );
}

function UploadRow({
  upload: { file, sent, problem },
  onCancel,
  onAgain,
}: {
  upload: Upload;
  onCancel: () => void;
  onAgain: () => void;
}) {
  const { t } = useTranslation();
  const size = useFileSize();
  const { name } = file;
  return (
    <li className="-mx-2 flex min-h-12 items-center gap-2.5 rounded-sm px-2">
      <FileIcon />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          <bdi>{name}</bdi>
        </span>
        {problem ? (
          <span role="alert" className="block text-sm text-overdue-ink">
            {problem.code === 'too_large' ? t('files.tooLarge') : failure('', problem, t)[1].detail}
          </span>
        ) : (
          <span className="flex items-center gap-2 text-sm text-ink-3">
            <ProgressBar
              value={sent < 1 ? sent : null}
              label={t('files.sending', { name })}
              className="flex-1"
            />
            {size(file.size)}
          </span>
        )}
      </span>
      {problem && problem.code !== 'too_large' && (
        <IconButton icon={RotateCcw} size="sm" label={t('files.again', { name })} onClick={onAgain} />
      )}
      <IconButton
        icon={X}
        size="sm"
        label={problem ? t('files.dismiss', { name }) : t('files.cancel', { name })}
        onClick={onCancel}
      />
    </li>
  );
}

/** Takes files that are dragged over it. */
function DropZone({
  enabled,
  onDrop,
  children,
}: {
  enabled: boolean;
  onDrop: (files: Iterable<File>) => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const withFiles = (event: DragEvent) => enabled && event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button beside the title does the same
    <div
      className={cx(
        'relative rounded-md',
        over && 'outline-2 outline-offset-4 outline-accent outline-dashed',
      )}
      onDragOver={(event) => {
        if (!withFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!withFiles(event)) return;
        event.preventDefault();
        onDrop(event.dataTransfer.files);
      }}
    >
      {children}
      {over && (
        <p className="pointer-events-none absolute inset-0 grid place-items-center rounded-md bg-surface/90 font-medium">
          {t('files.drop')}
        </p>
      )}
    </div>
  );
}

/** Pictures and files that are pasted where nothing is typed. */
function usePastedFiles(enabled: boolean, add: (files: Iterable<File>) => void) {
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const files = event.clipboardData?.files ?? [];
    const target = event.target instanceof Element ? event.target : null;
    if (files.length === 0 || target?.closest('input, textarea, [contenteditable=true]')) return;
    event.preventDefault();
    add(files);
  });
  useEffect(() => {
    if (!enabled) return;
    const heard = (event: ClipboardEvent) => onPaste(event);
    addEventListener('paste', heard);
    return () => removeEventListener('paste', heard);
  }, [enabled]);
}

/** Takes a file off the screen; it is deleted once nobody can want it back. */
function useRemoval() {
  const { t } = useTranslation();
  const client = useQueryClient();
  return (file: StoredFile) => {
    const { name } = file;
    const takeBack = removeLater(file.id, async () => {
      try {
        await deleteFile({ ...stepOf(file), throwOnError: true, keepalive: true });
      } catch (error) {
        toast.failed(...failure(t('files.notRemoved', { name }), error, t));
      }
      await changed(client, 'file');
    });
    toast.done(t('files.removed', { name }), { actions: [{ label: t('kit.undo'), run: takeBack }] });
  };
}

type Translate = ReturnType<typeof useTranslation>['t'];

/** What a message says of a failure: of a file that was refused the reason itself. */
function failure(text: string, error: unknown, t: Translate): [string, { detail: string }] {
  const problem = toProblem(error);
  const [violation] = problem.violations;
  const { title, detail } = problemText(problem, t);
  return [text, { detail: violation ? violationText(violation, t) : (detail ?? title) }];
}
