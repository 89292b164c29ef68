import { useEffect, useMemo, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { conditions } from '../../shared/copies/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { settle } from '../app/settle.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { EntryGrid, type EntryColumn, type EntryProblem } from '../ui/EntryGrid.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { useShortcut } from '../ui/keys.ts'
import { numberStyle } from '../ui/numbers.ts'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { DeliveryAdd } from './DeliveryAdd.tsx'
import { keyOfRefusal, knownRows, readDelivery, type DeliveryKey, type DeliveryRow } from './delivery-rows.ts'
import { SeriesNeeded } from './SeriesNeeded.tsx'
import { usePlaces, useSeriesOptions } from './use-places.ts'
import { useWords } from './use-words.ts'
import { StatedTotals } from './VoucherFacts.tsx'

type Props = { voucher: Output<'copies.voucher'> }
/** A refusal holds until its row is changed, or another number is its own. */
type Refused = { row: DeliveryRow; number: string | undefined; key: DeliveryKey; text: string }

const mostRows = 1000

/** Copies of a delivery, typed, scanned or pasted in one grid and entered into the register all at once. */
export function DeliveryForm({ voucher }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const refusalText = useFailureText()
  const accession = useCommand('copies.accession')
  const form = useForm<{ rows: DeliveryRow[] }>({ defaultValues: { rows: [] } })
  const draft = useDraft(`copies.accession/${voucher.id}`, form)
  const written = useWatch({ control: form.control, name: 'rows' })
  const rows = useMemo(() => knownRows(written), [written])
  const [refused, setRefused] = useState<Refused | null>(null)
  const titleBox = useRef<HTMLInputElement>(null)
  // Rows on their way into the register, the first of the grid: they stand as they were sent.
  const sentCount = useRef(0)
  const { reading, columns, series, isLoading } = useReading(rows)
  const problems = useProblems(reading, rows, refused)

  function change(how: (now: DeliveryRow[]) => DeliveryRow[]) {
    form.setValue('rows', how(form.getValues('rows')), { shouldDirty: true })
  }
  async function save() {
    if (rows.length === 0 || problems.length > 0 || sentCount.current > 0) return
    sentCount.current = rows.length
    await enter().finally(() => (sentCount.current = 0))
  }
  async function enter() {
    const sent = structuredClone(form.getValues())
    const answer = await accession.run({ voucherId: voucher.id, copies: reading.copies })
    if (!answer.ok) {
      const { line } = answer.error.details
      const key = keyOfRefusal[answer.error.code]
      const row = typeof line === 'number' ? rows[line - 1] : undefined
      if (!row || !key) return
      setRefused({ row, number: reading.numbers[rows.indexOf(row)], key, text: refusalText(answer.error) })
      return accession.clear()
    }
    const { ids, firstNumber, lastNumber } = answer.value
    const words = { count: ids.length, shown: number(ids.length), from: firstNumber, to: lastNumber }
    await settle(form, draft, {
      sent,
      saved: { rows: [] },
      unsaved: (now) => ({ rows: now.rows.slice(sent.rows.length) }),
    })
    toast({ text: t('copies.delivery.saved', words) })
    titleBox.current?.focus()
  }
  useShortcut('Ctrl+Enter', () => void save())
  // Who has just opened the delivery goes on typing; who walks along the tabs keeps the focus there.
  useEffect(() => {
    if (document.activeElement === document.body) titleBox.current?.focus()
  }, [])
  if (!isLoading && series.length === 0) return <SeriesNeeded />
  return (
    <div className="panel-filled">
      <DraftNotice draft={draft} />
      <DeliveryAdd
        voucherId={voucher.id}
        titleBox={titleBox}
        series={series}
        room={mostRows - rows.length}
        onAdd={(added) => change((now) => [...now, ...added])}
      />
      <Failure of={accession.failure} />
      {rows.length === 0 ? (
        <div className="table">
          <EmptyState icon="book" text={t('copies.delivery.empty')}>
            <Link className="button" to={`/catalogue/new?back=/copies/vouchers/${voucher.id}`}>
              <Icon name="add" />
              {t('copies.delivery.newTitle')}
            </Link>
          </EmptyState>
        </div>
      ) : (
        <EntryGrid
          label={t('copies.delivery.grid')}
          columns={columns}
          rows={rows}
          onChange={(next) =>
            change((now) => [...now.slice(0, sentCount.current), ...next.slice(sentCount.current)])
          }
          problems={problems}
          mayRemoveRows={!accession.isRunning}
          rowClass={(_, at) => (groupOf(rows, at) % 2 === 1 ? 'odd' : '')}
        />
      )}
      <div className="row">
        <Button
          kind="primary"
          icon="save"
          shortcut="Ctrl+Enter"
          disabled={rows.length === 0 || problems.length > 0 || accession.isRunning}
          onClick={() => void save()}
        >
          {t('copies.delivery.save', { count: rows.length, shown: number(rows.length) })}
        </Button>
        {problems.length > 0 && (
          <span className="tone-bad">{t('copies.delivery.problemsFirst', { count: problems.length })}</span>
        )}
        <span className="spacer" />
        <StatedTotals voucher={voucher} waiting={{ copies: rows.length, amountMinor: reading.amountMinor }} />
      </div>
    </div>
  )
}

/** Rows of one title stand on one shade; the next title on the other. */
function groupOf(rows: readonly DeliveryRow[], at: number): number {
  let group = 0
  for (let row = 1; row <= at; row += 1) if (rows[row]?.titleId !== rows[row - 1]?.titleId) group += 1
  return group
}

function useReading(rows: DeliveryRow[]) {
  const { t, i18n } = useTranslation()
  const { options: words } = useWords()
  const { series, options: seriesOptions, isLoading } = useSeriesOptions()
  const { options: places } = usePlaces()
  const reading = useMemo(
    () =>
      readDelivery(rows, {
        series: series ?? [],
        places: new Set(places.map(({ value }) => value)),
        style: numberStyle(i18n.language),
      }),
    [rows, series, places, i18n.language],
  )
  const label = (key: Exclude<DeliveryKey, 'titleId' | 'callNumber'>) => ({
    key,
    label: t(`copies.delivery.columns.${key}`),
  })
  const columns: EntryColumn<DeliveryKey>[] = [
    { ...label('title'), widthPx: 170, grows: true, isFixed: true },
    ...(seriesOptions.length > 1
      ? [{ ...label('series'), widthPx: 110, options: seriesOptions, isRequired: true }]
      : []),
    { ...label('number'), widthPx: 104, placeholder: (row) => reading.numbers[row] ?? '' },
    { ...label('barcode'), widthPx: 124 },
    { ...label('price'), widthPx: 84, align: 'end' },
    { ...label('place'), widthPx: 160, options: places, isRequired: true },
    { ...label('shelf'), widthPx: 76 },
    { ...label('enumeration'), widthPx: 84 },
    { ...label('condition'), widthPx: 92, options: words('copies.conditions', conditions) },
  ]
  return { reading, columns, series: series ?? [], isLoading }
}

function useProblems(
  { problems: found, numbers }: ReturnType<typeof readDelivery>,
  rows: readonly DeliveryRow[],
  refused: Refused | null,
): EntryProblem<DeliveryKey>[] {
  const { t } = useTranslation()
  const named = found.map(({ row, key, code, words }) => ({
    row,
    key,
    text: t(runtimeKey(`copies.delivery.problems.${code}`), { value: words.value, line: words.line }),
  }))
  const at = refused
    ? rows.findIndex((row, each) => isSameRow(row, refused.row) && numbers[each] === refused.number)
    : -1
  return refused && at >= 0 ? [...named, { row: at, key: refused.key, text: refused.text }] : named
}

function isSameRow(a: DeliveryRow, b: DeliveryRow): boolean {
  return Object.entries(a).every(([key, text]) => Reflect.get(b, key) === text)
}
