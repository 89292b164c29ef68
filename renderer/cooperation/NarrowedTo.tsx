import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import { Chip } from '../ui/Chip.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'

type Props = {
  partnerId: number | null
  projectId?: number | null
  onNarrow: (change: { partnerId?: null; projectId?: null }) => void
}

/** What another page narrowed the list to, to be taken away. */
export function NarrowedTo({ partnerId, projectId = null, onNarrow }: Props) {
  const { t } = useTranslation()
  const partner = useQuery('cooperation.partner', { id: partnerId ?? 0 }, { isActive: partnerId !== null })
  const project = useQuery('cooperation.project', { id: projectId ?? 0 }, { isActive: projectId !== null })
  return (
    <>
      {partnerId !== null && (
        <Chip removeLabel={t('cooperation.page.takeOff')} onRemove={() => onNarrow({ partnerId: null })}>
          {t('cooperation.page.ofPartner', { name: partner.value?.name ?? '' })}
        </Chip>
      )}
      {projectId !== null && (
        <Chip removeLabel={t('cooperation.page.takeOff')} onRemove={() => onNarrow({ projectId: null })}>
          {t('cooperation.page.ofProject', { name: project.value?.name ?? '' })}
        </Chip>
      )}
    </>
  )
}

const firstYear = 2000

export function YearSelect({
  value,
  onChange,
}: {
  value: number | null
  onChange: (year: number | null) => void
}) {
  const { t } = useTranslation()
  const thisYear = new Date().getFullYear()
  const years = Array.from({ length: thisYear - firstYear + 2 }, (_, at) => String(thisYear + 1 - at))
  return (
    <InlineSelect
      label={t('cooperation.page.year')}
      emptyLabel={t('cooperation.page.any', { what: t('cooperation.page.year') })}
      value={value === null ? '' : String(value)}
      options={years.map((year) => ({ value: year, label: year }))}
      onChange={(year) => onChange(year === '' ? null : Number(year))}
    />
  )
}
