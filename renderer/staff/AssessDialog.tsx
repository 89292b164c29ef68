import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { staff } from '../../shared/staff/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { manners, type Member } from '../../shared/staff/contract.ts'
import { useCommand } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { useSkillLevels } from './use-skill-levels.ts'

const AssessFields = staff.commands.assess.input
type AssessFields = z.output<typeof AssessFields>
/** A day may be blank while the form is filled. */
type AssessValues = Omit<AssessFields, 'on'> & { on: string | null }

/** How far a person's digital skills go, as was said on a day. */
export function AssessDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation()
  const assess = useCommand('staff.assess')
  const { options } = useSkillLevels()
  const form = useForm<AssessValues, unknown, AssessFields>({
    defaultValues: {
      memberId: member.id,
      on: isoDateAt(Date.now()),
      level: member.assessments[0]?.level ?? 1,
      manner: 'self',
    },
    resolver: schemaResolver(AssessFields),
  })
  const { text, value } = bind(form)
  const level = value('level')
  return (
    <FormDialog
      title={t('staff.assess.title', { name: member.name })}
      form={form}
      save={(fields) => assess.run(fields)}
      command={assess}
      fieldByCode={{ level_unknown: 'level', in_future: 'on' }}
      onClose={onClose}
    >
      <Select
        label={t('staff.fields.level')}
        options={options}
        name="level"
        error={level.error}
        value={String(level.value)}
        onChange={(event) => level.onChange(Number(event.target.value))}
      />
      <DateField {...value('on')} label={t('staff.assess.on')} isRequired />
      <Select
        {...text('manner')}
        label={t('staff.assess.manner')}
        options={manners.map((each) => ({ value: each, label: t(`staff.manners.${each}`) }))}
      />
    </FormDialog>
  )
}
