import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useEngine } from '../app/engine.tsx'

const queryKey = ['starts-itself']

/** A setting of Windows, so it is there only in the installed program. */
export function StartsItself() {
  const { t } = useTranslation()
  const { door } = useEngine()
  const queries = useQueryClient()
  const { data = null } = useQuery({ queryKey, queryFn: () => door.startsItself(null) })
  if (data === null) return null
  async function change(isWanted: boolean) {
    queries.setQueryData(queryKey, await door.startsItself(isWanted))
  }
  return (
    <label className="check no-print">
      <input type="checkbox" checked={data} onChange={({ target }) => void change(target.checked)} />
      <span>
        {t('lan.start.label')}
        <span className="hint">{t('lan.start.hint')}</span>
      </span>
    </label>
  )
}
