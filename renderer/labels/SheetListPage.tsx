import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SheetFields, type Sheet } from '../../shared/labels/contract.ts'
import { labelsPerPage } from '../../shared/labels/rules.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { nextName } from './design-edits.ts'
import { LabelTabs } from './LabelTabs.tsx'
import { SheetDialog } from './SheetDialog.tsx'
import { SheetPicture } from './SheetPicture.tsx'

type Editing = { sheet: Sheet | null; begun?: SheetFields }

/** The stock that labels are printed on, the same at every printer. */
export function SheetListPage() {
  const { t } = useTranslation()
  const sheets = useQuery('labels.sheets', {})
  const [selected, setSelected] = useState<number | null>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const columns = useColumns()
  const rows = sheets.value ?? []
  const current = rows.find(({ id }) => id === selected) ?? rows[0]
  const taken = rows.map(({ name }) => name)
  return (
    <div className="page filled">
      <PageHeader title={t('labels.sheets.title')} hint={t('labels.sheets.hint')}>
        <Button kind="primary" icon="add" onClick={() => setEditing({ sheet: null })}>
          {t('labels.sheets.add')}
        </Button>
      </PageHeader>
      <LabelTabs />
      <Failure of={sheets.failure} />
      <div className="split labels">
        <Table
          label={t('labels.sheets.title')}
          name="labels.sheets"
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          selected={current?.id ?? null}
          onSelect={({ id }) => setSelected(id)}
          onOpen={(sheet) => setEditing({ sheet })}
          total={{ count: rows.length, isExact: true }}
          isLoading={sheets.isLoading}
          empty={<EmptyState icon="tag" text={t('labels.sheets.empty')} />}
        />
        {current && (
          <SheetSide
            key={current.id}
            sheet={current}
            onEdit={() => setEditing({ sheet: current })}
            onCopy={() =>
              setEditing({
                sheet: null,
                begun: { ...SheetFields.parse(current), name: nextName(current.name, taken) },
              })
            }
          />
        )}
      </div>
      {editing && <SheetDialog {...editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

function useColumns(): Column<Sheet>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const size = (width: number, height: number) =>
    t('labels.templates.mm', { width: number(width), height: number(height) })
  return [
    { key: 'name', label: t('labels.sheets.name'), widthPx: 200, grows: true, cell: ({ name }) => name },
    {
      key: 'label',
      label: t('labels.sheets.label'),
      widthPx: 150,
      cell: ({ labelWidthMm, labelHeightMm }) => size(labelWidthMm, labelHeightMm),
    },
    {
      key: 'count',
      label: t('labels.sheets.count'),
      widthPx: 90,
      align: 'end',
      cell: (sheet) => number(labelsPerPage(sheet)),
    },
    {
      key: 'page',
      label: t('labels.sheets.page'),
      widthPx: 130,
      cell: ({ pageWidthMm, pageHeightMm }) => size(pageWidthMm, pageHeightMm),
    },
  ]
}

type SideProps = { sheet: Sheet; onEdit: () => void; onCopy: () => void }

function SheetSide({ sheet, onEdit, onCopy }: SideProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const remove = useCommand('labels.removeSheet')
  const add = useCommand('labels.addSheet')
  const { id, rev, name } = sheet
  async function drop() {
    const answer = await remove.run({ id, rev })
    if (answer.ok)
      toast({
        text: t('labels.sheets.removed', { name }),
        onUndo: async () => void (await add.run(SheetFields.parse(sheet))),
      })
  }
  return (
    <aside className="card label-side" aria-label={name}>
      <h2>{name}</h2>
      <SheetPicture sheet={sheet} label={t('labels.sheets.picture', { name })} />
      <div className="row">
        <Button icon="edit" onClick={onEdit}>
          {t('labels.sheets.edit')}
        </Button>
        <Button icon="file" onClick={onCopy}>
          {t('labels.sheets.copy')}
        </Button>
        <Button icon="remove" disabled={remove.isRunning} onClick={() => void drop()}>
          {t('labels.sheets.remove')}
        </Button>
      </div>
      <Failure of={remove.failure} />
    </aside>
  )
}
