/** A stable key from a name: `Empresa com mais de 50` is `empresa_com_mais_de_50`; it begins with a letter. */
export function keyOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .slice(0, 40)
    .replace(/_+$/, '');
  return plain || (name.trim() ? 'x' : '');
}
