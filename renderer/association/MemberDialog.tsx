import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { MemberFields, type Member } from '../../shared/association/contract.ts'
import { useCommand } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useBranches } from './use-branches.ts'

/** Who a member is, and since when until when. */
export function MemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation()
  const update = useCommand('association.updateMember')
  const { options } = useBranches()
  const form = useForm<MemberFields, unknown, MemberFields>({
    defaultValues: MemberFields.parse(member),
    resolver: schemaResolver(MemberFields),
  })
  const { text, value } = bind(form)
  const branch = value('branchId')
  return (
    <FormDialog
      title={t('association.members.edit')}
      form={form}
      save={(fields) => update.run({ ...fields, id: member.id, rev: member.rev })}
      command={update}
      fieldByCode={{
        duplicate_card: 'cardNumber',
        branch_not_found: 'branchId',
        left_before_admitted: 'leftOn',
        day_in_future: 'admittedOn',
      }}
      onClose={onClose}
      isWide
    >
      <div className="form-grid">
        <TextField {...text('name')} label={t('association.fields.name')} isRequired maxLength={200} />
        <Combobox
          label={t('association.fields.branchId')}
          error={branch.error}
          value={String(branch.value)}
          options={options}
          onChange={(next) => branch.onChange(Number(next))}
        />
        <TextField {...text('position')} label={t('association.fields.position')} maxLength={200} />
        <TextField {...text('cardNumber')} label={t('association.fields.cardNumber')} maxLength={40} />
        <TextField
          {...text('decisionNumber')}
          label={t('association.fields.decisionNumber')}
          maxLength={100}
        />
        <DateField
          {...value('admittedOn')}
          onChange={(day) => value('admittedOn').onChange(day ?? '')}
          label={t('association.fields.admittedOn')}
          isRequired
        />
        <DateField {...value('leftOn')} label={t('association.fields.leftOn')} />
        <TextField {...text('leftReason')} label={t('association.fields.leftReason')} maxLength={300} />
      </div>
      <TextArea {...text('note')} label={t('association.fields.note')} rows={2} />
    </FormDialog>
  )
}
