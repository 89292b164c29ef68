import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { requiredText, text } from '../../shared/fields.ts'
import type { FormerCopy, Merger } from '../../shared/merger/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Icon } from '../ui/icons.tsx'
import { TextField } from '../ui/TextField.tsx'

const Codes = z.object({ number: requiredText(40), barcode: text(100) })
type Codes = z.output<typeof Codes>
const fieldByCode = { number_taken: 'number', number_missing: 'number' }

/** What one copy is to be called here, whatever the plan says of the others. */
export function CopyNumberDialog({
  merger,
  copy,
  onClose,
}: {
  merger: Merger
  copy: FormerCopy
  onClose: () => void
}) {
  const { t } = useTranslation()
  const decide = useCommand('merger.decideCopy')
  const form = useForm<Codes, unknown, Codes>({
    defaultValues: { number: copy.newNumber ?? '', barcode: copy.newBarcode },
    resolver: schemaResolver(Codes),
  })
  const fields = bind(form)
  const { numberTwin, barcodeTwin } = copy
  const asked = { mergerId: merger.id, id: copy.id }
  async function giveBack() {
    const answer = await decide.run({ ...asked, number: null })
    if (answer.ok) onClose()
  }
  return (
    <FormDialog
      title={t('merger.copies.decideTitle', { number: copy.accessionNumber })}
      form={form}
      save={(codes) => decide.run({ ...asked, ...codes })}
      command={decide}
      fieldByCode={fieldByCode}
      onClose={onClose}
    >
      <p>{copy.title}</p>
      {numberTwin && (
        <Twin
          text={t('merger.copies.twinNumber', {
            number: numberTwin.accessionNumber,
            title: numberTwin.title,
          })}
        />
      )}
      {barcodeTwin && (
        <Twin
          text={t('merger.copies.twinBarcode', {
            barcode: copy.barcode,
            title: barcodeTwin.title,
            number: barcodeTwin.accessionNumber,
          })}
        />
      )}
      <TextField {...fields.text('number')} label={t('merger.copies.number')} isRequired autoFocus />
      <TextField
        {...fields.text('barcode')}
        label={t('merger.copies.barcode')}
        hint={t('merger.copies.barcodeHint')}
      />
      {copy.isDecided && (
        <div>
          <Button kind="quiet" icon="restore" disabled={decide.isRunning} onClick={() => void giveBack()}>
            {t('merger.copies.giveBack')}
          </Button>
        </div>
      )}
    </FormDialog>
  )
}

function Twin({ text: said }: { text: string }) {
  return (
    <p className="fact warn">
      <Icon name="warning" />
      <span>{said}</span>
    </p>
  )
}
