import { useTranslation } from 'react-i18next'
import type { Inspection } from '../../shared/inspection/contract.ts'
import { standingOf, type Severity } from '../../shared/inspection/rules.ts'
import { Chip } from '../ui/Chip.tsx'

/** How an inspection stands: its verdict once it is closed, until then what it would come to. */
export function StandingChip({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation()
  const { state, verdict, counts, acceptance } = inspection
  if (verdict !== null)
    return (
      <Chip tone={verdict === 'passed' ? 'good' : 'bad'} icon={verdict === 'passed' ? 'check' : 'close'}>
        {t(`inspection.verdicts.${verdict}`)}
      </Chip>
    )
  const standing = standingOf(counts, acceptance)
  if (standing === 'failed')
    return (
      <Chip tone="bad" icon="warning">
        {t('inspection.standing.failed')}
      </Chip>
    )
  if (state === 'paused') return <Chip icon="pause">{t('inspection.states.paused')}</Chip>
  return (
    <Chip tone={standing === 'passed' ? 'good' : 'plain'} icon={standing === 'passed' ? 'check' : 'search'}>
      {t(`inspection.standing.${standing}`)}
    </Chip>
  )
}

const tones = { critical: 'bad', major: 'warn', minor: 'plain' } as const
const icons = { critical: 'warning', major: 'info', minor: 'edit' } as const

/** A kind of finding with how bad it is, by shape and colour. */
export function FindingChip({ severity, children }: { severity: Severity; children: string }) {
  const { t } = useTranslation()
  return (
    <span title={t(`inspection.severities.${severity}`)}>
      <Chip tone={tones[severity]} icon={icons[severity]}>
        {children}
      </Chip>
    </span>
  )
}
