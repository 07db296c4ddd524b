import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredFile } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { saveBlob } from '@/shared/lib/download';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Skeleton } from '@/shared/ui/Skeleton';
import { fileContent } from './fileContent';
import { useBlobAddress } from './useBlobAddress';
import { useFileSize } from './useFileSize';

/** What can be looked at here; everything else is to be saved. */
const pictures = /^image\/(png|jpeg|gif|webp)$/;

/** A file, to be looked at and saved. */
export function FilePreview({ file, onClose }: { file: StoredFile; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const size = useFileSize();
  const { data, error } = useQuery({
    queryKey: ['file-content', file.id],
    queryFn: ({ signal }) => fileContent(file, signal),
    staleTime: Number.POSITIVE_INFINITY,
    // Large, and seldom looked at twice.
    gcTime: 0,
    retry: false,
  });
  const isPdf = file.media_type === 'application/pdf';
  // Of no other kind than that, whatever is in it: a frame could run a page.
  const shown = useMemo(() => data && new Blob([data], { type: file.media_type }), [data, file.media_type]);
  const address = useBlobAddress(shown);
  const told = [
    size(file.size_bytes),
    file.width && file.height && `${format.number(file.width)} × ${format.number(file.height)}`,
    file.created_by?.name,
    format.dateTime(file.created_at),
  ];
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title={<bdi className="wrap-anywhere">{file.name}</bdi>}
      description={told.filter(Boolean).join(' · ')}
      footer={
        <Button
          variant="primary"
          icon={Download}
          disabled={!data}
          onClick={() => data && saveBlob(data, file.name)}
        >
          {t('files.saveShort')}
        </Button>
      }
    >
      {error ? (
        <p role="alert" className="py-8 text-center text-overdue-ink">
          {t('files.notShown')}
        </p>
      ) : !address ? (
        <Skeleton className="h-80 w-full rounded-md" />
      ) : pictures.test(file.media_type) ? (
        <img
          src={address}
          alt={file.name}
          className="mx-auto max-h-[70vh] max-w-full rounded-sm object-contain"
        />
      ) : isPdf ? (
        <iframe
          src={address}
          title={file.name}
          className="h-[70vh] w-full rounded-sm border border-line bg-white"
        />
      ) : (
        <p className="py-8 text-center text-ink-3">{t('files.notHere')}</p>
      )}
    </Dialog>
  );
}
