import { announce, toast } from '../../../components/announcements.ts';
import { setImportText } from './importText.ts';

/** The ends of names of files that hold a request as text. */
export const REQUEST_FILE_EXTENSIONS = ['json', 'yaml', 'yml', 'sh', 'txt', 'py', 'js', 'mjs', 'ts', 'ps1'] as const;

/** Larger than any request; the import reads no more, either. */
const MAX_FILE_BYTES = 2 ** 20;

/** True when a file's name says that it holds a request and not a model. */
export function isRequestFile(name: string): boolean {
  const extension = name.toLowerCase().split('.').at(-1);
  return REQUEST_FILE_EXTENSIONS.some((known) => known === extension);
}

/** Takes a file's text into the import; says why when it does not, and then answers false. */
export async function openRequestFile(file: File): Promise<boolean> {
  if (file.size > MAX_FILE_BYTES) {
    toast(`${file.name} was not opened: it is larger than 1 MB, and a request is far shorter.`);
    return false;
  }
  try {
    setImportText(await file.text(), file.name);
  } catch {
    toast(`${file.name} was not opened: it could not be read.`);
    return false;
  }
  announce(`Opened ${file.name}.`);
  return true;
}
