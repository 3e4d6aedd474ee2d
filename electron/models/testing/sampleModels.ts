import { buildOnnx } from './onnxBuilder.ts';

/** `sum = a + b` over [2, 3]: every dimension fixed. */
export const buildAddModel = (): Uint8Array =>
  buildOnnx({
    producer: 'edgewright-tests',
    inputs: [
      { name: 'a', shape: [2, 3] },
      { name: 'b', shape: [2, 3] },
    ],
    outputs: [{ name: 'sum', shape: [2, 3] }],
    nodes: [{ op: 'Add', inputs: ['a', 'b'], outputs: ['sum'] }],
  });

/** `out = relu(left + right)` over [batch, 4]: both inputs share the symbol `batch`, and so does what is between. */
export const buildSymbolicModel = (): Uint8Array =>
  buildOnnx({
    producer: 'edgewright-tests',
    inputs: [
      { name: 'left', shape: ['batch', 4] },
      { name: 'right', shape: ['batch', 4] },
    ],
    outputs: [{ name: 'out', shape: ['batch', 4] }],
    valueInfos: [{ name: 'sum', shape: ['batch', 4] }],
    nodes: [
      { op: 'Add', inputs: ['left', 'right'], outputs: ['sum'] },
      { op: 'Relu', inputs: ['sum'], outputs: ['out'] },
    ],
  });

/** Edge of the slow model's matrix; large enough that the loop's own cost is the smaller part. */
const SLOW_EDGE = 64;

/**
 * A model of less than 1 kB that loads at once and then runs long: `state = tanh(state · x)`, `iterations` times.
 * `x` is an input, so nothing of it can be computed beforehand. About 30 µs an iteration: 10 million run for minutes.
 */
export const buildSlowModel = (iterations: number): Uint8Array => {
  const square = [SLOW_EDGE, SLOW_EDGE];
  return buildOnnx({
    producer: 'edgewright-tests',
    inputs: [{ name: 'x', shape: square }],
    outputs: [{ name: 'y', shape: square }],
    initializers: [
      { name: 'trip_count', dtype: 'int64', dims: [], data: [iterations] },
      { name: 'keep_going', dtype: 'bool', dims: [], data: [1] },
    ],
    nodes: [
      {
        op: 'Loop',
        inputs: ['trip_count', 'keep_going', 'x'],
        outputs: ['y'],
        attributes: {
          body: {
            graph: {
              name: 'body',
              inputs: [
                { name: 'iteration', dtype: 'int64', shape: [] },
                { name: 'condition', dtype: 'bool', shape: [] },
                { name: 'state', shape: square },
              ],
              outputs: [
                { name: 'condition_out', dtype: 'bool', shape: [] },
                { name: 'state_out', shape: square },
              ],
              nodes: [
                { op: 'Identity', inputs: ['condition'], outputs: ['condition_out'] },
                { op: 'MatMul', inputs: ['state', 'x'], outputs: ['product'] },
                { op: 'Tanh', inputs: ['product'], outputs: ['state_out'] },
              ],
            },
          },
        },
      },
    ],
  });
};
