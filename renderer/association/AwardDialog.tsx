import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { AwardFields, awardKinds, recipientKinds, type Award } from '../../shared/association/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { useCommand } from '../app/operations.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useBranches } from './use-branches.ts'
import { thisYear } from './use-year.ts'

type Values = Omit<AwardFields, 'year'> & { year: number | null }

/** Null for a new one. */
export function AwardDialog({ award, onClose }: { award: Award | null; onClose: () => void }) {
  const { t } = useTranslation()
  const add = useCommand('association.addAward')
  const update = useCommand('association.updateAward')
  const { options } = useBranches()
  const form = useForm<Values, unknown, AwardFields>({
    defaultValues: award
      ? AwardFields.parse(award)
      : {
          ...AwardFields.parse({ year: thisYear(), decidedOn: isoDateAt(Date.now()), recipient: '-' }),
          recipient: '',
        },
    resolver: schemaResolver(AwardFields),
  })
  const { text, value } = bind(form)
  const branch = value('branchId')
  return (
    <FormDialog
      title={t(award ? 'association.awards.edit' : 'association.awards.add')}
      form={form}
      save={(fields) => (award ? update.run({ ...fields, id: award.id, rev: award.rev }) : add.run(fields))}
      command={award ? update : add}
      fieldByCode={{ day_in_future: 'decidedOn', branch_not_found: 'branchId' }}
      onClose={onClose}
      isWide
    >
      <TextField
        {...text('recipient')}
        label={t('association.fields.recipient')}
        isRequired
        maxLength={300}
      />
      <div className="form-grid">
        <Select
          {...text('receivedBy')}
          label={t('association.fields.receivedBy')}
          options={recipientKinds.map((each) => ({
            value: each,
            label: t(`association.recipientKinds.${each}`),
          }))}
        />
        <Select
          {...text('kind')}
          label={t('association.fields.kind')}
          options={awardKinds.map((each) => ({ value: each, label: t(`association.awardKinds.${each}`) }))}
        />
        <TextField
          {...text('decisionNumber')}
          label={t('association.fields.decisionNumber')}
          maxLength={100}
        />
        <DateField
          {...value('decidedOn')}
          onChange={(day) => value('decidedOn').onChange(day ?? '')}
          label={t('association.fields.decidedOn')}
          isRequired
        />
        <NumberField {...value('year')} label={t('association.fields.year')} isGrouped={false} />
        <TextField {...text('issuer')} label={t('association.fields.issuer')} maxLength={300} />
        <Combobox
          label={t('association.fields.branchId')}
          error={branch.error}
          value={branch.value === null ? '' : String(branch.value)}
          options={[{ value: '', label: t('association.awards.noBranch') }, ...options]}
          onChange={(next) => branch.onChange(next === '' ? null : Number(next))}
        />
        <TextField {...text('reason')} label={t('association.fields.reason')} maxLength={500} />
      </div>
    </FormDialog>
  )
}
