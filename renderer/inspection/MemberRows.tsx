import { useFieldArray, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { duties, type InspectionFields } from '../../shared/inspection/contract.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { bind } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

type Props = { form: UseFormReturn<InspectionFields, unknown, InspectionFields> }

const mostMembers = 50

/** Those who accept, and those who deliver, as they stand in the minutes and sign them. */
export function MemberRows({ form }: Props) {
  const { t } = useTranslation()
  const members = useFieldArray({ control: form.control, name: 'members' })
  const fields = bind(form)
  return (
    <>
      {members.fields.map(({ id }, at) => (
        <div key={id} className="member-row">
          <TextField
            {...fields.text(`members.${at}.name`)}
            label={t('inspection.minutes.members.name')}
            isRequired
          />
          <TextField
            {...fields.text(`members.${at}.position`)}
            label={t('inspection.minutes.members.position')}
          />
          <Select
            {...fields.text(`members.${at}.duty`)}
            label={t('inspection.minutes.members.duty')}
            options={duties.map((duty) => ({ value: duty, label: t(`inspection.duties.${duty}`) }))}
          />
          <IconButton
            icon="remove"
            label={t('inspection.editing.removeMember', { number: at + 1 })}
            onClick={() => members.remove(at)}
          />
        </div>
      ))}
      <div className="actions">
        <Button
          icon="add"
          disabled={members.fields.length >= mostMembers}
          onClick={() =>
            members.append({ name: '', position: '', duty: members.fields.length === 0 ? 'chair' : 'member' })
          }
        >
          {t('inspection.editing.addMember')}
        </Button>
      </div>
    </>
  )
}
