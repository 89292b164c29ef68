import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { TitleSearch } from './use-title-search.ts'

/** What was typed is a form that only leads to another heading: that one is offered. */
export function TitleInstead({ search, instead }: { search: TitleSearch; instead: string[] }) {
  const { t } = useTranslation()
  if (instead.length === 0) return null
  return (
    <Notice text={t('catalogue.list.instead', { text: search.search.text.trim() })}>
      {instead.map((heading) => (
        <Button key={heading} kind="quiet" onClick={() => search.type(heading)}>
          {heading}
        </Button>
      ))}
    </Notice>
  )
}
