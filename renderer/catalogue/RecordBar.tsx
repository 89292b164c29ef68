import { useTranslation } from 'react-i18next'
import type { Material } from '../../shared/catalogue/contract.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { MaterialField } from './MaterialField.tsx'
import type { NewTitle, TemplateRow } from './new-title.ts'

type Props = {
  title: NewTitle
  templates: TemplateRow[]
  onMaterial: (material: Material) => void
  onTemplate: (template: TemplateRow | null) => void
  onManage: () => void
}

/** What kind of material a new record is for, and the template it begins with. */
export function RecordBar({ title, templates, onMaterial, onTemplate, onManage }: Props) {
  const { t } = useTranslation()
  const fitting = templates.filter(({ material }) => material === title.material)
  const began = fitting.find(({ record }) => JSON.stringify(record) === title.recordJson)
  return (
    <div className="record-bar">
      <MaterialField value={title.material} onChange={onMaterial} />
      <Select
        label={t('catalogue.templates.template')}
        emptyLabel={t('catalogue.templates.none')}
        value={began ? String(began.id) : ''}
        options={fitting.map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={(event) => onTemplate(fitting.find(({ id }) => String(id) === event.target.value) ?? null)}
      />
      <Button onClick={onManage}>{t('catalogue.templates.manage')}</Button>
    </div>
  )
}
