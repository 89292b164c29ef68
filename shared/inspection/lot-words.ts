import type { TFunction } from 'i18next'
import { displayDate } from '../dates.ts'
import { runtimeKey } from '../texts.ts'
import type { Inspection } from './inspection.ts'

type Named = Pick<Inspection, 'lot' | 'projectName' | 'batchName'>

/** Which jobs make a lot, in one line, on screen and on paper alike. */
export function lotWords({ lot, projectName, batchName }: Named, t: TFunction): string {
  const { text, state, stageKind, material, priority, scannedFrom, scannedTo, scannedOn } = lot
  const parts = [
    lot.projectId === null ? '' : t('inspection.lot.project', { name: projectName || lot.projectId }),
    lot.batchId === null ? '' : t('inspection.lot.batch', { name: batchName || lot.batchId }),
    text.trim() === '' ? '' : t('inspection.lot.text', { text: text.trim() }),
    state === null ? '' : t(runtimeKey(`digitization.states.${state}`)),
    stageKind === null
      ? ''
      : t('inspection.lot.stage', { stage: t(runtimeKey(`digitization.kinds.${stageKind}`)) }),
    lot.class === null ? '' : t(runtimeKey(`digitization.classes.${lot.class}`)),
    material === null ? '' : t(runtimeKey(`catalogue.materials.${material}`)),
    priority === null ? '' : t('inspection.lot.priority', { priority }),
    scannedFrom === null || scannedTo === null
      ? ''
      : t('digitization.list.scanned', { from: displayDate(scannedFrom), to: displayDate(scannedTo) }),
    scannedOn === null ? '' : t('inspection.lot.machine', { machine: scannedOn }),
  ].filter((part) => part !== '')
  return parts.length === 0 ? t('inspection.lot.all') : parts.join('; ')
}
