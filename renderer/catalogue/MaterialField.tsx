import { useTranslation } from 'react-i18next'
import { materials, type Material } from '../../shared/catalogue/contract.ts'
import { Select } from '../ui/Select.tsx'

type Props = {
  name?: string
  value: Material
  error?: string | undefined
  onChange: (material: Material) => void
}

export function MaterialField({ onChange, ...props }: Props) {
  const { t } = useTranslation()
  return (
    <Select
      {...props}
      label={t('catalogue.fields.material')}
      options={materials.map((material) => ({
        value: material,
        label: t(`catalogue.materials.${material}`),
      }))}
      onChange={(event) => {
        const chosen = materials.find((material) => material === event.target.value)
        if (chosen) onChange(chosen)
      }}
    />
  )
}
