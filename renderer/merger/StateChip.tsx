import { useTranslation } from 'react-i18next'
import type { Verdict } from '../../shared/interchange/contract.ts'
import type { Merger } from '../../shared/merger/contract.ts'
import { Chip } from '../ui/Chip.tsx'
import type { IconName } from '../ui/icons.tsx'

type Look = ['plain' | 'good' | 'warn' | 'bad', IconName]

const stateLooks: Record<Merger['state'], Look> = {
  reading: ['plain', 'history'],
  staged: ['warn', 'edit'],
  writing: ['plain', 'history'],
  written: ['good', 'check'],
  undoing: ['plain', 'history'],
  undone: ['plain', 'restore'],
}

export function StateChip({ state }: { state: Merger['state'] }) {
  const { t } = useTranslation()
  const [tone, icon] = stateLooks[state]
  return (
    <Chip tone={tone} icon={icon}>
      {t(`merger.states.${state}`)}
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
      {t(`merger.verdicts.${verdict}`)}
    </Chip>
  )
}
