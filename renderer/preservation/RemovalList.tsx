import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** When and why copies were taken off a disk, each of which can be taken back. */
export function RemovalList({ volumeId }: { volumeId: number }) {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const { value: removals } = useQuery('preservation.removals', { volumeId })
  const takeBack = useCommand('preservation.takeBackRemoval')
  if (!removals || removals.length === 0) return null
  return (
    <>
      <Failure of={takeBack.failure} />
      <ul className="plain-list">
        {removals.map(({ id, removedOn, reason, copies, takenBackOn }) => (
          <li key={id} className={takenBackOn === null ? 'row' : 'row soft'}>
            <span>
              {[
                displayDate(removedOn),
                t('preservation.removal.copies', { count: copies, shown: number(copies) }),
                reason,
                ...(takenBackOn === null
                  ? []
                  : [t('preservation.removal.takenBack', { on: displayDate(takenBackOn) })]),
              ].join(' · ')}
            </span>
            {takenBackOn === null && can('preservation.write') && (
              <Button
                kind="quiet"
                icon="restore"
                disabled={takeBack.isRunning}
                onClick={() => void takeBack.run({ id })}
              >
                {t('common.actions.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
