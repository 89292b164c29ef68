import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  PartnerFields,
  partnerKinds,
  partnerOrigins,
  type Partner,
} from '../../shared/cooperation/contract.ts'
import { useCall, useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { RecordDisputed } from './RecordDisputed.tsx'
import { useRecordConflict, versionOf } from './use-record-conflict.ts'

type Props = {
  /** Null for a new one. */
  partner: Partner | null
  /** What is known of a new one already. */
  start?: Partial<PartnerFields>
  onClose: () => void
  onSaved?: (partner: Partner) => void
}

export function PartnerDialog({ partner, start = {}, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const call = useCall()
  const add = useCommand('cooperation.addPartner')
  const update = useCommand('cooperation.updatePartner')
  const form = useForm<PartnerFields, unknown, PartnerFields>({
    defaultValues: partner
      ? PartnerFields.parse(partner)
      : { ...PartnerFields.parse({ name: '-', kind: 'library' }), name: '', ...start },
    resolver: schemaResolver(PartnerFields),
  })
  const conflict = useRecordConflict<PartnerFields>({
    async newest() {
      if (!partner) return null
      const theirs = versionOf(await call('cooperation.partner', { id: partner.id }), PartnerFields)
      if (theirs) update.clear()
      return theirs
    },
    async saveMerged(merged, theirs) {
      if (!partner) return
      form.reset(merged, { keepDefaultValues: true })
      const answer = await update.run({ ...merged, id: partner.id, rev: theirs.rev })
      if (!answer.ok) return
      onSaved?.(answer.value)
      toast({ text: t('ui.conflict.merged') })
      onClose()
    },
  })
  const { text } = bind(form)
  const isForeign = useWatch({ control: form.control, name: 'origin' }) === 'foreign'
  return (
    <FormDialog
      title={t(partner ? 'cooperation.partner.edit' : 'cooperation.partner.add')}
      form={form}
      save={async (fields) => {
        const answer = partner
          ? await update.run({ ...fields, id: partner.id, rev: partner.rev })
          : await add.run(fields)
        if (answer.ok) onSaved?.(answer.value)
        else if (partner && answer.error.code === 'stale')
          await conflict.meet(fields, PartnerFields.parse(partner))
        return answer
      }}
      command={partner ? update : add}
      fieldByCode={{ duplicate_partner: 'name' }}
      onClose={onClose}
    >
      <TextField {...text('name')} label={t('cooperation.fields.name')} isRequired maxLength={300} />
      <Select
        {...text('kind')}
        label={t('cooperation.fields.kind')}
        options={partnerKinds.map((each) => ({ value: each, label: t(`cooperation.kinds.${each}`) }))}
      />
      <Select
        {...text('origin')}
        label={t('cooperation.fields.origin')}
        options={partnerOrigins.map((each) => ({ value: each, label: t(`cooperation.origins.${each}`) }))}
      />
      {isForeign && (
        <TextField {...text('country')} label={t('cooperation.fields.country')} maxLength={100} />
      )}
      <TextField
        {...text('contactName')}
        label={t('cooperation.fields.contactName')}
        hint={t('cooperation.page.personal')}
        maxLength={200}
      />
      <TextField {...text('phone')} label={t('cooperation.fields.phone')} maxLength={100} />
      <TextField {...text('email')} label={t('cooperation.fields.email')} maxLength={200} />
      <TextField {...text('address')} label={t('cooperation.fields.address')} maxLength={300} />
      <TextArea {...text('note')} label={t('cooperation.fields.note')} rows={2} />
      <RecordDisputed of="partner" conflict={conflict} />
    </FormDialog>
  )
}
