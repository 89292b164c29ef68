import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Hash } from '../ui/Hash.tsx'
import { useShortcut } from '../ui/keys.ts'
import { NumberField } from '../ui/NumberField.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { BookChip, type Book } from './BookListPage.tsx'
import { BookSheet, type Line } from './BookSheet.tsx'
import { CorrectLineDialog } from './CorrectLineDialog.tsx'
import { PrintBook } from './PrintBook.tsx'

export function BookPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: book, failure } = useQuery('registers.book', { id })
  if (book) return <OpenBook key={id} book={book} />
  return (
    <div className="page">
      <PageHeader
        title={t('registers.menu.book')}
        back={{ to: '/registers', label: t('registers.list.title') }}
      />
      <Failure of={failure} />
    </div>
  )
}

/** A book opened at a page, as the paper one lies on the desk; it opens at its last page. */
function OpenBook({ book }: { book: Book }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const asked = Number(search.get('page')) || book.pages
  const page = Math.max(1, Math.min(book.pages, asked))
  const [correcting, setCorrecting] = useState<Line | null>(null)
  const lines = useQuery(
    'registers.lines',
    { bookId: book.id, offset: (page - 1) * book.linesPerPage, limit: book.linesPerPage },
    { keepsPrevious: true },
  )
  const turnTo = (next: number) =>
    setSearch({ page: String(Math.max(1, Math.min(book.pages, next))) }, { replace: true })
  useShortcut('PageDown', () => turnTo(page + 1))
  useShortcut('PageUp', () => turnTo(page - 1))
  useShortcut('Escape', () => void navigate('/registers'))
  const { columns, rows } = lines.value ?? { columns: [], rows: [] }
  return (
    <div className="page">
      <PageHeader
        title={t('registers.book.title', {
          register: t(`registers.kinds.${book.register}`),
          year: book.year,
        })}
        hint={[book.unitName && t('registers.print.former', { unit: book.unitName }), book.seriesName]
          .filter(Boolean)
          .join(' · ')}
        back={{ to: '/registers', label: t('registers.list.title') }}
      >
        <BookChip book={book} />
      </PageHeader>
      <Failure of={lines.failure} />
      <div className="row no-print">
        <PageTurner page={page} pages={book.pages} onTurn={turnTo} />
        <span className="spacer" />
        <PrintBook book={book} page={page} />
      </div>
      <div className="register-desk" aria-busy={lines.isFetching}>
        <BookSheet
          book={book}
          page={page}
          columns={columns}
          lines={rows}
          onLine={(number) => turnTo(Math.ceil(number / book.linesPerPage))}
          onCorrect={can('registers.close') && book.mergerId === null ? setCorrecting : undefined}
        />
      </div>
      {book.hash && (
        <p className="soft small no-print">
          {t('registers.book.sealed')} <Hash value={book.hash} />
        </p>
      )}
      {correcting && (
        <CorrectLineDialog
          book={book}
          columns={columns}
          line={correcting}
          onClose={() => setCorrecting(null)}
          onDone={(line) => {
            setCorrecting(null)
            turnTo(line.page)
          }}
        />
      )}
    </div>
  )
}

function PageTurner({
  page,
  pages,
  onTurn,
}: {
  page: number
  pages: number
  onTurn: (page: number) => void
}) {
  const { t } = useTranslation()
  const number = useNumberText()
  const [typed, setTyped] = useState<number | null>(page)
  useEffect(() => setTyped(page), [page])
  return (
    <form
      className="row page-turner"
      aria-label={t('registers.page.turn')}
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== null) onTurn(typed)
      }}
    >
      <Button icon="back" shortcut="PageUp" disabled={page <= 1} onClick={() => onTurn(page - 1)}>
        {t('registers.page.previous')}
      </Button>
      <NumberField label={t('registers.page.number')} isGrouped={false} value={typed} onChange={setTyped} />
      <span className="soft">{t('registers.page.of', { pages: number(pages) })}</span>
      <Button type="submit">{t('registers.page.go')}</Button>
      <Button icon="forward" shortcut="PageDown" disabled={page >= pages} onClick={() => onTurn(page + 1)}>
        {t('registers.page.next')}
      </Button>
    </form>
  )
}
