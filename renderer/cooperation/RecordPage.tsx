import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { RecordKind } from '../../shared/cooperation/contract.ts'
import { keptAddress } from '../app/kept.ts'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { HistoryPart } from '../journal/index.ts'
import { Button } from '../ui/Button.tsx'
import { Failure, type OperationFailure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList, type Property } from '../ui/PropertyList.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { addressOf } from './addresses.ts'

const tableOf = {
  project: 'cooperationProject',
  agreement: 'agreement',
  delegation: 'delegation',
  membership: 'membership',
  gift: 'gift',
} as const satisfies Record<RecordKind, string>

type Props = {
  of: RecordKind
  record: { id: number; rev: number } | undefined
  name: string
  failure: OperationFailure | null
  properties: Property[]
  mark?: ReactNode
  acts?: ReactNode
  children?: ReactNode
}

/** A record: its facts, what belongs to it, and its history. */
export function RecordPage({ of, record, name, failure, properties, mark, acts, children }: Props) {
  const { t } = useTranslation()
  const back = { to: keptAddress(addressOf(of)), label: t(`cooperation.tabs.${`${of}s` as const}`) }
  if (!record)
    return (
      <div className="page">
        <PageHeader title={t(`cooperation.menu.${of}`)} back={back} />
        <Failure of={failure} />
      </div>
    )
  return (
    <div className="page">
      <PageHeader title={name} back={back}>
        {mark}
      </PageHeader>
      <Acts of={of} record={record} name={name}>
        {acts}
      </Acts>
      <section className="card">
        <PropertyList properties={properties} />
      </section>
      {children}
      <HistoryPart of={{ tableName: tableOf[of], rowId: record.id }} />
    </div>
  )
}

type ActsProps = { of: RecordKind; record: { id: number; rev: number }; name: string; children: ReactNode }

function Acts({ of, record, name, children }: ActsProps) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const toast = useToast()
  const remove = useCommand('cooperation.removeRecord')
  const restore = useCommand('cooperation.restoreRecord')
  const [isGoing, setGoing] = useState(false)
  const { id, rev } = record
  if (!can('cooperation.write')) return <div className="row no-print">{children}</div>
  async function drop() {
    setGoing(true)
    const answer = await remove.run({ of, id, rev })
    setGoing(false)
    if (!answer.ok) return
    toast({
      text: t('cooperation.page.removed', { name }),
      onUndo: async () => {
        const back = await restore.run({ of, id })
        if (back.ok) void navigate(addressOf(of, id))
      },
    })
    void navigate(keptAddress(addressOf(of)), { replace: true })
  }
  return (
    <>
      <div className="row no-print">
        <Link className="button" to={`${addressOf(of, id)}/edit`}>
          <Icon name="edit" />
          {t('cooperation.page.edit')}
        </Link>
        {children}
        <Button kind="quiet" icon="remove" disabled={isGoing} onClick={() => void drop()}>
          {t('cooperation.page.remove')}
        </Button>
      </div>
      <Failure of={remove.failure ?? restore.failure} />
    </>
  )
}
