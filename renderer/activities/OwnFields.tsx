import { useTranslation } from 'react-i18next'
import { fieldKinds, type FieldOfType } from '../../shared/activities/contract.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

type Props = { fields: readonly FieldOfType[]; onChange: (fields: FieldOfType[]) => void }

/** Fields that the library asks for besides. A field keeps its key for good, whatever it is called later. */
export function OwnFields({ fields, onChange }: Props) {
  const { t } = useTranslation()
  const change = (at: number, part: Partial<FieldOfType>) =>
    onChange(fields.map((field, place) => (place === at ? { ...field, ...part } : field)))
  function add() {
    const key = freeKey(fields.map((field) => field.key))
    onChange([...fields, { key, kind: 'text', label: '', choices: [], isPersonal: false, isOwn: true }])
  }
  return (
    <fieldset className="own-fields">
      <legend>{t('activities.typeList.ownFields')}</legend>
      {fields.map((field, at) => (
        <div key={field.key} className="own-field">
          <TextField
            label={t('activities.typeList.fieldLabel')}
            value={field.label}
            maxLength={100}
            isRequired
            onChange={(event) => change(at, { label: event.target.value })}
          />
          <Select
            label={t('activities.typeList.fieldKind')}
            value={field.kind}
            options={fieldKinds.map((each) => ({ value: each, label: t(`activities.fieldKinds.${each}`) }))}
            onChange={(event) =>
              change(at, { kind: fieldKinds.find((each) => each === event.target.value) ?? field.kind })
            }
          />
          {field.kind === 'choice' && (
            <TextField
              label={t('activities.typeList.choices')}
              hint={t('activities.typeList.choicesHint')}
              defaultValue={field.choices.join('; ')}
              onChange={(event) => change(at, { choices: listed(event.target.value) })}
            />
          )}
          <label className="check">
            <input
              type="checkbox"
              checked={field.isPersonal}
              onChange={(event) => change(at, { isPersonal: event.target.checked })}
            />
            {t('activities.typeList.isPersonal')}
          </label>
          <IconButton
            icon="remove"
            label={t('activities.typeList.removeField', { name: field.label })}
            onClick={() => onChange(fields.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <Button icon="add" onClick={add}>
        {t('activities.typeList.addField')}
      </Button>
    </fieldset>
  )
}

function listed(text: string): string[] {
  return text
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

/** No other field of the type has it. */
function freeKey(taken: readonly string[]): string {
  for (let at = 1; ; at++) if (!taken.includes(`own${at}`)) return `own${at}`
}
