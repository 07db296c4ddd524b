/** Hands a file to the browser as a download: for documents that need the access token, which a plain link has not. */
export function saveBlob(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has its own hold on the data once the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
