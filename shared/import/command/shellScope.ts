import { ImportError } from '../sourceNode.ts';
import { ShellReader, type ShellScope, type ShellWord } from './shellReader.ts';

/** `NAME=value`, `export NAME=value` or PowerShell's `$NAME = value` at the start of a line. */
const ASSIGNMENT = /^[ \t]*(?:\$ |export |set |\$env:|\$)?[ \t]*([A-Za-z_]\w*)[ \t]?=[ \t]?(?=\S)/u;
/** PowerShell's `$NAME = @'` at the end of a line: the value is the lines up to `'@`. */
const HERE_STRING = /^[ \t]*\$(\w+)[ \t]*=[ \t]*@(['"])[ \t]*\r?$/u;
/** `cat > PATH <<'EOF'`: the file's content is the lines up to `EOF`. */
const HERE_DOCUMENT = /<<-?[ \t]*(['"]?)(\w+)\1/u;
const WRITTEN_TO = />[ \t]*([\w./-]+)/u;
/** .NET's `WriteAllText($PATH, $CONTENT)`. */
const WRITE_ALL_TEXT = /WriteAllText\(\s*\$(\w+)\s*,\s*\$(\w+)/u;

/** Each search for the end of lines that belong together may go through the whole text. */
const MAX_SEARCHES = 100;

interface Line {
  text: string;
  at: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    lines.push({ text: line, at });
    at += line.length + 1;
  }
  return lines;
}

/** Part of the text as a word: every character stands where it stands. */
function wordOf(text: string, from: number, to: number): ShellWord {
  const value = text.slice(from, to);
  return { value, offsets: Array.from({ length: value.length + 1 }, (_, index) => from + index) };
}

class ScopeReader {
  readonly #text: string;
  readonly #lines: Line[];
  readonly #variables = new Map<string, ShellWord>();
  readonly #files = new Map<string, ShellWord>();
  #index = 0;
  #searches = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lines = linesOf(text);
  }

  read(): ShellScope {
    for (; this.#index < this.#lines.length; this.#index += 1) {
      const line = this.#lines[this.#index];
      if (line) this.#line(line);
    }
    return { variables: this.#variables, files: this.#files };
  }

  #line({ text, at }: Line): void {
    const hereString = HERE_STRING.exec(text);
    const hereDocument = HERE_DOCUMENT.exec(text);
    const path = WRITTEN_TO.exec(text)?.[1];
    const written = WRITE_ALL_TEXT.exec(text);
    const assignment = ASSIGNMENT.exec(text);
    if (hereString)
      this.#set(
        this.#variables,
        hereString[1],
        this.#linesUpTo((line) => line.startsWith(`${hereString[2]}@`)),
      );
    else if (hereDocument && path)
      this.#set(
        this.#files,
        path,
        this.#linesUpTo((line) => line.trim() === hereDocument[2]),
      );
    else if (written) this.#set(this.#files, `$${written[1]}`, this.#variables.get(written[2] ?? ''));
    else if (assignment) this.#set(this.#variables, assignment[1], this.#wordAt(at + assignment[0].length));
  }

  #set(map: Map<string, ShellWord>, name: string | undefined, word: ShellWord | null | undefined): void {
    if (name !== undefined && word) map.set(name, word);
  }

  /** The lines from the next one up to the one that ends them; null when none does. */
  #linesUpTo(isEnd: (line: string) => boolean): ShellWord | null {
    this.#searches += 1;
    if (this.#searches > MAX_SEARCHES) return null;
    const start = this.#index + 1;
    const end = this.#lines.findIndex(({ text }, index) => index >= start && isEnd(text));
    const [first, last] = [this.#lines[start], this.#lines[end]];
    if (end === -1 || !first || !last) return null;
    this.#index = end;
    return wordOf(this.#text, first.at, Math.max(first.at, last.at - 1));
  }

  #wordAt(offset: number): ShellWord | null {
    try {
      return new ShellReader(this.#text, offset, { variables: this.#variables, files: this.#files }).word();
    } catch (error) {
      // A value that cannot be read is a problem only where it is used.
      if (error instanceof ImportError) return null;
      throw error;
    }
  }
}

/** What the lines before a command set: variables with values that are written down, and files written from such. */
export function shellScope(textBefore: string): ShellScope {
  return new ScopeReader(textBefore).read();
}
