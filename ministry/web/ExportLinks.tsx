import { useTranslation } from 'react-i18next'

/** The same list as a sheet that counts on, or as text. */
export function ExportLinks({ query, what }: { query: string; what: 'reports' | 'totals' }) {
  const { t } = useTranslation()
  return (['xlsx', 'csv'] as const).map((format) => (
    <a
      key={format}
      className="button plain"
      href={`/office/export?${query}&what=${what}&format=${format}`}
      download
    >
      {t(`common.list.${format}`)}
    </a>
  ))
}
