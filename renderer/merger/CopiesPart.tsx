import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { FormerCopy, Merger } from '../../shared/merger/contract.ts'
import { useRows } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useListCursor } from '../app/use-list-cursor.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { CopyNumberDialog } from './CopyNumberDialog.tsx'
import { ExportButtons } from './ExportButtons.tsx'
import { readShow, shownCopies } from './merger-address.ts'

const keyOf = ({ id }: FormerCopy) => id

/** Every copy the former unit ever had, by what it was called there and what it is called here. */
export function CopiesPart({ merger }: { merger: Merger }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const number = useNumberText()
  const [params, setParams] = useSearchParams()
  const [text, type] = useSearchText()
  const show = readShow(params)
  const filters = { show, text: params.get('text') ?? '' }
  const copies = useRows('merger.copies', { mergerId: merger.id, filters })
  const cursor = useListCursor(`merger.${merger.id}.copies`, copies)
  const [deciding, decide] = useState<FormerCopy | null>(null)
  const columns = useCopyColumns()
  const mayDecide = merger.state === 'staged' && can('merger.write')
  function open(copy: FormerCopy) {
    if (mayDecide && copy.withdrawnOn === null && copy.cancelledOn === null) decide(copy)
    else if (copy.copyId !== null) void navigate(`/copies/${copy.copyId}`)
  }
  return (
    <>
      <div className="row no-print">
        <SearchBox
          label={t('merger.copies.search')}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
        <InlineSelect
          label={t('merger.copies.show.label')}
          value={show}
          options={shownCopies
            .filter((each) => each !== 'undecided' || merger.state === 'staged')
            .map((each) => ({ value: each, label: t(`merger.copies.show.${each}`) }))}
          onChange={(next) =>
            setParams((old) => new URLSearchParams({ ...Object.fromEntries(old), show: next }), {
              replace: true,
            })
          }
        />
        <span className="spacer" />
        {mayDecide && cursor.row && (
          <Button icon="edit" onClick={() => cursor.row && open(cursor.row)}>
            {t('merger.copies.decide')}
          </Button>
        )}
        <ExportButtons input={{ mergerId: merger.id, list: 'copies', filters }} />
      </div>
      <Failure of={copies.failure} />
      <Table
        label={t('merger.page.tabs.copies')}
        name="merger-copies"
        columns={columns}
        keyOf={keyOf}
        rowCount={copies.rowCount}
        rowAt={copies.rowAt}
        onShow={copies.show}
        at={cursor.at}
        jump={cursor.jump}
        onMove={cursor.move}
        listKey={copies.listKey}
        onOpen={open}
        total={copies.total}
        isLoading={copies.isStarting}
        empty={<EmptyState icon="search" text={t('merger.copies.empty')} />}
        foot={
          copies.total && (
            <span aria-live="polite">{t('merger.copies.count', { shown: number(copies.total.count) })}</span>
          )
        }
      />
      {deciding && <CopyNumberDialog merger={merger} copy={deciding} onClose={() => decide(null)} />}
    </>
  )
}

function useCopyColumns(): Column<FormerCopy>[] {
  const { t } = useTranslation()
  const twin = (of: FormerCopy['numberTwin']) => (of ? `${of.accessionNumber} · ${of.title}` : '')
  return [
    {
      key: 'accessionNumber',
      label: t('merger.columns.accessionNumber'),
      widthPx: 112,
      cell: ({ accessionNumber }) => <span className="number">{accessionNumber}</span>,
    },
    {
      key: 'newNumber',
      label: t('merger.columns.newNumber'),
      widthPx: 170,
      cell: (copy) => <NewNumber copy={copy} />,
    },
    {
      key: 'barcode',
      label: t('merger.columns.barcode'),
      widthPx: 112,
      cell: ({ barcode }) => <span className="number">{barcode}</span>,
    },
    {
      key: 'newBarcode',
      label: t('merger.columns.newBarcode'),
      widthPx: 124,
      cell: ({ barcode, newBarcode }) =>
        newBarcode || barcode === '' ? (
          <span className="number">{newBarcode}</span>
        ) : (
          <span className="soft">{t('merger.copies.noBarcode')}</span>
        ),
    },
    { key: 'title', label: t('merger.columns.title'), widthPx: 200, grows: true, cell: ({ title }) => title },
    {
      key: 'store',
      label: t('merger.columns.store'),
      widthPx: 120,
      cell: ({ storeName, siteName }) => storeName || siteName,
    },
    {
      key: 'accessionedOn',
      label: t('merger.columns.accessionedOn'),
      widthPx: 100,
      cell: ({ accessionedOn }) => <span className="number">{displayDate(accessionedOn)}</span>,
    },
    {
      key: 'numberTwin',
      label: t('merger.columns.numberTwin'),
      widthPx: 190,
      grows: true,
      cell: ({ numberTwin }) => twin(numberTwin),
    },
    {
      key: 'barcodeTwin',
      label: t('merger.columns.barcodeTwin'),
      widthPx: 160,
      grows: true,
      cell: ({ barcodeTwin }) => twin(barcodeTwin),
    },
  ]
}

function NewNumber({ copy }: { copy: FormerCopy }) {
  const { t } = useTranslation()
  const { newNumber, accessionNumber, isDecided, withdrawnOn, cancelledOn } = copy
  if (withdrawnOn !== null)
    return <span className="soft">{t('merger.copies.gone', { on: displayDate(withdrawnOn) })}</span>
  if (cancelledOn !== null)
    return <span className="soft">{t('merger.copies.cancelled', { on: displayDate(cancelledOn) })}</span>
  if (newNumber === null) return <em className="soft">{t('merger.copies.atWriting')}</em>
  const isChanged = isDecided || newNumber !== accessionNumber
  return isChanged ? (
    <strong className="number">{newNumber}</strong>
  ) : (
    <span className="number soft">{newNumber}</span>
  )
}
