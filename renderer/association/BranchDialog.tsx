import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { BranchFields, branchKinds, sectors, type Branch } from '../../shared/association/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { useCommand } from '../app/operations.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useBranches } from './use-branches.ts'

/** Null for a new one. */
export function BranchDialog({ branch, onClose }: { branch: Branch | null; onClose: () => void }) {
  const { t } = useTranslation()
  const add = useCommand('association.addBranch')
  const update = useCommand('association.updateBranch')
  const { options } = useBranches()
  const form = useForm<BranchFields, unknown, BranchFields>({
    defaultValues: branch
      ? BranchFields.parse(branch)
      : { ...BranchFields.parse({ name: '-', foundedOn: isoDateAt(Date.now()) }), name: '' },
    resolver: schemaResolver(BranchFields),
  })
  const { text, value } = bind(form)
  const parent = value('parentId')
  return (
    <FormDialog
      title={t(branch ? 'association.branches.edit' : 'association.branches.add')}
      form={form}
      save={(fields) =>
        branch ? update.run({ ...fields, id: branch.id, rev: branch.rev }) : add.run(fields)
      }
      command={branch ? update : add}
      fieldByCode={{
        duplicate_branch: 'name',
        branch_below_itself: 'parentId',
        branch_not_found: 'parentId',
        closed_before_founded: 'closedOn',
        day_in_future: 'foundedOn',
      }}
      onClose={onClose}
      isWide
    >
      <TextField {...text('name')} label={t('association.fields.branchName')} isRequired maxLength={300} />
      <div className="form-grid">
        <Select
          {...text('kind')}
          label={t('association.fields.kind')}
          options={branchKinds.map((each) => ({ value: each, label: t(`association.branchKinds.${each}`) }))}
        />
        <Select
          {...text('sector')}
          label={t('association.fields.sector')}
          options={sectors.map((each) => ({ value: each, label: t(`association.sectors.${each}`) }))}
        />
        <Combobox
          label={t('association.fields.parentId')}
          error={parent.error}
          value={parent.value === null ? '' : String(parent.value)}
          options={[
            { value: '', label: t('association.fields.noParent') },
            ...options.filter((each) => each.value !== String(branch?.id)),
          ]}
          onChange={(next) => parent.onChange(next === '' ? null : Number(next))}
        />
        <TextField {...text('leader')} label={t('association.fields.leader')} maxLength={200} />
        <TextField
          {...text('decisionNumber')}
          label={t('association.fields.decisionNumber')}
          maxLength={100}
        />
        <DateField
          {...value('foundedOn')}
          onChange={(day) => value('foundedOn').onChange(day ?? '')}
          label={t('association.fields.foundedOn')}
          hint={t('association.branches.foundedHint')}
          isRequired
        />
        <DateField
          {...value('closedOn')}
          label={t('association.fields.closedOn')}
          hint={t('association.branches.closedHint')}
        />
      </div>
      <TextArea {...text('note')} label={t('association.fields.note')} rows={2} />
    </FormDialog>
  )
}
