import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** Shares and sticks tell nobody of changes, so they are asked, while somebody is looking. */
const askEveryMs = 60_000

/** What is on the disk by now and has not been checked; nothing where all is as it was. */
export function FolderNews({ id }: { id: number }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { value: news, ask } = useQuery('preservation.folderNews', { id })
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && ask(), askEveryMs)
    return () => clearInterval(timer)
  }, [ask])
  if (!news) return null
  if (!news.isReachable) return <Notice icon="warning" text={t('preservation.news.away')} />
  const { added, changed, gone } = news
  if (added + changed + gone === 0) return null
  const parts = [
    ...(added > 0 ? [t('preservation.news.added', { count: added, shown: number(added) })] : []),
    ...(changed > 0 ? [t('preservation.news.changed', { count: changed, shown: number(changed) })] : []),
    ...(gone > 0 ? [t('preservation.news.gone', { count: gone, shown: number(gone) })] : []),
  ]
  return <Notice text={t('preservation.news.since', { what: parts.join(', ') })} />
}
