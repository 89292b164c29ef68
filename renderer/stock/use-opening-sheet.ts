import { useEffect, useMemo, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Output } from '../app/operation-types.ts'
import { useCall, useCommand } from '../app/operations.ts'
import { settle } from '../app/settle.ts'
import { useDraft } from '../app/use-draft.ts'
import type { EntryProblem } from '../ui/EntryGrid.tsx'
import { useFailureText } from '../ui/Failure.tsx'
import { numberStyle, type NumberStyle } from '../ui/numbers.ts'
import { useToast } from '../ui/Toasts.tsx'
import {
  isSameSheet,
  keyOfRefusal,
  readOpening,
  rowOf,
  type OpeningKey,
  type OpeningRow,
} from './opening-rows.ts'
import type { Choices } from './use-opening-columns.ts'

export type Sheet = Output<'stock.opening'>
type Values = { asOf: string | null; version: string; rows: OpeningRow[] }
/** A refusal holds until its line is changed. */
type Refused = { row: OpeningRow; key: OpeningKey; text: string }

/** The sheet as it is typed, kept as a draft; what is wrong with it; and what saving meets. */
export function useOpeningSheet(sheet: Sheet, { sites, languages }: Choices) {
  const { t, i18n } = useTranslation()
  const toast = useToast()
  const call = useCall()
  const refusalText = useFailureText()
  const style = useMemo(() => numberStyle(i18n.language), [i18n.language])
  const setOpening = useCommand('stock.setOpening')
  const form = useForm<Values>({ defaultValues: valuesOf(sheet, style) })
  const draft = useDraft('stock.setOpening', form)
  const asOf = useWatch({ control: form.control, name: 'asOf' })
  const rows = useWatch({ control: form.control, name: 'rows' })
  const { isDirty } = form.formState
  const [refused, setRefused] = useState<Refused | null>(null)
  const [other, setOther] = useState<Sheet | null>(null)
  const reading = useMemo(() => {
    const values = (options: Choices['sites']) => new Set(options.map(({ value }) => value))
    return readOpening(rows, { sites: values(sites), languages: values(languages), style })
  }, [rows, sites, languages, style])
  const { reset } = form
  // Until the page has asked again it still holds the sheet that was just saved over.
  const savedOver = useRef<string | null>(null)
  useEffect(() => {
    if (!isDirty && sheet.version !== savedOver.current) reset(valuesOf(sheet, style))
  }, [sheet, style, isDirty, reset])

  const problems: EntryProblem<OpeningKey>[] = reading.problems.map(({ row, key, code, words }) => {
    return { row, key, text: t(runtimeKey(`stock.opening.problems.${code}`), words) }
  })
  const refusedAt = refused ? rows.indexOf(refused.row) : -1
  if (refused && refusedAt >= 0) problems.push({ row: refusedAt, key: refused.key, text: refused.text })
  const hasLines = reading.rows.length > 0 || sheet.rows.length > 0
  const maySave = isDirty && hasLines && asOf !== null && problems.length === 0 && !setOpening.isRunning

  async function save(version = form.getValues('version')) {
    if (!maySave || asOf === null) return
    const sent = structuredClone(form.getValues())
    const answer = await setOpening.run({ asOf, rows: reading.rows, version })
    if (!answer.ok) return refuse(answer.error)
    savedOver.current = version
    setOther(null)
    const now = await call('stock.opening', {})
    // What somebody else saved since is met by the next saving, as an older version would.
    const isMine = now.ok && now.value.asOf === asOf && isSameSheet(now.value.rows, reading.rows)
    const saved = isMine ? valuesOf(now.value, style) : sent
    await settle(form, draft, { sent, saved, unsaved: (typed) => ({ ...typed, version: saved.version }) })
    toast({ text: t('stock.opening.saved', { count: answer.value.rows }) })
  }
  async function refuse(error: Parameters<typeof refusalText>[0]) {
    const key = keyOfRefusal[error.code]
    const row = rows[reading.places[Number(error.details.line) - 1] ?? -1]
    if (error.code === 'stale') {
      const now = await call('stock.opening', {})
      if (now.ok) setOther(now.value)
    } else if (row && key) setRefused({ row, key, text: refusalText(error) })
    else return
    setOpening.clear()
  }
  function takeTheirs() {
    draft.drop()
    if (other) reset(valuesOf(other, style))
    setOther(null)
  }
  return {
    asOf,
    rows,
    read: reading.rows,
    problems,
    draft,
    isDirty,
    maySave,
    other,
    failure: setOpening.failure,
    setAsOf: (day: string | null) => form.setValue('asOf', day, { shouldDirty: true }),
    setRows: (next: OpeningRow[]) => form.setValue('rows', next, { shouldDirty: true }),
    save,
    takeTheirs,
  }
}

function valuesOf({ asOf, version, rows }: Sheet, style: NumberStyle): Values {
  return {
    asOf: asOf ?? isoDateAt(Date.now()),
    version,
    rows: rows.map((balance) => rowOf(balance, style)),
  }
}
