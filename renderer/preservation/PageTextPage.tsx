import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { PageText } from '../../shared/preservation/contract.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSteps } from './PageSteps.tsx'
import { PageTextForm } from './PageTextForm.tsx'
import { PageTextShown } from './PageTextShown.tsx'
import { Picture } from './Picture.tsx'
import { useZoom } from './use-zoom.ts'

/** One page with what stands on it beside it, to be read against each other and put right. */
export function PageTextPage() {
  const { t } = useTranslation()
  const id = Number(useParams()['id'])
  const { value: text, failure } = useQuery('preservation.text', { fileId: id }, { keepsPrevious: true })
  if (text) return <Beside text={text} isCurrent={text.fileId === id} />
  return (
    <div className="page">
      <PageHeader
        title={t('preservation.menu.page')}
        back={{ to: '/preservation', label: t('preservation.folders.title') }}
      />
      <Failure of={failure} />
    </div>
  )
}

function Beside({ text, isCurrent }: { text: PageText; isCurrent: boolean }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const can = useCan()
  const [search] = useSearchParams()
  const zoom = useZoom()
  const [editedId, setEditedId] = useState<number | null>(search.has('edit') ? text.fileId : null)
  const { fileId, folderId, path, page, title, previousId, nextId } = text
  const sought = search.get('text') ?? ''
  const isEditing = editedId === fileId
  const mayEdit = can('preservation.write') && isCurrent && !isEditing
  const keeps = sought === '' ? '' : `?${new URLSearchParams({ text: sought }).toString()}`
  const to = (other: number | null) =>
    other === null ? null : () => void navigate(`/preservation/pages/${other}${keeps}`, { replace: true })
  useShortcut('E', () => setEditedId(fileId), mayEdit)
  useShortcut('Escape', () => (isEditing ? setEditedId(null) : void navigate(-1)))
  useShortcut('PageUp', () => to(previousId)?.(), !isEditing)
  useShortcut('PageDown', () => to(nextId)?.(), !isEditing)
  useShortcut('+', () => zoom.by(1))
  useShortcut('-', () => zoom.by(-1))
  return (
    <div className="page filled page-beside">
      <PageHeader
        title={
          page === null
            ? t('preservation.page.titleOfFile', { title, path })
            : t('preservation.page.title', { title, page })
        }
        {...(page === null ? {} : { hint: path })}
        back={
          sought === ''
            ? { to: `/preservation/folders/${folderId}`, label: t('preservation.menu.folder') }
            : { to: `/preservation/texts${keeps}`, label: t('preservation.texts.title') }
        }
      />
      <div className="row no-print">
        <PageSteps zoom={zoom} onPrevious={to(previousId)} onNext={to(nextId)} />
      </div>
      <div className="page-and-text">
        <div className={`viewer-pages zoom-${zoom.percent}`}>
          {/* A page is scrolled by the keyboard, so it takes the focus. */}
          <figure tabIndex={0} aria-label={path}>
            <Picture id={fileId} size="large" label={path} />
          </figure>
        </div>
        {isEditing ? (
          <PageTextForm key={fileId} text={text} onDone={() => setEditedId(null)} />
        ) : (
          <PageTextShown
            key={fileId}
            text={text}
            sought={sought}
            onEdit={mayEdit ? () => setEditedId(fileId) : null}
          />
        )}
      </div>
    </div>
  )
}
