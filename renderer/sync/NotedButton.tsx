import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'

type Props = { message: { id: number; notedAt: string | null }; mayDeliver: boolean }

/** That somebody has read it, and the way back. */
export function NotedButton({ message: { id, notedAt }, mayDeliver }: Props) {
  const { t } = useTranslation()
  const note = useCommand('sync.noteMessage')
  const isNoted = notedAt !== null
  return (
    <div className="row">
      {isNoted && <span className="soft">{t('sync.messages.noted', { at: displayInstant(notedAt) })}</span>}
      {mayDeliver && (
        <Button
          {...(!isNoted && { icon: 'check' })}
          disabled={note.isRunning}
          onClick={() => void note.run({ id, isNoted: !isNoted })}
        >
          {t(isNoted ? 'sync.messages.unnote' : 'sync.messages.note')}
        </Button>
      )}
      <Failure of={note.failure} />
    </div>
  )
}
