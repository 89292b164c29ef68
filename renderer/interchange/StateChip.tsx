import { useTranslation } from 'react-i18next'
import type { ImportRun, Verdict } from '../../shared/interchange/contract.ts'
import { Chip } from '../ui/Chip.tsx'
import type { IconName } from '../ui/icons.tsx'

type Look = ['plain' | 'good' | 'warn' | 'bad', IconName]

const stateLooks: Record<ImportRun['state'], Look> = {
  reading: ['plain', 'history'],
  staged: ['warn', 'edit'],
  writing: ['plain', 'history'],
  written: ['good', 'check'],
  undoing: ['plain', 'history'],
  undone: ['plain', 'restore'],
}

/** `text` says of a run of another kind what its state is called there. */
export function StateChip({ state, text }: { state: ImportRun['state']; text?: string }) {
  const { t } = useTranslation()
  const [tone, icon] = stateLooks[state]
  return (
    <Chip tone={tone} icon={icon}>
      {text ?? t(`interchange.states.${state}`)}
    </Chip>
  )
}

const verdictLooks: Record<Verdict, Look> = {
  new: ['good', 'add'],
  changed: ['warn', 'edit'],
  same: ['plain', 'check'],
  inside: ['plain', 'panel'],
  invalid: ['bad', 'warning'],
  unread: ['bad', 'close'],
}

export function VerdictChip({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation()
  const [tone, icon] = verdictLooks[verdict]
  return (
    <Chip tone={tone} icon={icon}>
      {t(`interchange.verdicts.${verdict}`)}
    </Chip>
  )
}
