import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { Stoppage } from '../../shared/digitization/contract.ts'
import { useKept } from '../app/kept.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { DigitizationTabs } from './DigitizationTabs.tsx'
import { StoppageDialog } from './StoppageDialog.tsx'

export function StoppageListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const list = useQuery('digitization.stoppages', {})
  const add = useCommand('digitization.addStoppage')
  const remove = useCommand('digitization.removeStoppage')
  const [selected, setSelected] = useKept<number | null>('digitization.stoppage', null)
  const [open, setOpen] = useState<'add' | 'change' | null>(null)
  const columns = useStoppageColumns()
  const mayWork = can('digitization.work')
  const stoppage = list.value?.find(({ id }) => id === selected)
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
    <div className="page filled">
      <PageHeader title={t('digitization.stoppages.title')} hint={t('digitization.stoppages.hint')}>
        {mayWork && stoppage && (
          <>
            <Button icon="edit" onClick={() => setOpen('change')}>
              {t('common.actions.edit')}
            </Button>
            <Button icon="remove" disabled={remove.isRunning} onClick={() => void drop(stoppage)}>
              {t('digitization.stoppages.remove')}
            </Button>
          </>
        )}
        {mayWork && (
          <Button kind="primary" icon="add" onClick={() => setOpen('add')}>
            {t('digitization.stoppages.add')}
          </Button>
        )}
      </PageHeader>
      <DigitizationTabs />
      <Failure of={list.failure ?? remove.failure ?? add.failure} />
      <Table
        label={t('digitization.stoppages.title')}
        name="digitization.stoppages"
        columns={columns}
        rows={list.value ?? []}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={
          mayWork
            ? ({ id }) => {
                setSelected(id)
                setOpen('change')
              }
            : undefined
        }
        isLoading={list.isLoading}
        empty={
          <EmptyState icon="pause" text={t('digitization.stoppages.empty')}>
            {mayWork && (
              <Button kind="primary" onClick={() => setOpen('add')}>
                {t('digitization.stoppages.add')}
              </Button>
            )}
          </EmptyState>
        }
      />
      {open === 'add' && <StoppageDialog onClose={() => setOpen(null)} />}
      {open === 'change' && stoppage && <StoppageDialog stoppage={stoppage} onClose={() => setOpen(null)} />}
    </div>
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
      widthPx: 150,
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
      widthPx: 150,
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
