import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PartnerFields, type Partner } from '../../shared/cooperation/contract.ts'
import { useCommand, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { PartnerDialog } from './PartnerDialog.tsx'

type Open = { kind: 'edit'; partner: Partner | null } | { kind: 'merge'; partner: Partner }

/** Whoever the library works with, by name. */
export function PartnerListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const [text, setText] = useSearchText()
  const list = usePages('cooperation.partners', { text })
  const remove = useCommand('cooperation.removePartner')
  const add = useCommand('cooperation.addPartner')
  const [selected, setSelected] = useState<number | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const chosen = list.rows.find(({ id }) => id === selected)
  const mayWrite = can('cooperation.write')
  async function drop(partner: Partner) {
    const { id, rev, name } = partner
    const answer = await remove.run({ id, rev })
    if (answer.ok)
      toast({
        text: t('cooperation.list.removed', { name }),
        onUndo: async () => void (await add.run(PartnerFields.parse(partner))),
      })
  }
  return (
    <div className="page filled">
      <PageHeader title={t('cooperation.list.title')} hint={t('cooperation.list.hint')}>
        {mayWrite && chosen && (
          <>
            <Button icon="edit" onClick={() => setOpen({ kind: 'edit', partner: chosen })}>
              {t('cooperation.list.change')}
            </Button>
            <Button icon="join" onClick={() => setOpen({ kind: 'merge', partner: chosen })}>
              {t('cooperation.list.merge')}
            </Button>
            <Button icon="remove" disabled={remove.isRunning} onClick={() => void drop(chosen)}>
              {t('cooperation.list.remove')}
            </Button>
          </>
        )}
        {mayWrite && (
          <Button kind="primary" icon="add" onClick={() => setOpen({ kind: 'edit', partner: null })}>
            {t('cooperation.partner.add')}
          </Button>
        )}
      </PageHeader>
      <SearchBox
        label={t('cooperation.list.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Failure of={list.failure ?? remove.failure} />
      <Table
        label={t('cooperation.list.title')}
        name="partners"
        columns={useColumns()}
        rows={list.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={(partner) => mayWrite && setOpen({ kind: 'edit', partner })}
        hasMore={list.hasMore}
        onMore={list.more}
        isLoading={list.isStarting && !list.failure}
        empty={
          <EmptyState
            icon="people"
            text={t(text === '' ? 'cooperation.list.empty' : 'cooperation.list.nothingFound')}
          >
            {mayWrite && text === '' && (
              <Button kind="primary" onClick={() => setOpen({ kind: 'edit', partner: null })}>
                {t('cooperation.list.addFirst')}
              </Button>
            )}
          </EmptyState>
        }
      />
      {open?.kind === 'edit' && <PartnerDialog partner={open.partner} onClose={() => setOpen(null)} />}
      {open?.kind === 'merge' && <MergeDialog partner={open.partner} onClose={() => setOpen(null)} />}
    </div>
  )
}

function useColumns(): Column<Partner>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('cooperation.fields.name'),
        widthPx: 320,
        grows: true,
        cell: ({ name }) => name,
      },
      {
        key: 'kind',
        label: t('cooperation.fields.kind'),
        widthPx: 200,
        cell: ({ kind }) => t(`cooperation.kinds.${kind}`),
      },
      {
        key: 'origin',
        label: t('cooperation.fields.origin'),
        widthPx: 180,
        cell: ({ origin, country }) => country || t(`cooperation.origins.${origin}`),
      },
      {
        key: 'activities',
        label: t('cooperation.fields.activities'),
        widthPx: 110,
        align: 'end',
        cell: ({ id, activities }) => (
          <Link className="figure-value provisional" tabIndex={-1} to={`/activities?partnerId=${id}`}>
            {number(activities)}
          </Link>
        ),
      },
    ],
    [t, number],
  )
}
