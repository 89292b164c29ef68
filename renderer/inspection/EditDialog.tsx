import { useFieldArray, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { duties, InspectionFields } from '../../shared/inspection/contract.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { MemberRows } from '../ui/MemberRows.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import type { InspectionRecord } from './InspectionPage.tsx'

/** What the minutes say beside the figures: who was there, and on what it rests. */
export function EditDialog({ inspection, onClose }: { inspection: InspectionRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const command = useCommand('inspection.update')
  const { id, rev, name, basis, note, members } = inspection
  const form = useForm<InspectionFields, unknown, InspectionFields>({
    defaultValues: { name, basis, note, members },
    resolver: schemaResolver(InspectionFields),
  })
  const { text } = bind(form)
  const rows = useFieldArray({ control: form.control, name: 'members' })
  return (
    <FormDialog
      title={t('inspection.editing.title')}
      {...{ form, command, onClose }}
      save={(values) => command.run({ ...values, id, rev })}
      fieldByCode={{ duplicate_name: 'name' }}
      isWide
    >
      <TextField {...text('name')} label={t('inspection.fields.name')} isRequired />
      <TextArea
        {...text('basis')}
        label={t('inspection.fields.basis')}
        hint={t('inspection.editing.basisHint')}
        rows={2}
      />
      <fieldset className="plain-fieldset stack">
        <legend>{t('inspection.fields.members')}</legend>
        <MemberRows
          members={rows}
          text={text}
          duties={duties}
          dutyInWords={(duty) => t(`inspection.duties.${duty}`)}
        />
      </fieldset>
      <TextArea
        {...text('note')}
        label={t('inspection.fields.note')}
        hint={t('inspection.editing.noteHint')}
        rows={2}
      />
    </FormDialog>
  )
}
