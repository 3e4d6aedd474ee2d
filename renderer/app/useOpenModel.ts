import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { toAppErrorData } from '../../shared/errors/appError.ts';
import type { ModelSource } from '../../shared/models/modelSummary.ts';
import { call } from '../api/client.ts';
import { toast } from '../components/announcements.ts';
import { MODEL_STEP_PATH } from './paths.ts';
import { isModelPending, setPendingModel } from './pendingModel.ts';

interface ModelOpener {
  /** Opens the wizard with a model. */
  openModel(source: ModelSource): void;
  /** Opens the file dialog, then the wizard with what was chosen. */
  pickModel(): Promise<void>;
}

/** The ways into the wizard that bring a model. */
export function useOpenModel(): ModelOpener {
  const navigate = useNavigate();
  const openModel = useCallback(
    (source: ModelSource) => {
      setPendingModel(source);
      // An open wizard has taken it, and shows it where it stands: at its first step, or in the quick form.
      if (isModelPending()) void navigate(MODEL_STEP_PATH);
    },
    [navigate],
  );
  const pickModel = useCallback(async () => {
    try {
      const path = await call('models.pick');
      if (path !== null) openModel({ kind: 'file', path });
    } catch (thrown) {
      toast(toAppErrorData(thrown).message);
    }
  }, [openModel]);
  return { openModel, pickModel };
}
