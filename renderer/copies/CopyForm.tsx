import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { CopyFields, type Copy } from '../../shared/copies/contract.ts'
import { rev } from '../../shared/fields.ts'
import { Disputed } from '../app/Disputed.tsx'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { EditActions } from '../app/EditActions.tsx'
import { useCall, useCommand } from '../app/operations.ts'
import { useConflict } from '../app/use-conflict.ts'
import { useDraft } from '../app/use-draft.ts'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { Began } from '../ui/merge-three-ways.ts'

const ChangedCopy = CopyFields.extend({ rev, base: CopyFields })
type Fields = Pick<Copy, 'barcode' | 'shelf' | 'callNumber' | 'enumeration' | 'priceMinor' | 'note'>
type ChangedCopy = Fields & Began<Fields>
const names = ['barcode', 'shelf', 'callNumber', 'enumeration', 'priceMinor', 'note'] as const

function fieldsOf({ barcode, shelf, callNumber, enumeration, priceMinor, note }: Copy): Fields {
  return { barcode, shelf, callNumber, enumeration, priceMinor, note }
}
function beganWith(copy: Copy): Began<Fields> {
  return { rev: copy.rev, base: fieldsOf(copy) }
}

type Props = { copy: Copy; onDone: () => void; onReopen: () => void }

/** What may be put right of a copy; where the register shows it, the engine writes the red line. */
export function CopyForm({ copy, onDone, onReopen }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const call = useCall()
  const refusalText = useFailureText()
  const update = useCommand('copies.updateCopy')
  const conflict = useConflict({ names, fieldsOf, current, saveMerged })
  const form = useForm<ChangedCopy, unknown, ChangedCopy>({
    defaultValues: { ...fieldsOf(copy), ...beganWith(copy) },
    resolver: schemaResolver(ChangedCopy),
  })
  const fields = bind(form)
  const draft = useDraft(`copies.updateCopy/${copy.id}`, form)

  async function save({ rev, base, ...values }: ChangedCopy): Promise<void> {
    const answer = await update.run({ ...values, rev, id: copy.id })
    if (answer.ok) {
      await draft.finish()
      toast({ text: t('common.saved') })
      onDone()
    } else if (answer.error.code === 'stale') await conflict.meet(values, base)
    else {
      const fieldByCode = { duplicate_barcode: 'barcode' }
      if (placeRefusal(form, { failure: answer.error, fieldByCode, text: refusalText })) update.clear()
    }
  }
  function saveMerged(merged: Fields, theirs: Copy) {
    const values = { ...merged, ...beganWith(theirs) }
    form.reset(values, { keepDefaultValues: true })
    return save(values)
  }
  async function current(): Promise<Copy | null> {
    const answer = await call('copies.copy', { id: copy.id })
    if (answer.ok) update.clear()
    return answer.ok ? answer.value : null
  }
  return (
    <>
      <DraftNotice draft={draft} />
      <Form
        form={form}
        onSubmit={(values) => save(values)}
        label={t('common.actions.edit')}
        enterSubmits={false}
      >
        <Failure of={update.failure} />
        <div className="form-grid">
          <TextField {...fields.text('barcode')} label={t('copies.fields.barcode')} autoFocus />
          <TextField {...fields.text('shelf')} label={t('copies.fields.shelf')} />
          <TextField
            {...fields.text('callNumber')}
            label={t('copies.fields.callNumber')}
            placeholder={copy.callNumber === '' ? copy.shelvedBy : ''}
          />
          <TextField {...fields.text('enumeration')} label={t('copies.fields.enumeration')} />
          <NumberField {...fields.value('priceMinor')} label={t('copies.fields.price')} />
          <TextArea {...fields.text('note')} label={t('copies.fields.note')} isWide />
        </div>
        <p className="soft small">{t('copies.form.hint')}</p>
        <EditActions draft={draft} isRunning={update.isRunning} onClose={onDone} onReopen={onReopen} />
      </Form>
      <Disputed
        of={conflict}
        label={(name) => t(`copies.fields.${name === 'priceMinor' ? 'price' : name}`)}
        shown={(name, each) => String(each[name] ?? '')}
      />
    </>
  )
}
