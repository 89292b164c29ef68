import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { materials } from '../../shared/catalogue/contract.ts'
import type { ReaderSettings } from '../../shared/readers/contract.ts'
import { IconButton } from '../ui/Button.tsx'
import { bind } from '../ui/Form.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { useReaderWords } from './use-reader-words.ts'

type Props = {
  form: UseFormReturn<ReaderSettings, unknown, ReaderSettings>
  at: number
  onRemove: () => void
}

/** A rule of lending for a group, a material or both. */
export function ExceptionRow({ form, at, onRemove }: Props) {
  const { t } = useTranslation()
  const { options } = useReaderWords()
  const { value } = bind(form)
  const groupId = value(`exceptions.${at}.groupId`)
  const material = value(`exceptions.${at}.material`)
  return (
    <div className="row loan-rule">
      <InlineSelect
        label={t('readers.fields.group')}
        value={groupId.value === null ? '' : String(groupId.value)}
        options={options}
        emptyLabel={t('readers.settings.anyGroup')}
        onChange={(next) => groupId.onChange(next === '' ? null : Number(next))}
      />
      <InlineSelect
        label={t('readers.settings.material')}
        value={material.value ?? ''}
        options={materials.map((each) => ({ value: each, label: t(`catalogue.materials.${each}`) }))}
        emptyLabel={t('readers.settings.anyMaterial')}
        onChange={(next) => material.onChange(materials.find((each) => each === next) ?? null)}
      />
      {(['days', 'copies', 'renewals'] as const).map((key) => {
        const bound = value(`exceptions.${at}.${key}`)
        return (
          <NumberField
            key={key}
            {...bound}
            label={t(`readers.settings.${key}`)}
            onChange={(next) => bound.onChange(next ?? 0)}
          />
        )
      })}
      <IconButton
        icon="close"
        label={t('readers.settings.removeException', { at: at + 1 })}
        onClick={onRemove}
      />
    </div>
  )
}
