import type { StoredFile } from '@/shared/api/gen';
import { getFileContent, getFileThumbnail } from '@/shared/api/gen/files';
import { saveBlob } from '@/shared/lib/download';

/** The content of a file, which a plain link could not get: it has no access token. */
export async function fileContent(file: StoredFile, signal?: AbortSignal): Promise<Blob> {
  const { data } = await getFileContent({
    path: { id: file.id },
    parseAs: 'blob',
    signal,
    throwOnError: true,
  });
  return data as Blob;
}

export async function thumbnail(id: string, signal: AbortSignal): Promise<Blob> {
  const { data } = await getFileThumbnail({ path: { id }, parseAs: 'blob', signal, throwOnError: true });
  return data as Blob;
}

export const saveFile = async (file: StoredFile) => saveBlob(await fileContent(file), file.name);
