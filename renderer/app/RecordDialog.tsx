import { useState } from 'react'
import { useForm, useWatch, type FieldValues, type Resolver, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { ZodType } from 'zod'
import { runtimeKey } from '../../shared/texts.ts'
import { EntryGrid, type EntryRow } from '../ui/EntryGrid.tsx'
import { cellsOf, valuesOf, type ValueColumn } from '../ui/entry-values.ts'
import type { OperationFailure } from '../ui/Failure.tsx'
import { schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Icon } from '../ui/icons.tsx'
import { numberStyle, type NumberStyle } from '../ui/numbers.ts'
import { RecordFields, type FieldSpec } from '../ui/RecordFields.tsx'
import { DraftNotice } from './DraftNotice.tsx'
import { useDraft } from './use-draft.ts'

/** Rows that belong to a record, typed as in a spreadsheet below its fields. */
export type RecordGrid = {
  name: string
  label: string
  hint?: string
  columns: readonly ValueColumn[]
  maxRows: number
  newRow: () => EntryRow
  /** It says what the record is, so it stands before the other fields. */
  isFirst?: true
}

type Props<Fields, Ask extends string> = {
  title: string
  /** Names the draft. */
  formKey: string
  schema: ZodType<Fields>
  /** What the form begins with: the record, or what is usual for a new one. */
  start: Readonly<Record<string, unknown>>
  fields: readonly FieldSpec[]
  grid?: RecordGrid
  /** Refusals that only ask whether it is meant; it is saved once more with those that were agreed to. */
  asks?: readonly Ask[]
  save: (fields: Fields, accepted: Ask[]) => Promise<{ ok: true } | { ok: false; error: OperationFailure }>
  command: { failure: OperationFailure | null; isRunning: boolean; clear: () => void }
  fieldByCode?: Partial<Record<string, string>>
  onClose: () => void
}

/** A record of plain fields, with the rows that belong to it; what is typed is kept as a draft. */
export function RecordDialog<Fields, Ask extends string = never>(props: Props<Fields, Ask>) {
  const { title, formKey, schema, fields, grid, asks, command, fieldByCode = {}, onClose } = props
  const { i18n } = useTranslation()
  const style = numberStyle(i18n.language)
  // News of what others save must not pass for what this form began from.
  const [start] = useState(() => beginning(props.start, grid, style))
  const form = useForm<FieldValues, unknown, Fields>({
    defaultValues: start,
    resolver: resolverOf(schema, grid, style),
  })
  const draft = useDraft(formKey, form)
  async function save(values: Fields, accepted: Ask[]) {
    const answer = await props.save(values, accepted)
    if (answer.ok) await draft.finish()
    return answer
  }
  return (
    <FormDialog
      title={title}
      form={form}
      {...(asks && { asks })}
      save={save}
      command={command}
      fieldByCode={fieldByCode}
      onClose={onClose}
      isWide
    >
      <DraftNotice draft={draft} />
      {grid?.isFirst && <PartRows form={form} grid={grid} style={style} />}
      <RecordFields form={form} fields={fields} />
      {grid && !grid.isFirst && <PartRows form={form} grid={grid} style={style} />}
    </FormDialog>
  )
}

function beginning(start: Props<unknown, never>['start'], grid: RecordGrid | undefined, style: NumberStyle) {
  if (!grid) return { ...start }
  const rows = start[grid.name] as readonly Readonly<Record<string, unknown>>[]
  const cells = cellsOf(rows, grid.columns, style)
  return { ...start, [grid.name]: cells.length > 0 ? cells : [grid.newRow()] }
}

function resolverOf<Fields>(
  schema: ZodType<Fields>,
  grid: RecordGrid | undefined,
  style: NumberStyle,
): Resolver<FieldValues, unknown, Fields> {
  const ofSchema = schemaResolver<FieldValues, Fields>(schema)
  return (values, ...rest) => {
    if (!grid) return ofSchema(values, ...rest)
    const read = valuesOf(values[grid.name] as EntryRow[], grid.columns, style)
    if (read.problems.length > 0) return { values: {}, errors: { [grid.name]: { type: 'rows' } } }
    return ofSchema({ ...values, [grid.name]: read.values }, ...rest)
  }
}

type PartProps<Fields> = {
  form: UseFormReturn<FieldValues, unknown, Fields>
  grid: RecordGrid
  style: NumberStyle
}

function PartRows<Fields>({ form, grid, style }: PartProps<Fields>) {
  const { t } = useTranslation()
  const rows = useWatch({ control: form.control, name: grid.name }) as EntryRow[]
  const { problems, values } = valuesOf(rows, grid.columns, style)
  const isMissing = form.formState.errors[grid.name] !== undefined && values.length === 0
  return (
    <section className="part-rows" aria-label={grid.label}>
      <h3>{grid.label}</h3>
      {grid.hint && <p className="soft small">{grid.hint}</p>}
      <EntryGrid
        label={grid.label}
        columns={grid.columns}
        rows={rows}
        onChange={(next) => form.setValue(grid.name, next, { shouldDirty: true })}
        problems={problems.map(({ code, ...place }) => ({
          ...place,
          text: t(runtimeKey(`ui.invalid.${code}`)),
        }))}
        newRow={grid.newRow}
        maxRows={grid.maxRows}
        mayRemoveRows={rows.length > 1}
      />
      {isMissing && problems.length === 0 && (
        <div className="error" role="alert">
          <Icon name="warning" />
          <span>{t('ui.invalid.no_rows')}</span>
        </div>
      )}
    </section>
  )
}
