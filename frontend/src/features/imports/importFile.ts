/** What the server takes at most. */
export const mostBytes = 50 * 1024 * 1024;

export type FileProblem = 'tooLarge' | 'notCsv';

/** What can be told about a file without reading it. The server looks inside. */
export function fileProblem(file: Pick<File, 'name' | 'size' | 'type'>): FileProblem | null {
  if (file.size > mostBytes) return 'tooLarge';
  const spreadsheet = /\.(xlsx?|ods|numbers|pdf|zip|png|jpe?g|docx?)$/i;
  return spreadsheet.test(file.name) ? 'notCsv' : null;
}

/** `maventech_sales_pipeline.csv` as a name for what is made of it. */
export function nameOf(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]+$/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
