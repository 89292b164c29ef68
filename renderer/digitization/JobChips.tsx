import { useTranslation } from 'react-i18next'
import type { JobState } from '../../shared/digitization/rules.ts'
import { Chip } from '../ui/Chip.tsx'

/** The four words of haste, whatever number stands for them. */
export function usePriorityWord(): (priority: number) => string {
  const { t } = useTranslation()
  return (priority) => {
    if (priority >= 3) return t('digitization.priorities.3')
    if (priority === 2) return t('digitization.priorities.2')
    return t(priority === 1 ? 'digitization.priorities.1' : 'digitization.priorities.0')
  }
}

export function PriorityChip({ priority }: { priority: number }) {
  const word = usePriorityWord()
  return (
    <Chip
      tone={priority >= 3 ? 'bad' : priority === 2 ? 'warn' : 'plain'}
      icon={priority >= 2 ? 'up' : 'forward'}
    >
      {word(priority)}
    </Chip>
  )
}

export function StateChip({ state }: { state: JobState }) {
  const { t } = useTranslation()
  return (
    <Chip
      tone={state === 'done' ? 'good' : 'plain'}
      icon={state === 'done' ? 'check' : state === 'cancelled' ? 'close' : 'edit'}
    >
      {t(`digitization.states.${state}`)}
    </Chip>
  )
}
