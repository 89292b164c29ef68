import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { Chip } from '../ui/Chip.tsx'

const dayMs = 86_400_000

/** A day on which something ends; what is near or past has a mark. */
export function DueDay({ on, today }: { on: string | null; today: string }) {
  const { t } = useTranslation()
  const { remindDays = 0 } = useQuery('facilities.rule', {}).value ?? {}
  if (on === null) return null
  const days = (Date.parse(on) - Date.parse(today)) / dayMs
  if (days < 0)
    return (
      <Chip tone="bad" icon="warning">
        {t('facilities.due.past', { on: displayDate(on) })}
      </Chip>
    )
  if (days > remindDays) return displayDate(on)
  return (
    <Chip tone="warn" icon="bell">
      {displayDate(on)}
    </Chip>
  )
}
