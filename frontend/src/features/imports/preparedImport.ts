import type { ImportEntity, ImportPreview } from '@/shared/api/gen';

export interface PreparedImport {
  entity: ImportEntity;
  file: File;
  preview: ImportPreview;
}
