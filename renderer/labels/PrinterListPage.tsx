import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PrinterFields, type Printer } from '../../shared/labels/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { LabelTabs } from './LabelTabs.tsx'
import { MeasureDialog } from './MeasureDialog.tsx'
import { PrinterDialog } from './PrinterDialog.tsx'
import { TestPage } from './TestPage.tsx'

type Open = { what: 'edit'; printer: Printer | null } | { what: 'measure'; printer: Printer }

/** How each printer prints beside what it is told, and the test page that shows it. */
export function PrinterListPage() {
  const { t } = useTranslation()
  const printers = useQuery('labels.printers', {})
  const [selected, setSelected] = useState<number | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const columns = useColumns()
  const rows = printers.value ?? []
  const current = rows.find(({ id }) => id === selected) ?? rows[0]
  const close = () => setOpen(null)
  return (
    <div className="page filled">
      <PageHeader title={t('labels.printers.title')} hint={t('labels.printers.hint')}>
        <Button
          kind={rows.length === 0 ? 'plain' : 'primary'}
          icon="add"
          onClick={() => setOpen({ what: 'edit', printer: null })}
        >
          {t('labels.printers.add')}
        </Button>
      </PageHeader>
      <LabelTabs />
      <Failure of={printers.failure} />
      <div className="split labels">
        <Table
          label={t('labels.printers.title')}
          name="labels.printers"
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          selected={current?.id ?? null}
          onSelect={({ id }) => setSelected(id)}
          onOpen={(printer) => setOpen({ what: 'edit', printer })}
          total={{ count: rows.length, isExact: true }}
          isLoading={printers.isLoading}
          empty={
            <EmptyState icon="print" text={t('labels.printers.empty')}>
              <Button kind="primary" onClick={() => setOpen({ what: 'edit', printer: null })}>
                {t('labels.printers.addFirst')}
              </Button>
            </EmptyState>
          }
        />
        <aside className="card label-side" aria-label={t('labels.printers.how')}>
          <h2>{t('labels.printers.how')}</h2>
          <ol className="numbered">
            <li>{t('labels.printers.steps.print')}</li>
            <li>{t('labels.printers.steps.measure')}</li>
            <li>{t('labels.printers.steps.again')}</li>
          </ol>
          <TestPage printer={current} />
          {current && (
            <PrinterActs
              key={current.id}
              printer={current}
              onEdit={() => setOpen({ what: 'edit', printer: current })}
              onMeasure={() => setOpen({ what: 'measure', printer: current })}
            />
          )}
        </aside>
      </div>
      {open?.what === 'edit' && <PrinterDialog printer={open.printer} onClose={close} />}
      {open?.what === 'measure' && <MeasureDialog printer={open.printer} onClose={close} />}
    </div>
  )
}

function useColumns(): Column<Printer>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const figures = ['shiftXMm', 'shiftYMm', 'scaleXPercent', 'scaleYPercent'] as const
  return [
    { key: 'name', label: t('labels.printers.name'), widthPx: 160, grows: true, cell: ({ name }) => name },
    ...figures.map((key): Column<Printer> => ({
      key,
      label: t(`labels.printers.columns.${key}`),
      widthPx: 108,
      align: 'end',
      cell: (printer) => number(printer[key]),
    })),
  ]
}

type ActProps = { printer: Printer; onEdit: () => void; onMeasure: () => void }

function PrinterActs({ printer, onEdit, onMeasure }: ActProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const remove = useCommand('labels.removePrinter')
  const add = useCommand('labels.addPrinter')
  const { id, rev, name } = printer
  async function drop() {
    const answer = await remove.run({ id, rev })
    if (answer.ok)
      toast({
        text: t('labels.printers.removed', { name }),
        onUndo: async () => void (await add.run(PrinterFields.parse(printer))),
      })
  }
  return (
    <>
      <h2>{name}</h2>
      <div className="row">
        <Button icon="check" onClick={onMeasure}>
          {t('labels.printers.measure')}
        </Button>
        <Button icon="edit" onClick={onEdit}>
          {t('labels.printers.edit')}
        </Button>
        <Button icon="remove" disabled={remove.isRunning} onClick={() => void drop()}>
          {t('labels.printers.remove')}
        </Button>
      </div>
      <Failure of={remove.failure} />
    </>
  )
}
