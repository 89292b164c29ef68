import { useFieldArray, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { duties, type StocktakeFields } from '../../shared/stocktake/contract.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { bind } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

type Props = { form: UseFormReturn<StocktakeFields, unknown, StocktakeFields> }

const mostMembers = 50

/** The council, as it will stand in the minutes and sign them. */
export function MemberRows({ form }: Props) {
  const { t } = useTranslation()
  const members = useFieldArray({ control: form.control, name: 'members' })
  const fields = bind(form)
  return (
    <>
      {members.fields.map(({ id }, at) => (
        <div key={id} className="member-row">
          <TextField {...fields.text(`members.${at}.name`)} label={t('stocktake.members.name')} isRequired />
          <TextField {...fields.text(`members.${at}.position`)} label={t('stocktake.members.position')} />
          <Select
            {...fields.text(`members.${at}.duty`)}
            label={t('stocktake.members.duty')}
            options={duties.map((duty) => ({ value: duty, label: t(`stocktake.duties.${duty}`) }))}
          />
          <IconButton
            icon="remove"
            label={t('stocktake.members.remove', { number: at + 1 })}
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
          {t('stocktake.members.add')}
        </Button>
      </div>
    </>
  )
}
