import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { FileRow, Folder } from '../../shared/preservation/contract.ts'
import { usePages, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { keyOfPage, useThumbnails, type PagePlace, type Thumbnails } from './use-thumbnails.ts'

/** Five rows of five on a sheet of A4. */
const cellsOnSheet = 25
const shownStates: readonly FileRow['state'][] = ['good', 'noticed', 'bad']

type Page = { file: FileRow; pageInFile: number }
const placeOf = ({ file, pageInFile }: Page): PagePlace => ({ id: file.id, pageInFile })

/** All pages of a folder as small pictures on sheets of paper, for the dossier of the work. */
export function ContactSheetPage() {
  const { t } = useTranslation()
  const id = Number(useParams()['id'])
  const navigate = useNavigate()
  const { value: folder, failure } = useQuery('preservation.folder', { id })
  const files = usePages('preservation.files', { folderId: id })
  const { hasMore, isLoading, more } = files
  useEffect(() => {
    if (hasMore && !isLoading) more()
  }, [hasMore, isLoading, more])
  useShortcut('Escape', () => void navigate(`/preservation/folders/${id}`))
  const pages = files.rows
    .filter(({ format, state }) => format !== null && format !== 'other' && shownStates.includes(state))
    .flatMap((file) => Array.from({ length: file.pages ?? 1 }, (_, at) => ({ file, pageInFile: at + 1 })))
  const isListed = !hasMore && !files.isStarting
  const thumbnails = useThumbnails(isListed ? pages.map(placeOf) : [])
  const isReady = isListed && thumbnails.size === pages.length
  const title = folder ? t('preservation.sheet.title', { title: folder.title }) : t('preservation.menu.sheet')
  return (
    <div className="page contact-sheet">
      <div className="no-print">
        <PageHeader
          title={title}
          hint={t('preservation.sheet.hint')}
          back={{ to: `/preservation/folders/${id}`, label: t('preservation.menu.folder') }}
        >
          <Button
            kind="primary"
            icon="print"
            disabled={!isReady || pages.length === 0}
            onClick={() => window.print()}
          >
            {t('preservation.sheet.print')}
          </Button>
        </PageHeader>
        <Failure of={failure ?? files.failure} />
        {!isReady && <Making done={thumbnails.size} total={isListed ? pages.length : null} />}
      </div>
      {isListed && pages.length === 0 && <EmptyState icon="file" text={t('preservation.sheet.empty')} />}
      {folder && <Sheets {...{ folder, pages, thumbnails }} />}
    </div>
  )
}

function Making({ done, total }: { done: number; total: number | null }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const label = t('preservation.sheet.making')
  return (
    <div className="row" role="status">
      <span>{label}</span>
      <progress aria-label={label} {...(total ? { value: done, max: total } : {})} />
      {total !== null && (
        <span className="soft number">
          {t('ui.progress.amount', { done: number(done), total: number(total) })}
        </span>
      )}
    </div>
  )
}

type SheetProps = { folder: Folder; pages: Page[]; thumbnails: Thumbnails }

function Sheets({ folder, pages, thumbnails }: SheetProps) {
  const { t } = useTranslation()
  const number = useNumberText()
  const sheets = Array.from({ length: Math.ceil(pages.length / cellsOnSheet) }, (_, at) =>
    pages.slice(at * cellsOnSheet, (at + 1) * cellsOnSheet),
  )
  return sheets.map((cells, at) => (
    <section key={at} className="sheet-of-pages">
      <header>
        <strong>{[folder.jobCode, folder.title].filter(Boolean).join(' – ')}</strong>
        <span>
          {[
            t(`preservation.purposes.${folder.purpose}`),
            displayDate(isoDateAt(Date.now())),
            t('preservation.sheet.number', { at: number(at + 1), of: number(sheets.length) }),
          ].join(' · ')}
        </span>
      </header>
      <ol>
        {cells.map((page) => {
          const key = keyOfPage(placeOf(page))
          return <Cell key={key} page={page} url={thumbnails.get(key)} />
        })}
      </ol>
    </section>
  ))
}

/** Undefined while it is being made. */
function Cell({ page: { file, pageInFile }, url }: { page: Page; url: string | null | undefined }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { page, path, state, pages } = file
  return (
    <li className={state === 'bad' ? 'faulty' : ''}>
      <div className="contact-picture">
        {url ? <img src={url} alt="" /> : <span className="soft small">{url === null ? '—' : '…'}</span>}
      </div>
      <span className="strong">
        {page === null ? '' : t('preservation.texts.page', { page: number(page) })}
      </span>
      <span className="contact-name">{path}</span>
      {pages !== null && pages > 1 && (
        <span className="contact-name">
          {t('preservation.sheet.pageInFile', { at: number(pageInFile), of: number(pages) })}
        </span>
      )}
      {state === 'bad' && <span className="contact-name">{t('preservation.sheet.faulty')}</span>}
    </li>
  )
}
