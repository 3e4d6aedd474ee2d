import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { openOptions } from './openOptions.tsx';

afterEach(cleanup);

const JSON_NAME = 'Compiler options as JSON';
const CLI_NAME = 'Compiler options as CLI text';
const platform = (os: string, arch: string, accelerator = '') => ({ kind: 'platform' as const, os, arch, accelerator });

describe('the fields', () => {
  it('are exactly those of framework and target', () => {
    const { editor, setTarget, choice, field } = openOptions('PYTORCH', {});
    const count = () => editor.queryAllByRole('textbox').length + editor.queryAllByRole('combobox').length;
    expect(count()).toBe(0);
    setTarget({ device: 'ml_p3' });
    expect(choice('Input data type (dtype)')).toHaveTextContent('Left out: float32');
    expect(count()).toBe(1);
    setTarget({ device: 'coreml' });
    expect(field('Class labels file')).toHaveAccessibleDescription(/Example: imagenet_labels_1000\.txt/u);
    expect(count()).toBe(1);
    setTarget({ device: 'rk3399' });
    expect(count()).toBe(0);
    expect(screen.getByText(/AWS documents no compiler options for PyTorch on Rockchip RK3399/u)).toBeVisible();
  });

  it('choose among the values of an option', async () => {
    const { user, choice, text } = openOptions('PYTORCH', { device: 'ml_m5' });
    await user.click(choice('Input data type (dtype)'));
    await user.click(screen.getByRole('option', { name: 'int64' }));
    expect(text()).toBe('{"dtype":"int64"}');
    await user.click(choice('Input data type (dtype)'));
    await user.click(screen.getByRole('option', { name: 'Left out: float32' }));
    expect(text()).toBe('');
  });

  it('keep a value that an option does not take, and say so', async () => {
    const { choice, leave, press, text, user } = openOptions('TENSORFLOW', {
      device: 'ml_eia2',
      compilerOptions: '{"precision_mode":"int8"}',
    });
    expect(choice('Precision')).toHaveTextContent('int8 (not one of them)');
    await user.click(choice('Precision'));
    await user.keyboard('{Escape}');
    await leave();
    expect(choice('Precision')).toHaveAccessibleDescription(/must be FP32 or FP16/u);
    await press('Use FP32');
    expect(text()).toBe('{"precision_mode":"FP32"}');
  });

  it('keep a number that is none as typed, and say so once they are left', async () => {
    const { user, field, leave, text } = openOptions('PYTORCH', { device: 'qcs605' });
    await user.type(field('Android API level'), '3x');
    expect(field('Android API level')).toBeValid();
    await leave();
    expect(field('Android API level')).toHaveValue('3x');
    expect(field('Android API level')).toHaveAccessibleDescription(/must be a whole number from 21 to 29/u);
    await user.clear(field('Android API level'));
    await user.type(field('Android API level'), '29');
    expect(text()).toBe('{"ANDROID_PLATFORM":29}');
    expect(field('Android API level')).toBeValid();
  });

  it('list what else is sent, which can be removed and given back', async () => {
    const { press, text } = openOptions('PYTORCH', { device: 'coreml', compilerOptions: '{"foo":{"b":[1]},"x":1}' });
    expect(screen.getByText('foo: {"b":[1]}')).toBeVisible();
    await press('Remove foo from what is sent');
    expect(text()).toBe('{"x":1}');
    await press('Undo');
    expect(text()).toBe('{"foo":{"b":[1]},"x":1}');
  });

  it('show options without documentation on demand, and at once when they are given', async () => {
    const { editor, press, field } = openOptions('PYTORCH', { device: 'jetson_nano' });
    expect(editor.queryByRole('textbox', { name: 'JetPack version' })).not.toBeInTheDocument();
    await press('Options that AWS does not document');
    expect(field('JetPack version')).toBeVisible();
    cleanup();
    const given = openOptions('PYTORCH', { device: 'jetson_nano', compilerOptions: '{"JETPACK_VERSION":"4.6"}' });
    expect(given.field('JetPack version')).toHaveValue('4.6');
  });
});

describe('one value in three views', () => {
  it('is edited in each', async () => {
    const { user, field, show, fill } = openOptions('PYTORCH', { device: 'qcs605' });
    await user.type(field('Android API level'), '29');
    await show('JSON');
    expect(field(JSON_NAME)).toHaveValue('{"ANDROID_PLATFORM":29}');
    await fill(field(JSON_NAME), '{"ANDROID_PLATFORM":21,"foo":1}');
    await show('CLI text');
    expect(field(CLI_NAME)).toHaveValue(String.raw`{\"ANDROID_PLATFORM\":21,\"foo\":1}`);
    await fill(field(CLI_NAME), String.raw`{\"ANDROID_PLATFORM\":27,\"foo\":1}`);
    await show('Fields');
    expect(field('Android API level')).toHaveValue('27');
    expect(screen.getByText('foo: 1')).toBeVisible();
  });

  it('is put right when sloppy text is left, and given back on Undo', async () => {
    const { show, fill, field, leave, press, editor } = openOptions('PYTORCH', { device: 'jetson_tx2' });
    const sloppy = `{'gpu_code': 'sm_62'}`;
    await show('JSON');
    await fill(field(JSON_NAME), sloppy);
    expect(field(JSON_NAME)).toHaveValue(sloppy);
    await leave();
    expect(field(JSON_NAME)).toHaveValue('{"gpu-code":"sm_62"}');
    expect(editor.getByText(/gpu_code became gpu-code/u)).toBeVisible();
    await press('Undo');
    expect(field(JSON_NAME)).toHaveValue(sloppy);
    expect(field(JSON_NAME)).toHaveFocus();
    await leave();
    expect(field(JSON_NAME)).toHaveValue(sloppy);
  });

  it('stays as typed while it is broken, in the spelling of the view', async () => {
    const { show, fill, field, leave, text } = openOptions('PYTORCH', { device: 'jetson_tx2' });
    await show('CLI text');
    await fill(field(CLI_NAME), '{"gpu');
    await leave();
    expect(field(CLI_NAME)).toHaveValue('{"gpu');
    expect(field(CLI_NAME)).toHaveAccessibleDescription(/not valid JSON/u);
    expect(text()).toBe('{"gpu');
  });

  it('closes the fields for broken text, with the reason and a fix', async () => {
    const { editor, field, press } = openOptions('PYTORCH', {
      device: 'jetson_tx2',
      compilerOptions: `{"gpu-code":"sm_62",}`,
    });
    expect(field('GPU code')).toBeDisabled();
    expect(editor.getByText(/The compiler options are not valid JSON.*The fields cannot show it/u)).toBeVisible();
    await press('Use strict JSON');
    expect(field('GPU code')).toHaveValue('sm_62');
    expect(field('GPU code')).toBeEnabled();
    expect(document.body).not.toHaveFocus();
  });

  it('leads from broken text to the text area', async () => {
    const { field, press } = openOptions('PYTORCH', { device: 'jetson_tx2', compilerOptions: '{"gpu' });
    await press('Edit as JSON');
    expect(field(JSON_NAME)).toHaveValue('{"gpu');
    await expect.poll(() => document.activeElement).toBe(field(JSON_NAME));
  });
});

describe('NVIDIA options', () => {
  it('offer known combinations, the board’s first, and warn of others', async () => {
    const { user, choice, field, fill, editor } = openOptions('PYTORCH', {
      device: 'jetson_xavier',
      compilerOptions: '{"foo":1,"trt_ver":"1.2.3"}',
    });
    await user.click(choice('Known combination'));
    const [first] = screen.getAllByRole('option', { name: /TensorRT/u });
    expect(first).toHaveTextContent(/^Jetson Xavier, JetPack/u);
    await user.click(screen.getByRole('option', { name: /^Jetson Xavier, JetPack 4\.6\.1/u }));
    expect(field('TensorRT version')).toHaveValue('8.2.1');
    expect(screen.getByText('foo: 1')).toBeVisible();
    expect(choice('Known combination')).toHaveTextContent('Jetson Xavier, JetPack 4.6.1');
    await fill(field('CUDA version'), '11.1');
    expect(editor.getByText(/These NVIDIA versions are not known to work together/u)).toBeVisible();
    expect(choice('Known combination')).toHaveTextContent('Not a known combination');
  });

  it('are marked as required on a platform with such a GPU only', () => {
    const { field, setTarget } = openOptions('PYTORCH', platform('LINUX', 'ARM64', 'NVIDIA'));
    for (const name of ['GPU code', 'TensorRT version', 'CUDA version']) expect(field(name)).toBeRequired();
    setTarget({ kind: 'device', device: 'jetson_nano' });
    expect(field('GPU code')).not.toBeRequired();
    expect(field('GPU code')).toHaveAccessibleDescription(/Recommended/u);
  });
});

describe('CPU features', () => {
  it('are chips, with a switch for NEON on 32-bit ARM', async () => {
    const { user, choice, editor, text, setTarget } = openOptions('PYTORCH', platform('LINUX', 'ARM_EABIHF'));
    const neon = () => editor.getByRole('switch', { name: 'NEON' });
    await user.type(choice('CPU features (mattr)'), '+vfpv4{Enter}');
    await user.click(neon());
    await user.type(choice('CPU features (mattr)'), '-thumb,');
    expect(text()).toBe('{"mattr":["+vfpv4","+neon","-thumb"]}');
    await user.click(neon());
    expect(text()).toBe('{"mattr":["+vfpv4","-thumb"]}');
    await user.type(choice('CPU features (mattr)'), '{Backspace}');
    expect(text()).toBe('{"mattr":["+vfpv4"]}');
    setTarget(platform('LINUX', 'ARM64'));
    expect(editor.queryByRole('switch', { name: 'NEON' })).not.toBeInTheDocument();
  });

  it('take what is half typed when the field is left', async () => {
    const { user, choice, leave, text } = openOptions('PYTORCH', platform('LINUX', 'ARM64'));
    await user.type(choice('CPU features (mattr)'), '+crypto');
    expect(text()).toBe('');
    await leave();
    expect(text()).toBe('{"mattr":["+crypto"]}');
  });
});

describe('Elastic Inference', () => {
  it('takes a signature or output names, and changes sides with a way back', async () => {
    const { user, field, choice, press, editor } = openOptions('TENSORFLOW', { device: 'ml_eia2' });
    const names = () => choice('Output tensor names');
    await user.type(field('Signature key'), 'mine');
    expect(names()).toBeDisabled();
    expect(names()).toHaveAccessibleDescription(/At most one of the two can be given, and Signature key is/u);
    await press('Use Output tensor names instead');
    expect(names()).toHaveFocus();
    expect(field('Signature key')).toHaveValue('');
    expect(editor.getByText('Signature key was emptied; it was mine.')).toBeVisible();
    await press('Undo');
    expect(field('Signature key')).toHaveValue('mine');
    await press('Use Output tensor names instead');
    await user.type(names(), 'out:0{Enter}');
    expect(field('Signature key')).toBeDisabled();
  });
});

describe('Inferentia', () => {
  it('takes a string of flags, with fields for the documented ones', async () => {
    const { user, field, choice, fill, text } = openOptions('PYTORCH', { device: 'ml_inf1' });
    await fill(field('Neuron compiler flags'), '--verbose 1 --my-flag');
    await user.type(field('NeuronCores'), '2');
    await user.click(choice('Optimisation level'));
    await user.click(screen.getByRole('option', { name: '2' }));
    expect(field('Verbosity')).toHaveValue('1');
    expect(text()).toBe('"--verbose 1 --my-flag --num-neuroncores 2 -O2"');
    await user.clear(field('Verbosity'));
    expect(field('Neuron compiler flags')).toHaveValue('--my-flag --num-neuroncores 2 -O2');
  });

  it('does not show an object as flags', () => {
    const { field } = openOptions('PYTORCH', { device: 'ml_inf1', compilerOptions: '{"mcpu":"a"}' });
    expect(field('Neuron compiler flags')).toBeDisabled();
    expect(screen.getByText(/The text is an object, but this target takes a string of flags/u)).toBeVisible();
  });
});

it('keeps options that do not apply to another target, with a finding that removes them', async () => {
  const { editor, setTarget, press, text } = openOptions('PYTORCH', {
    device: 'jetson_tx2',
    compilerOptions: '{"gpu-code":"sm_87","foo":1}',
  });
  setTarget({ device: 'ml_c5' });
  expect(editor.getByText(/gpu-code has no effect here/u)).toBeVisible();
  expect(editor.getByText('gpu-code: "sm_87"')).toBeVisible();
  await press('Remove gpu-code');
  expect(text()).toBe('{"foo":1}');
});
