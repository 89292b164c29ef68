import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { PrinterFields, type Printer } from '../../shared/labels/contract.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextField } from '../ui/TextField.tsx'

const figures = ['shiftXMm', 'shiftYMm', 'scaleXPercent', 'scaleYPercent'] as const
/** While a box is empty its number is missing. */
type Typed = Record<(typeof figures)[number], number | null> & { name: string }
const exact: PrinterFields = { name: '', shiftXMm: 0, shiftYMm: 0, scaleXPercent: 100, scaleYPercent: 100 }

/** A printer by the name people call it, and its correction typed by hand where it is known. */
export function PrinterDialog({ printer, onClose }: { printer: Printer | null; onClose: () => void }) {
  const { t } = useTranslation()
  const add = useCommand('labels.addPrinter')
  const update = useCommand('labels.updatePrinter')
  const command = printer ? update : add
  const form = useForm<Typed, unknown, PrinterFields>({
    defaultValues: printer ?? exact,
    resolver: schemaResolver(PrinterFields),
  })
  const fields = bind(form)
  function save(values: PrinterFields) {
    return printer ? update.run({ ...values, id: printer.id, rev: printer.rev }) : add.run(values)
  }
  return (
    <FormDialog
      title={t(printer ? 'labels.printers.change' : 'labels.printers.add')}
      {...{ form, save, command, onClose }}
      fieldByCode={{ duplicate_name: 'name' }}
    >
      <TextField
        {...fields.text('name')}
        label={t('labels.printers.name')}
        hint={t('labels.printers.nameHint')}
        isRequired
      />
      <div className="form-grid">
        {figures.map((key) => (
          <NumberField
            key={key}
            {...fields.value(key)}
            label={t(`labels.printers.figures.${key}`)}
            advice={t(
              `labels.printers.advice.${key === 'shiftXMm' || key === 'shiftYMm' ? 'shift' : 'scale'}`,
            )}
            isRequired
          />
        ))}
      </div>
    </FormDialog>
  )
}
