import { env, InferenceSession, type Tensor } from 'onnxruntime-node';
import { decodeFloat16, encodeFloat16 } from './float16.ts';

// Errors are thrown as well; logged, they and the warnings would fill the stderr tail that explains a crash.
env.logLevel = 'fatal';
const LOG_FATAL_ONLY = 4;

export const ONNX_RUNTIME_VERSION = env.versions.node ?? env.versions.common;

/** ONNX Runtime's graph optimisation levels; `layout` is left out because no compile profile uses it. */
export type OptimizationLevel = 'disabled' | 'basic' | 'extended' | 'all';

/** float16 values travel as Float32Array, bool as 0 and 1. */
export type TensorData =
  | Float32Array
  | Float64Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | readonly string[];

export interface TensorValue {
  /** ONNX name in lower case: `float32`, `int64`, … */
  dtype: string;
  shape: readonly number[];
  data: TensorData;
}

/** A model input as the session sees it. A dimension that the file leaves open is null. */
export interface SessionInput {
  name: string;
  dtype: string;
  shape: readonly (number | null)[];
}

/** Inputs in the form that ONNX Runtime reads; made by {@link toFeeds}. */
export type Feeds = InferenceSession.FeedsType;

export interface SaveOptions {
  /** Where the optimised graph is written; its folder must exist. */
  modelPath: string;
  /** Name of the file beside it that takes the weights; null keeps them in the model file. */
  externalDataName: string | null;
  /** Names of graph optimisers to leave out; ONNX Runtime ignores names that it does not know. */
  disabledOptimizers: readonly string[];
}

/** A loaded model on the CPU, one thread. Every error is ONNX Runtime's own `Error`. */
export class OnnxSession {
  readonly inputs: readonly SessionInput[];
  /** Names of outputs that are sequences, maps or optionals: a run would fail, or crash the process. */
  readonly nonTensorOutputs: readonly string[];
  readonly #session: InferenceSession;

  private constructor(session: InferenceSession) {
    this.#session = session;
    this.nonTensorOutputs = session.outputMetadata.filter((output) => !output.isTensor).map(({ name }) => name);
    this.inputs = session.inputMetadata.map((input) =>
      input.isTensor
        ? {
            name: input.name,
            dtype: input.type,
            shape: input.shape.map((dimension) => (typeof dimension === 'number' ? dimension : null)),
          }
        : { name: input.name, dtype: 'sequence, map or optional', shape: [] },
    );
  }

  /** Loads a model; with `save`, writes the optimised graph as well. Blocks the event loop while it works. */
  static async open(modelPath: string, level: OptimizationLevel, save?: SaveOptions): Promise<OnnxSession> {
    return new OnnxSession(
      await InferenceSession.create(modelPath, {
        executionProviders: ['cpu'],
        graphOptimizationLevel: level,
        intraOpNumThreads: 1,
        interOpNumThreads: 1,
        logSeverityLevel: LOG_FATAL_ONLY,
        ...(save && saveOptions(save)),
      }),
    );
  }

  /** One inference with every output. */
  async run(feeds: Feeds): Promise<ReadonlyMap<string, TensorValue>> {
    const results = await this.#session.run(feeds);
    return new Map(Object.entries(results).map(([name, tensor]) => [name, toValue(tensor)]));
  }

  /** Milliseconds of one inference. */
  async time(feeds: Feeds): Promise<number> {
    const start = performance.now();
    await this.#session.run(feeds);
    return performance.now() - start;
  }

  /** Frees the native memory; the session cannot be used again. */
  async release(): Promise<void> {
    await this.#session.release();
  }
}

function saveOptions({
  modelPath,
  externalDataName,
  disabledOptimizers,
}: SaveOptions): InferenceSession.SessionOptions {
  return {
    optimizedModelFilePath: modelPath,
    extra: {
      ...(disabledOptimizers.length > 0 && {
        optimization: { disable_specified_optimizers: disabledOptimizers.join(';') },
      }),
      // Without this a saved graph keeps pointing at the data file of the source model.
      ...(externalDataName !== null && {
        session: { optimized_model_external_initializers_file_name: externalDataName },
      }),
    },
  };
}

/** Inputs by name, as ONNX Runtime reads them. */
export function toFeeds(values: ReadonlyMap<string, TensorValue>): Feeds {
  return Object.fromEntries(
    [...values].map(([name, { dtype, shape, data }]) => {
      const stored = dtype === 'float16' && data instanceof Float32Array ? encodeFloat16(data) : data;
      // Not `new Tensor(…)`: where Float16Array exists the class turns float16 data into it, and the native
      // binding then fails with "not enough space". It reads plain objects of the same form.
      const tensor = { type: dtype, dims: shape, data: stored, location: 'cpu' };
      return [name, tensor as unknown as Tensor];
    }),
  );
}

function toValue({ type, dims, data }: Tensor): TensorValue {
  if (type !== 'float16') return { dtype: type, shape: dims, data };
  const values = data instanceof Uint16Array ? decodeFloat16(data) : Float32Array.from(data as ArrayLike<number>);
  return { dtype: type, shape: dims, data: values };
}
