import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { on: string | null; gone: Output<'catalogue.search'>['gone'] | undefined }

/** The figure of a past day counts titles that have left the catalogue since: they are named, and open. */
export function TitlesGone({ on, gone }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  if (on === null || !gone || gone.count === 0) return null
  const { count, titles } = gone
  const more = count - titles.length
  return (
    <Notice text={t('catalogue.list.gone', { count, shown: number(count), on: displayDate(on) })}>
      {titles.map(({ id, title }) => (
        <Link key={id} to={`/catalogue/${id}`}>
          {title}
        </Link>
      ))}
      {more > 0 && t('catalogue.list.goneMore', { shown: number(more) })}
    </Notice>
  )
}
