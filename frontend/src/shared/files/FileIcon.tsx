import { useQuery } from '@tanstack/react-query';
import {
  File as AnyFile,
  FileArchive,
  FileAudio,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileVideo,
  type LucideIcon,
} from 'lucide-react';
import type { StoredFile } from '@/shared/api/gen';
import { thumbnail } from './fileContent';
import { useBlobAddress } from './useBlobAddress';

const icons: readonly [RegExp, LucideIcon][] = [
  [/^image\//, FileImage],
  [/^audio\//, FileAudio],
  [/^video\//, FileVideo],
  [/sheet|csv/, FileSpreadsheet],
  [/zip|7z|rar|gzip/, FileArchive],
  [/^text\/|pdf|word|opendocument\.text|rtf/, FileText],
];

export const iconOf = (mediaType: string): LucideIcon =>
  icons.find(([types]) => types.test(mediaType))?.[1] ?? AnyFile;

/** The small picture of a file, or what kind of file it is. */
export function FileIcon({ file }: { file?: StoredFile }) {
  const { data } = useQuery({
    queryKey: ['file-thumbnail', file?.id],
    enabled: Boolean(file?.has_thumbnail && file.state === 'stored'),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => thumbnail(file?.id ?? '', signal),
  });
  const address = useBlobAddress(data);
  const Icon = iconOf(file?.media_type ?? '');
  return (
    <span className="grid size-9 shrink-0 place-items-center overflow-hidden rounded-sm bg-hover">
      {address ? (
        <img src={address} alt="" className="size-full object-cover" />
      ) : (
        <Icon aria-hidden className="size-4.5 text-ink-3" strokeWidth={1.75} />
      )}
    </span>
  );
}
