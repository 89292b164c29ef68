import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { SheetFields, type Sheet } from '../../shared/labels/contract.ts'
import { overhang } from '../../shared/labels/rules.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { SheetPicture } from './SheetPicture.tsx'

type Measure = Exclude<keyof SheetFields, 'name'>
/** While a box is empty its number is missing. */
type Typed = Record<Measure, number | null> & { name: string }

const measures: Measure[] = [
  'pageWidthMm',
  'pageHeightMm',
  'marginLeftMm',
  'marginTopMm',
  'columns',
  'rows',
  'labelWidthMm',
  'labelHeightMm',
  'gapXMm',
  'gapYMm',
]
const blank: SheetFields = {
  name: '',
  pageWidthMm: 210,
  pageHeightMm: 297,
  marginLeftMm: 0,
  marginTopMm: 0,
  columns: 3,
  rows: 8,
  labelWidthMm: 70,
  labelHeightMm: 37,
  gapXMm: 0,
  gapYMm: 0,
}

type Props = { sheet: Sheet | null; begun?: SheetFields; onClose: () => void }

/** A sheet as its packet states it; the picture shows at once whether the figures make sense. */
export function SheetDialog({ sheet, begun, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const add = useCommand('labels.addSheet')
  const update = useCommand('labels.updateSheet')
  const command = sheet ? update : add
  const form = useForm<Typed, unknown, SheetFields>({
    defaultValues: sheet ?? begun ?? blank,
    resolver: schemaResolver(SheetFields),
  })
  const fields = bind(form)
  const typed = SheetFields.safeParse({ ...useWatch({ control: form.control }), name: '-' }).data
  const over = typed && overhang(typed)
  function save(values: SheetFields) {
    return sheet ? update.run({ ...values, id: sheet.id, rev: sheet.rev }) : add.run(values)
  }
  return (
    <FormDialog
      title={t(sheet ? 'labels.sheets.change' : 'labels.sheets.add')}
      {...{ form, save, command, onClose }}
      fieldByCode={{ duplicate_name: 'name' }}
      isWide
    >
      <div className="sheet-dialog">
        <div className="stack tight">
          <TextField {...fields.text('name')} label={t('labels.sheets.name')} isRequired />
          <div className="form-grid">
            {measures.map((key) => (
              <NumberField
                key={key}
                {...fields.value(key)}
                label={t(`labels.sheets.measures.${key}`)}
                isRequired
              />
            ))}
          </div>
        </div>
        <div className="stack tight">
          {typed && <SheetPicture sheet={typed} label={t('labels.sheets.drawn')} />}
          {over && (
            <p className="tone-bad small" role="status">
              {t(`labels.sheets.over.${over.side}`, { mm: number(over.byMm) })}
            </p>
          )}
        </div>
      </div>
    </FormDialog>
  )
}
