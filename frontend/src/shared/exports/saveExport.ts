import type { Export } from '@/shared/api/gen';
import { getExportContent } from '@/shared/api/gen/exports';
import { saveBlob } from '@/shared/lib/download';

/** The file, which a plain link could not get: it has no access token. */
export async function saveExport({ id, file_name }: Pick<Export, 'id' | 'file_name'>) {
  const { data } = await getExportContent({ path: { id }, parseAs: 'blob', throwOnError: true });
  saveBlob(data as Blob, file_name);
}
