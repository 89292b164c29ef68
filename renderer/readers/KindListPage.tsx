import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CounterKind } from '../../shared/readers/contract.ts'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { CounterTabs } from './CounterTabs.tsx'
import { KindDialog } from './KindDialog.tsx'
import { useCounterKinds } from './use-counter-kinds.ts'

/** The counters: those of the program and those that the library added. */
export function KindListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const { kinds, failure } = useCounterKinds()
  const remove = useCommand('readers.removeCounterKind')
  const add = useCommand('readers.addCounterKind')
  const [selected, setSelected] = useState<string | null>(null)
  const [edited, setEdited] = useState<CounterKind | 'new' | null>(null)
  const chosen = kinds.find(({ code }) => code === selected)
  const mayManage = can('settings.manage')
  async function drop({ code, rev, name, isHidden, feed, rhythm }: CounterKind) {
    const answer = await remove.run({ code, rev })
    if (answer.ok)
      toast({
        text: t('readers.kindList.removed', { name }),
        onUndo: async () => void (await add.run({ name, isHidden, feed, rhythm })),
      })
  }
  return (
    <div className="page filled">
      <PageHeader title={t('readers.kindList.title')} hint={t('readers.kindList.hint')}>
        {mayManage && chosen && (
          <>
            <Button icon="edit" onClick={() => setEdited(chosen)}>
              {t('readers.kindList.edit')}
            </Button>
            {!chosen.isDeclared && !chosen.isUsed && (
              <Button icon="remove" disabled={remove.isRunning} onClick={() => void drop(chosen)}>
                {t('readers.kindList.remove')}
              </Button>
            )}
          </>
        )}
        {mayManage && (
          <Button kind="primary" icon="add" onClick={() => setEdited('new')}>
            {t('readers.kindList.add')}
          </Button>
        )}
      </PageHeader>
      <CounterTabs />
      <Failure of={failure ?? remove.failure} />
      <Table
        label={t('readers.kindList.title')}
        name="counterKinds"
        columns={useColumns()}
        rows={kinds}
        keyOf={({ code }) => code}
        selected={selected}
        onSelect={({ code }) => setSelected(code)}
        onOpen={(kind) => mayManage && setEdited(kind)}
        empty={null}
      />
      {edited && <KindDialog kind={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

function useColumns(): Column<CounterKind>[] {
  const { t } = useTranslation()
  const { nameOf } = useCounterKinds()
  return useMemo(() => {
    const yes = (is: boolean) => (is ? t('readers.kindList.yes') : '')
    return [
      { key: 'name', label: t('readers.kindList.name'), widthPx: 300, grows: true, cell: nameOf },
      {
        key: 'feed',
        label: t('readers.kindList.feed'),
        widthPx: 280,
        cell: ({ feed }) => t(`readers.feeds.${feed}`),
      },
      {
        key: 'rhythm',
        label: t('readers.kindList.rhythm'),
        widthPx: 120,
        cell: ({ rhythm }) => t(`readers.rhythms.${rhythm}`),
      },
      {
        key: 'hidden',
        label: t('readers.kindList.hidden'),
        widthPx: 80,
        cell: ({ isHidden }) => yes(isHidden),
      },
      { key: 'used', label: t('readers.kindList.used'), widthPx: 130, cell: ({ isUsed }) => yes(isUsed) },
    ]
  }, [t, nameOf])
}
