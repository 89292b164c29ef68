import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { PrinterFields, type Printer } from '../../shared/labels/contract.ts'
import { measuredCorrection, testCross } from '../../shared/labels/rules.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { remembered } from './remembered.ts'

const measures = ['xMm', 'yMm', 'acrossMm', 'alongMm'] as const
const length = z.number().min(1).max(500)
const Values = z.object({ xMm: length, yMm: length, acrossMm: length, alongMm: length })
type Values = z.output<typeof Values>
/** While a box is empty its number is missing. */
type Typed = Record<(typeof measures)[number], number | null>

/** What a ruler says of the test page; the correction is worked out from it, on top of the one that was used. */
export function MeasureDialog({ printer, onClose }: { printer: Printer; onClose: () => void }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const sheets = useQuery('labels.sheets', {}).value ?? []
  const [sheetId, setSheetId] = useState(() => remembered().sheetId)
  const update = useCommand('labels.updatePrinter')
  const form = useForm<Typed, unknown, Values>({
    defaultValues: { xMm: null, yMm: null, acrossMm: null, alongMm: null },
    resolver: schemaResolver(Values),
  })
  const fields = bind(form)
  const typed = useWatch({ control: form.control })
  const sheet = sheets.find(({ id }) => id === sheetId) ?? sheets[0]
  const meant = sheet && testCross(sheet)
  const measured = Values.safeParse(typed).data
  const correction = measured && meant && measuredCorrection(measured, { meant, used: printer })
  const isSound = correction && PrinterFields.safeParse({ ...correction, name: printer.name }).success
  async function save() {
    const { id, rev, name } = printer
    return update.run({ id, rev, name, ...correction })
  }
  return (
    <FormDialog
      title={t('labels.measure.title', { name: printer.name })}
      form={form}
      save={save}
      command={update}
      fieldByCode={{}}
      onClose={onClose}
    >
      <Select
        label={t('labels.printers.sheet')}
        value={String(sheet?.id ?? '')}
        onChange={(event) => setSheetId(Number(event.target.value))}
        options={sheets.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <div className="form-grid">
        {measures.map((key) => (
          <NumberField
            key={key}
            {...fields.value(key)}
            label={t(`labels.measure.fields.${key}`)}
            hint={meant && t('labels.measure.meant', { mm: number(meant[key]) })}
            isRequired
          />
        ))}
      </div>
      {correction && (
        <p className={isSound ? '' : 'tone-bad'} role="status">
          {t(isSound ? 'labels.measure.result' : 'labels.measure.tooMuch', {
            x: number(correction.shiftXMm),
            y: number(correction.shiftYMm),
            across: number(correction.scaleXPercent),
            along: number(correction.scaleYPercent),
          })}
        </p>
      )}
    </FormDialog>
  )
}
