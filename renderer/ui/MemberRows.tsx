import { useTranslation } from 'react-i18next'
import { Button, IconButton } from './Button.tsx'
import type { Bound } from './Form.tsx'
import { Select } from './Select.tsx'
import { TextField } from './TextField.tsx'

type Place = `members.${number}.${'name' | 'position' | 'duty'}`
type Blank = { name: string; position: string; duty: 'chair' | 'member' }
type Props<Duty extends string> = {
  /** As `useFieldArray` of the form gives them. */
  members: {
    fields: readonly { id: string }[]
    append: (member: Blank) => void
    remove: (at: number) => void
  }
  text: (name: Place) => ReturnType<Bound<Record<string, unknown>>['text']>
  duties: readonly Duty[]
  dutyInWords: (duty: Duty) => string
}

const mostMembers = 50

/** Those who take part, as they will stand in the minutes and sign them. */
export function MemberRows<Duty extends string>({ members, text, duties, dutyInWords }: Props<Duty>) {
  const { t } = useTranslation()
  return (
    <>
      {members.fields.map(({ id }, at) => (
        <div key={id} className="member-row">
          <TextField {...text(`members.${at}.name`)} label={t('ui.members.name')} isRequired />
          <TextField {...text(`members.${at}.position`)} label={t('ui.members.position')} />
          <Select
            {...text(`members.${at}.duty`)}
            label={t('ui.members.duty')}
            options={duties.map((duty) => ({ value: duty, label: dutyInWords(duty) }))}
          />
          <IconButton
            icon="remove"
            label={t('ui.members.remove', { number: at + 1 })}
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
          {t('ui.members.add')}
        </Button>
      </div>
    </>
  )
}
