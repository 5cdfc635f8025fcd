/** Hands a text to the browser as a file to keep: it goes to the disk from here, and nowhere else. */
export function offerFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has to have begun before its source goes.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
