import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { Stoppage } from '../../shared/digitization/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Chip } from '../ui/Chip.tsx'
import type { Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { OwnListPage } from './OwnListPage.tsx'
import { StoppageDialog } from './StoppageDialog.tsx'

export function StoppageListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const list = useQuery('digitization.stoppages', {})
  const add = useCommand('digitization.addStoppage')
  const remove = useCommand('digitization.removeStoppage')
  const columns = useStoppageColumns()
  async function drop({ id, rev }: Stoppage) {
    const answer = await remove.run({ id, rev })
    if (!answer.ok) return
    const { id: _, rev: __, ...fields } = answer.value
    toast({
      text: t('digitization.stoppages.removed'),
      onUndo: async () => void (await add.run(fields)),
    })
  }
  return (
    <OwnListPage
      name="stoppages"
      rows={list.value}
      columns={columns}
      isLoading={list.isLoading}
      failure={list.failure ?? remove.failure ?? add.failure}
      mayChange={can('digitization.work')}
      emptyIcon="pause"
      remove={{ run: drop, isRunning: remove.isRunning }}
      dialog={(stoppage, onClose) => <StoppageDialog {...(stoppage && { stoppage })} onClose={onClose} />}
    />
  )
}

function useStoppageColumns(): Column<Stoppage>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return [
    {
      key: 'kind',
      label: t('digitization.stoppages.kind'),
      widthPx: 200,
      cell: ({ kind }) => t(`digitization.stoppageKinds.${kind}`),
    },
    {
      key: 'machine',
      label: t('digitization.fields.machine'),
      widthPx: 190,
      cell: ({ machine }) => machine || t('digitization.stoppages.anyMachine'),
    },
    {
      key: 'from',
      label: t('digitization.stoppages.from'),
      widthPx: 100,
      cell: ({ startedOn }) => displayDate(startedOn),
    },
    {
      key: 'to',
      label: t('digitization.stoppages.to'),
      widthPx: 170,
      cell: ({ endedOn }) =>
        endedOn === null ? (
          <Chip tone="warn" icon="pause">
            {t('digitization.stoppages.goesOn')}
          </Chip>
        ) : (
          displayDate(endedOn)
        ),
    },
    {
      key: 'days',
      label: t('digitization.stoppages.days'),
      widthPx: 80,
      align: 'end',
      cell: (stoppage) => number(daysOf(stoppage)),
    },
    {
      key: 'note',
      label: t('digitization.fields.note'),
      widthPx: 240,
      grows: true,
      cell: ({ note }) => note,
    },
  ]
}

/** Both days counted, and up to today while it goes on. */
function daysOf({ startedOn, endedOn }: Stoppage): number {
  const last = endedOn ?? isoDateAt(Date.now())
  return Math.round((Date.parse(last) - Date.parse(startedOn)) / 86_400_000) + 1
}
