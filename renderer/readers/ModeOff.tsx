import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

/** What the library has not turned on, and where it is turned on. */
export function ModeOff({ text }: { text: string }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  return (
    <EmptyState icon="info" text={can('settings.manage') ? text : `${text} ${t('readers.list.askToTurnOn')}`}>
      {can('settings.manage') && (
        <Button kind="primary" onClick={() => void navigate('/readers/settings')}>
          {t('readers.list.turnOn')}
        </Button>
      )}
    </EmptyState>
  )
}
