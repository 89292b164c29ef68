import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { SupportFields, type Support } from '../../shared/network/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { NetworkTabs } from './NetworkTabs.tsx'

/** What was agreed with points and is not done yet, the soonest first. */
export function FollowUpListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const toast = useToast()
  const asked = useQuery('network.supports', { isOpenOnly: true })
  const update = useCommand('network.updateSupport')
  const [selected, setSelected] = useState<number | null>(null)
  const rows = asked.value ?? []
  const chosen = rows.find(({ id }) => id === selected)
  async function finish(support: Support) {
    const { id, rev } = support
    const fields = SupportFields.parse(support)
    const answer = await update.run({ ...fields, id, rev, followedUpOn: isoDateAt(Date.now()) })
    if (!answer.ok) return
    toast({
      text: t('network.followUps.doneToast', { name: support.pointName }),
      onUndo: async () => void (await update.run({ ...fields, id, rev: rev + 1 })),
    })
  }
  return (
    <div className="page filled">
      <PageHeader title={t('network.followUps.title')} hint={t('network.followUps.hint')}>
        <Button icon="print" onClick={() => window.print()}>
          {t('common.list.print')}
        </Button>
        {can('network.write') && (
          <Button
            kind="primary"
            icon="check"
            disabled={!chosen || update.isRunning}
            onClick={() => chosen && void finish(chosen)}
          >
            {t('network.support.done')}
          </Button>
        )}
      </PageHeader>
      <NetworkTabs />
      <Failure of={asked.failure ?? update.failure} />
      <Table
        label={t('network.followUps.title')}
        name="followUps"
        columns={useColumns()}
        rows={rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={({ pointId }) => void navigate(`/network/points/${pointId}`)}
        isLoading={asked.isLoading}
        empty={<EmptyState icon="check" text={t('network.followUps.empty')} />}
      />
    </div>
  )
}

function useColumns(): Column<Support>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      {
        key: 'followUpBy',
        label: t('network.fields.followUpBy'),
        widthPx: 110,
        cell: ({ followUpBy }) => (followUpBy === null ? '' : displayDate(followUpBy)),
      },
      {
        key: 'pointName',
        label: t('network.fields.pointId'),
        widthPx: 240,
        grows: true,
        cell: ({ pointName }) => pointName,
      },
      {
        key: 'followUp',
        label: t('network.fields.followUp'),
        widthPx: 320,
        grows: true,
        cell: ({ followUp }) => followUp,
      },
      {
        key: 'activityName',
        label: t('network.fields.activityId'),
        widthPx: 240,
        grows: true,
        cell: ({ activityName, on }) => `${displayDate(on)}: ${activityName}`,
      },
    ],
    [t],
  )
}
