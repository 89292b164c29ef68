import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { isChapterName } from '../../shared/handbook/chapter.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { BlockView } from './BlockView.tsx'
import { useHandbook } from './use-handbook.ts'
import { Words } from './Words.tsx'

/** From one chapter to another is a new page, though the address is of one kind. */
export function ChapterPage() {
  const { chapter } = useParams()
  return <NamedChapter key={chapter} name={chapter} />
}

function NamedChapter({ name }: { name: string | undefined }) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const section = Number(search.get('section') ?? 0)
  const handbook = useHandbook()
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const heading = page.current?.querySelectorAll('h2')[section]
    ;(section > 0 ? heading : page.current)?.scrollIntoView({ block: 'start' })
  }, [section, handbook])
  const back = { to: '/handbook', label: t('handbook.menu.page') }
  if (!isChapterName(name)) {
    return (
      <div className="page">
        <PageHeader title={t('handbook.menu.chapter')} back={back} />
        <Notice icon="warning" text={t('handbook.unknown')} />
      </div>
    )
  }
  const chapter = handbook?.[name]
  return (
    <div ref={page} className="page handbook">
      <PageHeader title={chapter?.title ?? t('handbook.menu.chapter')} back={back}>
        <Button icon="print" disabled={!chapter} onClick={() => window.print()}>
          {t('handbook.print')}
        </Button>
      </PageHeader>
      {chapter && (
        <article className="handbook-chapter">
          <p className="handbook-summary">
            <Words text={chapter.summary} handbook={handbook} />
          </p>
          {chapter.sections.map(({ title, blocks }) => (
            <section key={title}>
              <h2>
                <Words text={title} handbook={handbook} />
              </h2>
              {blocks.map((block, at) => (
                <BlockView key={at} {...{ block, handbook }} />
              ))}
            </section>
          ))}
          <p className="print-only handbook-footer">{t('handbook.footer')}</p>
        </article>
      )}
    </div>
  )
}
