import { CompileFailure } from './compileFailure.ts';

/** A catalogue failure that ONNX Runtime's words stand for. */
export interface OrtDiagnosis {
  failureId: string;
  detail: string;
}

/** ONNX Runtime has no kernels for most operators before this version of the default operator set. */
const OLDEST_OPSET = 7;
const REEXPORT = 'Export the model again with opset 11 or newer.';

/** ONNX's numbers of tensor types that the Node binding cannot pass; `TensorProto.DataType` of onnx.proto. */
const UNSUPPORTED_TYPES: Readonly<Record<string, string>> = {
  14: 'complex64',
  15: 'complex128',
  16: 'bfloat16',
  17: 'float8e4m3fn',
  18: 'float8e4m3fnuz',
  19: 'float8e5m2',
  20: 'float8e5m2fnuz',
};

type Rule = readonly [pattern: RegExp, diagnose: (...groups: string[]) => OrtDiagnosis];

/** First match wins. The texts are those of ONNX Runtime 1.30, seen with broken models of each kind. */
const RULES: readonly Rule[] = [
  [
    /Could not find an implementation for (\S+?)\((\d+)\) node with name '(.*?)'/u,
    (operator, version, node) => ({
      failureId: 'operator-missing',
      detail: `${operator} (operator set ${version}${node && `, node '${node}'`}). ${
        Number(version) < OLDEST_OPSET
          ? REEXPORT
          : 'ONNX Runtime has no CPU kernel for it with the data types that the model uses.'
      }`,
    }),
  ],
  [
    /(\S+?)\(-?\d+\) is not a registered function\/op/u,
    (operator) => ({
      failureId: 'operator-missing',
      detail: `${operator}. It belongs to no operator set that ONNX Runtime knows.`,
    }),
  ],
  [
    /No Op registered for (\S+) with domain_version of (\d+)/u,
    (operator, version) => ({
      failureId: 'operator-missing',
      detail: `${operator}. It is not in operator set ${version}, which the model uses.`,
    }),
  ],
  [
    /Unsupported data type: (\d+)/u,
    (type) => ({
      failureId: 'compilation-failed',
      detail: `An input or output is of type ${UNSUPPORTED_TYPES[type ?? ''] ?? `number ${type}`}, which the local runner cannot run. Export the model with float32 inputs and outputs.`,
    }),
  ],
  [
    /No space left on device|not enough space on the disk|Protobuf serialization failed|Failed to write external initializers/u,
    () => ({ failureId: 'disk-full', detail: '' }),
  ],
];

/** Texts of files that are not valid models, as opposed to valid ones that do not work with the shapes given. */
const UNREADABLE =
  /Load model from|External data path|Protobuf parsing failed|Unsupported model IR version|is an invalid model|Invalid model\./u;
const SHAPES = /ShapeInferenceError|\[TypeInferenceError\]/u;

/** What an ONNX Runtime error means; null when only its words can be told. */
export function diagnoseOrtError(message: string): OrtDiagnosis | null {
  for (const [pattern, diagnose] of RULES) {
    const match = pattern.exec(message);
    if (match) return diagnose(...match.slice(1));
  }
  if (UNREADABLE.test(message) && !SHAPES.test(message)) {
    return { failureId: 'onnx-unreadable', detail: readableOrtText(message) };
  }
  return null;
}

/** An error of a step in which ONNX Runtime works on the user's model, as a failure. */
export function ortFailure(error: unknown): CompileFailure {
  const message = error instanceof Error ? error.message : String(error);
  const { failureId, detail } = diagnoseOrtError(message) ?? {
    failureId: 'compilation-failed',
    detail: readableOrtText(message),
  };
  return new CompileFailure(failureId, { detail }, { cause: error });
}

/** Source file and line that ONNX Runtime puts before its words, with the C++ signature that may follow. */
const ORIGIN = /(?:\S*[/\\])?[\w-]+\.(?:cc|cpp|h|hpp):\d+ /u;
/** Return type and qualified name of a C++ function, up to its parameters. */
const SIGNATURE = /^[\w:<>,*&~ ]*::[\w~]+(?=\()/u;

/** ONNX Runtime's words without the file it loaded and without the places in its own source code. */
export function readableOrtText(message: string): string {
  let text = message.replace(/^Load model from .*? failed:/u, '').replaceAll(/\s+/gu, ' ');
  for (let origin = ORIGIN.exec(text); origin; origin = ORIGIN.exec(text)) {
    const rest = text.slice(origin.index + origin[0].length);
    text = text.slice(0, origin.index) + withoutSignature(rest);
  }
  return text.replaceAll(/\[ONNXRuntimeError\] : \d+ : \w+ : /gu, '').trim();
}

function withoutSignature(text: string): string {
  const name = SIGNATURE.exec(text)?.[0];
  if (name === undefined) return text;
  let depth = 0;
  for (let at = name.length; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    // `operator()(…)` has a second pair of parentheses.
    if (depth === 0 && text[at + 1] !== '(') {
      return text
        .slice(at + 1)
        .replace(/^(?:::<lambda\(.*?\)>)? ?(?:const\b)?/u, '')
        .replace(/^ \[with [^\]]*\]/u, '')
        .trimStart();
    }
  }
  return text;
}
