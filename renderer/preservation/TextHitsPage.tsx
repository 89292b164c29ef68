import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages } from '../app/operations.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { PreservationTabs } from './PreservationTabs.tsx'
import { TitleHits } from './TitleHits.tsx'
import { useTextCount } from './use-text-count.ts'

/** Pages by what stands on them, title by title, each opening beside its picture. */
export function TextHitsPage() {
  const { t } = useTranslation()
  const [text, setText] = useSearchText()
  const sought = text.trim()
  return (
    <div className="page">
      <PageHeader title={t('preservation.texts.title')} hint={t('preservation.texts.hint')} />
      <PreservationTabs />
      <div className="row no-print">
        <SearchBox
          label={t('preservation.texts.search')}
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {sought === '' ? (
        <EmptyState icon="search" text={t('preservation.texts.empty')} />
      ) : (
        <Found sought={sought} />
      )}
    </div>
  )
}

function Found({ sought }: { sought: string }) {
  const { t } = useTranslation()
  const count = useTextCount(sought)
  const titles = usePages('preservation.findTexts', { text: sought })
  if (titles.rows.length === 0 && !titles.isStarting && !titles.failure)
    return <EmptyState icon="search" text={t('preservation.texts.nothingFound', { text: sought })} />
  return (
    <>
      <Failure of={titles.failure} />
      {count && (
        <p className="soft" role="status">
          {count}
        </p>
      )}
      <ol className="text-hits" aria-busy={titles.isOutdated}>
        {titles.rows.map(({ titleId, title, responsibility, pages, hits }) => (
          <li key={titleId}>
            <h2>
              <Link to={`/catalogue/${titleId}`}>{title}</Link>
              {responsibility !== '' && <span className="soft"> / {responsibility}</span>}
            </h2>
            <TitleHits {...{ titleId, sought, pages }} first={hits} />
          </li>
        ))}
      </ol>
      {titles.hasMore && <Button onClick={titles.more}>{t('preservation.texts.more')}</Button>}
    </>
  )
}
