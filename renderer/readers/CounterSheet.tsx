import { useMemo } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { EntryGrid, type EntryColumn } from '../ui/EntryGrid.tsx'
import { useShortcut } from '../ui/keys.ts'
import { numberStyle } from '../ui/numbers.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { meantBy } from './count-text.ts'
import { readSheet, rowsOf, totalsOf, typedOver, withTyped, type Sheet, type Typed } from './counter-sheet.ts'
import { useSavingCounters } from './use-saving-counters.tsx'

type Props = {
  draftKey: string
  label: string
  siteId: number
  sheet: Sheet
  names: readonly string[]
  nameOfDay: (on: string) => string
  days: Output<'readers.counterDays'>
  mayWrite: boolean
}
type Values = { typed: Typed }

/** Counters of many days in one grid, typed or pasted as in a spreadsheet, and recorded at once. */
export function CounterSheet(props: Props) {
  const { draftKey, label, siteId, sheet, names, nameOfDay, days, mayWrite } = props
  const { t, i18n } = useTranslation()
  const number = useNumberText()
  const style = useMemo(() => numberStyle(i18n.language), [i18n.language])
  const recorded = useMemo(() => {
    const loans = new Map(days.loans.map(({ on, count }) => [on, count]))
    return rowsOf(sheet, { counts: days.counts, nameOfDay, loans }, style)
  }, [sheet, days, nameOfDay, style])
  const form = useForm<Values>({ defaultValues: { typed: {} } })
  const draft = useDraft(draftKey, form)
  const typed = useWatch({ control: form.control, name: 'typed' })
  const rows = useMemo(() => withTyped(sheet.days, recorded, typed), [sheet, recorded, typed])
  const { cells, wrong } = readSheet(sheet, { before: recorded, now: rows }, style)
  const saving = useSavingCounters(async () => {
    form.reset({ typed: {} })
    await draft.finish()
  })
  const isTyped = cells.length > 0 || wrong.length > 0
  const save = () => {
    if (mayWrite && wrong.length === 0) void saving.run({ siteId, cells })
  }
  useShortcut('Ctrl+Enter', save)
  const problemAt = ({ row, key }: { row: number; key: string }) => {
    const meant = meantBy(rows[row]?.[key] ?? '', style)
    return meant === null
      ? t('readers.counters.notACount')
      : t('readers.counters.negativeCell', { shown: number(meant) })
  }
  const totals = totalsOf(rows, sheet, style).flatMap(({ isLatest, total }, at) => {
    if (total === null) return []
    const text = `${names[at] ?? ''} ${number(total)}`
    return [isLatest ? t('readers.online.latest', { text }) : text]
  })
  return (
    <>
      <DraftNotice draft={draft} />
      {saving.parts}
      <div className="counter-grid">
        <EntryGrid
          label={label}
          columns={columnsOf(props, {
            day: t(sheet.hasSource ? 'readers.online.month' : 'readers.month.day'),
            source: t('readers.online.source'),
            loans: t('readers.month.loans'),
          })}
          rows={rows}
          onChange={(now) =>
            form.setValue('typed', typedOver(sheet.days, { before: recorded, now }), { shouldDirty: true })
          }
          problems={wrong.map((each) => ({ ...each, text: problemAt(each) }))}
        />
      </div>
      {totals.length > 0 && (
        <p className="soft small">
          {t(sheet.hasSource ? 'readers.online.sum' : 'readers.month.sum', { text: totals.join(' · ') })}
        </p>
      )}
      {mayWrite && (
        <div className="actions">
          <Button
            kind="primary"
            icon="save"
            shortcut="Ctrl+Enter"
            disabled={cells.length === 0 || wrong.length > 0 || saving.isRunning}
            onClick={save}
          >
            {t('readers.counters.save')}
          </Button>
          <Button disabled={!isTyped} onClick={() => draft.drop()}>
            {t('common.actions.cancel')}
          </Button>
        </div>
      )}
    </>
  )
}

function columnsOf(
  { sheet, names, mayWrite }: Props,
  words: { day: string; source: string; loans: string },
): EntryColumn<string>[] {
  const counters = sheet.codes.map((key, at): EntryColumn<string> => ({
    key,
    label: names[at] ?? key,
    widthPx: sheet.hasSource ? 130 : 74,
    align: 'end',
    isFixed: !mayWrite,
  }))
  return [
    { key: 'day', label: words.day, widthPx: 84, isFixed: true },
    ...counters,
    sheet.hasSource
      ? { key: 'source', label: words.source, widthPx: 220, grows: true, isFixed: !mayWrite }
      : { key: 'loans', label: words.loans, widthPx: 74, align: 'end', isFixed: true },
  ]
}
