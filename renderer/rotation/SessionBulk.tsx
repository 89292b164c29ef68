import { useTranslation } from 'react-i18next'
import type { Session, SessionState } from '../../shared/rotation/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { ChosenBar } from '../ui/ChosenBar.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { Choice } from '../ui/use-choice.ts'

type Props = { choice: Choice<Session>; mayWrite: boolean }

/** Planned sessions that took place, or did not, said of all chosen with one click. */
export function SessionBulk({ choice, mayWrite }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const set = useCommand('rotation.setSessionState')
  async function put(state: SessionState) {
    const before = choice.rows.filter((row) => row.state !== state)
    if (before.length === 0) return choice.clear()
    const answer = await set.run({ ids: before.map(({ id }) => id), state })
    if (!answer.ok) return
    choice.clear()
    toast({
      text: t(`rotation.sessions.${state}`, { count: answer.value.sessions }),
      onUndo: async () => {
        for (const [former, rows] of Map.groupBy(before, (row) => row.state))
          await set.run({ ids: rows.map(({ id }) => id), state: former })
      },
    })
  }
  if (!mayWrite) return null
  return (
    <>
      <ChosenBar choice={choice}>
        <Button kind="primary" icon="check" disabled={set.isRunning} onClick={() => void put('done')}>
          {t('rotation.sessions.markDone')}
        </Button>
        <Button icon="close" disabled={set.isRunning} onClick={() => void put('dropped')}>
          {t('rotation.sessions.markDropped')}
        </Button>
        <Button icon="calendar" disabled={set.isRunning} onClick={() => void put('planned')}>
          {t('rotation.sessions.markPlanned')}
        </Button>
      </ChosenBar>
      <Failure of={set.failure} />
    </>
  )
}
