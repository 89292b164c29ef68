import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Select } from '../ui/Select.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Props = { month: string; onClose: () => void }

/** A route driven on some days: a session at each of its stops. */
export function PlanDialog({ month, onClose }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const plan = useCommand('rotation.planRoute')
  const drop = useCommand('rotation.removeSession')
  const today = isoDateAt(Date.now())
  const routes = useQuery('rotation.routes', { on: today, limit: 200 }).value?.rows
  const [routeId, setRouteId] = useState('')
  const [days, setDays] = useState<readonly string[]>([])
  const [day, setDay] = useState<string | null>(month.slice(0, 7) === today.slice(0, 7) ? today : month)
  const stops = routes?.find(({ id }) => String(id) === routeId)?.stops.length ?? 0
  const chosen = [...new Set([...days, ...(day === null ? [] : [day])])].toSorted()
  async function submit() {
    const answer = await plan.run({ routeId: Number(routeId), days: chosen })
    if (!answer.ok) return
    const { ids, again } = answer.value
    toast({
      text: t('rotation.plan.done', { count: ids.length, again }),
      ...(ids.length > 0 && {
        onUndo: async () => {
          for (const id of ids) await drop.run({ id, rev: 1 })
        },
      }),
    })
    onClose()
  }
  return (
    <ActDialog
      title={t('rotation.plan.title')}
      submit={t('rotation.plan.submit', { count: stops * chosen.length })}
      icon="calendar"
      isReady={routeId !== '' && chosen.length > 0}
      isRunning={plan.isRunning}
      failure={plan.failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t('rotation.fields.routeId')}
        emptyLabel={t('rotation.plan.chooseRoute')}
        hint={routes?.length === 0 ? t('rotation.plan.noRoutes') : t('rotation.plan.stops', { count: stops })}
        options={(routes ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
        value={routeId}
        onChange={(event) => setRouteId(event.target.value)}
        isRequired
      />
      <div className="row">
        <DateField label={t('rotation.plan.day')} value={day} onChange={setDay} />
        <Button
          icon="add"
          disabled={day === null}
          onClick={() => {
            setDays(chosen)
            setDay(null)
          }}
        >
          {t('rotation.plan.addDay')}
        </Button>
      </div>
      <span className="chips">
        {days.map((each) => (
          <Chip
            key={each}
            removeLabel={t('rotation.plan.dropDay', { on: displayDate(each) })}
            onRemove={() => setDays(days.filter((other) => other !== each))}
          >
            {displayDate(each)}
          </Chip>
        ))}
      </span>
    </ActDialog>
  )
}
