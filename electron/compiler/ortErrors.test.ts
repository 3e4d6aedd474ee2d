import { describe, expect, it } from 'vitest';
import { diagnoseOrtError, ortFailure, readableOrtText } from './ortErrors.ts';

describe('diagnoseOrtError', () => {
  it('asks for a newer export when an operator is older than opset 7', () => {
    expect(diagnoseOrtError("Could not find an implementation for Gemm(6) node with name 'fc'")).toEqual({
      failureId: 'operator-missing',
      detail: "Gemm (operator set 6, node 'fc'). Export the model again with opset 11 or newer.",
    });
  });

  it('blames the data types when the operator is new enough', () => {
    expect(diagnoseOrtError("Could not find an implementation for Relu(13) node with name ''")).toEqual({
      failureId: 'operator-missing',
      detail: 'Relu (operator set 13). ONNX Runtime has no CPU kernel for it with the data types that the model uses.',
    });
  });

  it.each([
    ['Load model from /w/m.onnx failed:Fatal error: acme:Foo(-1) is not a registered function/op', 'acme:Foo.'],
    [
      'Load model from /w/m.onnx failed:This is an invalid model. In Node, ("n", Foo, "", -1) : ("a": tensor(float),) -> ("y": tensor(float),) , Error No Op registered for Foo with domain_version of 13',
      'Foo.',
    ],
  ])('names an operator that ONNX Runtime does not know: %s', (message, opening) => {
    const diagnosis = diagnoseOrtError(message);
    expect(diagnosis?.failureId).toBe('operator-missing');
    expect(diagnosis?.detail.startsWith(opening)).toBe(true);
  });

  it.each([
    ['Load model from /w/m.onnx failed:Protobuf parsing failed.', 'Protobuf parsing failed.'],
    [
      'Load model from /w/m.onnx failed:This is an invalid model. Error: the graph is not acyclic.',
      'This is an invalid model. Error: the graph is not acyclic.',
    ],
    [
      'Load model from /w/m.onnx failed:/onnxruntime_src/onnxruntime/core/graph/model.cc:202 onnxruntime::Model::Model(onnx::ModelProto&&, const onnxruntime::PathString&, const onnxruntime::IOnnxRuntimeOpSchemaRegistryList*, const onnxruntime::logging::Logger&, const onnxruntime::ModelOptions&) Unsupported model IR version: 99, max supported IR version: 13\n',
      'Unsupported model IR version: 99, max supported IR version: 13',
    ],
  ])('tells an unreadable model: %s', (message, detail) => {
    expect(diagnoseOrtError(message)).toEqual({ failureId: 'onnx-unreadable', detail });
  });

  it('names a data type that the binding cannot pass', () => {
    expect(diagnoseOrtError('Unsupported data type: 16')?.detail).toContain('bfloat16');
  });

  it('tells a full disk', () => {
    expect(diagnoseOrtError('Protobuf serialization failed.')?.failureId).toBe('disk-full');
  });

  it('knows nothing about an error of another kind', () => {
    expect(diagnoseOrtError('Something else')).toBeNull();
  });
});

describe('ortFailure', () => {
  it('makes a shape that does not work a failed compilation and keeps the node name', () => {
    const failure = ortFailure(
      new Error(
        'Load model from /w/m.onnx failed:Node (/model/add) Op (Add) [ShapeInferenceError] Incompatible dimensions',
      ),
    );
    expect(failure.message).toBe(
      'ClientError: CompilationError: Failed to compile ONNX model: Node (/model/add) Op (Add) [ShapeInferenceError] Incompatible dimensions',
    );
  });
});

describe('readableOrtText', () => {
  it('drops the C++ signature with templates, const and nested parentheses', () => {
    const message =
      "Non-zero status code returned while running Reshape node. Name:'/model/Reshape' Status Message: /onnxruntime_src/onnxruntime/core/providers/cpu/tensor/reshape_helper.h:91 onnxruntime::ReshapeHelper::ReshapeHelper(const onnxruntime::TensorShape&, onnxruntime::TensorShapeVector&, bool) input_shape_size == requested_shape_size was false. Input shape:{2,3}\n";
    expect(readableOrtText(message)).toBe(
      "Non-zero status code returned while running Reshape node. Name:'/model/Reshape' Status Message: input_shape_size == requested_shape_size was false. Input shape:{2,3}",
    );
    expect(
      readableOrtText(
        'D:\\a\\onnxruntime\\core\\graph\\graph.cc:5355 onnx::GraphProto onnxruntime::Graph::Save(const std::function<void(int)>&) const [with T = float] [ONNXRuntimeError] : 1 : FAIL : graph.cc:5280 AddAll It failed (really)',
      ),
    ).toBe('AddAll It failed (really)');
  });

  it('keeps node names that look like paths', () => {
    expect(readableOrtText('Node (/model/layer.1/Conv) failed')).toBe('Node (/model/layer.1/Conv) failed');
  });
});
