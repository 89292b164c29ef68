import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { useCommand } from '../app/operations.ts'
import type { Output } from '../app/operation-types.ts'
import { useOperationWords } from '../app/use-operation-words.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Seat = Output<'lan.standing'>['seats'][number]

/** Who works from other PCs just now. */
export function SeatTable({ seats }: { seats: Seat[] }) {
  const { t } = useTranslation()
  const toast = useToast()
  const disconnect = useCommand('lan.disconnect')
  const [selected, setSelected] = useState<string | null>(null)
  const current = seats.find(({ id }) => id === selected)
  async function cut({ id, user }: Seat) {
    const answer = await disconnect.run({ seat: id })
    if (answer.ok) toast({ text: t('lan.seat.disconnected', { name: user }) })
  }
  return (
    <>
      <div className="row">
        <Button
          icon="signOut"
          disabled={!current || disconnect.isRunning}
          onClick={() => current && void cut(current)}
        >
          {t('lan.seat.disconnect')}
        </Button>
      </div>
      <Failure of={disconnect.failure} />
      <Table
        label={t('lan.page.seats', { count: seats.length })}
        name="lan-seats"
        columns={useColumns()}
        rows={seats}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        total={{ count: seats.length, isExact: true }}
        empty={<EmptyState icon="people" text={t('lan.seat.empty')} />}
      />
    </>
  )
}

function useColumns(): Column<Seat>[] {
  const { t } = useTranslation()
  const { name } = useOperationWords()
  return useMemo(
    () => [
      { key: 'user', label: t('lan.seat.user'), widthPx: 220, grows: true, cell: ({ user }) => user },
      {
        key: 'address',
        label: t('lan.seat.address'),
        widthPx: 150,
        cell: ({ address }) => <span className="number">{address}</span>,
      },
      {
        key: 'since',
        label: t('lan.seat.since'),
        widthPx: 150,
        cell: ({ since }) => <span className="number">{displayInstant(since)}</span>,
      },
      {
        key: 'lastAt',
        label: t('lan.seat.lastAt'),
        widthPx: 150,
        cell: ({ lastAt }) => <span className="number">{displayInstant(lastAt)}</span>,
      },
      {
        key: 'lastAsked',
        label: t('lan.seat.lastAsked'),
        widthPx: 240,
        grows: true,
        cell: ({ lastAsked }) => (lastAsked === '' ? t('lan.seat.looking') : name(lastAsked)),
      },
    ],
    [t, name],
  )
}
