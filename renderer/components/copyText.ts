/** Puts a text on the clipboard; false when the system refused. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused without focus or permission: the button says so instead of pretending.
    return false;
  }
}
