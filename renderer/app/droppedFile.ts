/** What was dropped: a file to open, or why it is not opened, in the user's words. */
export type Dropped = { file: File } | { refusal: string };

/** Takes one file out of a drop; folders and several files are refused. */
export function droppedFile(transfer: DataTransfer): Dropped {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const [first] = items;
  const file = first?.getAsFile() ?? transfer.files[0];
  if (!file) return { refusal: 'Nothing was opened: drop a model, or a request as text.' };
  if (items.length > 1 || transfer.files.length > 1) {
    return { refusal: 'Nothing was opened: drop one file at a time. A job compiles one model.' };
  }
  if (first?.webkitGetAsEntry()?.isDirectory) {
    return { refusal: 'Nothing was opened: that is a folder. Drop a model.tar.gz or a .onnx file.' };
  }
  return { file };
}

/** True while files, and not text or links, are dragged. */
export function hasFiles(transfer: DataTransfer | null): transfer is DataTransfer {
  return transfer?.types.includes('Files') ?? false;
}
