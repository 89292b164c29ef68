import { useTranslation } from 'react-i18next'
import type { ActivityRow, ActivityState } from '../../shared/activities/contract.ts'
import { Chip } from '../ui/Chip.tsx'
import type { IconName } from '../ui/icons.tsx'

const shapes: Record<ActivityState, { tone: 'plain' | 'good' | 'warn' | 'bad'; icon: IconName }> = {
  planned: { tone: 'plain', icon: 'calendar' },
  done: { tone: 'good', icon: 'check' },
  postponed: { tone: 'warn', icon: 'pause' },
  cancelled: { tone: 'bad', icon: 'close' },
}

export function StateChip({ state }: { state: ActivityState }) {
  const { t } = useTranslation()
  return <Chip {...shapes[state]}>{t(`activities.states.${state}`)}</Chip>
}

export function ProofChip({ proof }: Pick<ActivityRow, 'proof'>) {
  const { t } = useTranslation()
  if (proof === 'not_needed') return <span className="soft">{t('activities.proofs.not_needed')}</span>
  return (
    <Chip tone={proof === 'missing' ? 'warn' : 'good'} icon={proof === 'missing' ? 'warning' : 'attach'}>
      {t(`activities.proofs.${proof}`)}
    </Chip>
  )
}
