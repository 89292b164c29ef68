import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TextHit } from '../../shared/preservation/contract.ts'
import { usePages } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { Snippet } from './Snippet.tsx'

type Props = { titleId: number; sought: string; pages: number; first: TextHit[] }

/** The pages of one title on which the words stand: the first few, and the rest when they are asked for. */
export function TitleHits({ titleId, sought, pages, first }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <AllHits {...{ titleId, sought, first }} />
  return (
    <>
      <HitList hits={first} sought={sought} />
      {pages > first.length && (
        <Button kind="quiet" icon="down" onClick={() => setOpen(true)}>
          {t('preservation.texts.all', { count: pages, shown: number(pages) })}
        </Button>
      )}
    </>
  )
}

function AllHits({ titleId, sought, first }: Omit<Props, 'pages'>) {
  const { t } = useTranslation()
  const hits = usePages('preservation.textHits', { titleId, text: sought })
  return (
    <>
      <HitList hits={hits.rows.length > 0 ? hits.rows : first} sought={sought} />
      {hits.hasMore && (
        <Button kind="quiet" icon="down" onClick={hits.more}>
          {t('preservation.texts.morePages')}
        </Button>
      )}
    </>
  )
}

function HitList({ hits, sought }: { hits: TextHit[]; sought: string }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const search = new URLSearchParams({ text: sought }).toString()
  return (
    <ul>
      {hits.map(({ fileId, path, page, snippet }) => (
        <li key={fileId}>
          <Link to={`/preservation/pages/${fileId}?${search}`}>
            {page === null ? path : t('preservation.texts.page', { page: number(page) })}
          </Link>{' '}
          <Snippet parts={snippet} />
        </li>
      ))}
    </ul>
  )
}
