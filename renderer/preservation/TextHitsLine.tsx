import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCan } from '../app/permissions.ts'
import { Notice } from '../ui/Notice.tsx'
import { useTextCount } from './use-text-count.ts'

/** Says beside another list that what was typed also stands on digitized pages, and leads there. */
export function TextHitsLine({ text }: { text: string }) {
  const { t } = useTranslation()
  const can = useCan()
  const count = useTextCount(text, can('preservation.read'))
  if (count === null) return null
  return (
    <Notice icon="book" text={count}>
      <Link
        className="button"
        to={`/preservation/texts?${new URLSearchParams({ text: text.trim() }).toString()}`}
      >
        {t('preservation.texts.open')}
      </Link>
    </Notice>
  )
}
