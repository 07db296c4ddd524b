/** More than any few rows take. */
const enough = 256 * 1024;

/**
 * The first rows of a CSV text after its header, as they stand: quotes taken off, breaks inside quotes kept. A row that the
 * text ends in the middle of is left out.
 */
export function rowsOfText(text: string, separator: string, most: number, whole = true): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length && rows.length <= most; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === separator) {
      row.push(cell);
      cell = '';
    } else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at++;
      row.push(cell);
      if (row.some((value) => value !== '')) rows.push(row);
      row = [];
      cell = '';
    } else cell += letter;
  }
  if (whole && (cell !== '' || row.length > 0)) rows.push([...row, cell]);
  return rows.slice(1, most + 1);
}

/** The first rows of a file, read here: the server has told how it is written. */
export async function firstRows(
  file: File,
  { separator, encoding }: { separator: string; encoding: string },
  most = 5,
): Promise<string[][]> {
  const part = file.slice(0, enough);
  const text = new TextDecoder(encoding).decode(await part.arrayBuffer());
  return rowsOfText(text, separator, most, part.size === file.size);
}
