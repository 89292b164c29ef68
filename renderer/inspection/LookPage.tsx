import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useForgetUndo } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import type { InspectionRecord } from './InspectionPage.tsx'
import { lookedOf } from './looked.ts'
import { LookSide } from './LookSide.tsx'
import { LookView } from './LookView.tsx'
import { useLook } from './use-look.ts'

export function LookPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: inspection, failure } = useQuery('inspection.inspection', { id }, { keepsPrevious: true })
  if (inspection?.id === id) return <Look key={id} inspection={inspection} />
  return (
    <div className="page">
      <PageHeader
        title={t('inspection.menu.look')}
        back={{ to: '/inspection', label: t('inspection.list.title') }}
      />
      <Failure of={failure} />
    </div>
  )
}

/** Nothing but looking: the page, what can be wrong with it, and the next one. */
function Look({ inspection }: { inspection: InspectionRecord }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const number = useNumberText()
  const forgetUndo = useForgetUndo()
  const { id, name, state, counts } = inspection
  const isOpen = state === 'open'
  const look = useLook(id, isOpen)
  // Ctrl+Z is for verdicts here; nothing done before the page was opened may be meant by it.
  useEffect(() => forgetUndo(), [forgetUndo])
  useShortcut('Ctrl+Z', () => void look.undo(), look.last !== undefined)
  useShortcut('Escape', () => void navigate(`/inspection/${id}`))
  const { page } = look
  const goTo = (to: number | null | undefined) => to && look.open(to)
  useShortcut('PageUp', () => goTo(page?.beforeId), Boolean(page?.beforeId))
  useShortcut('PageDown', () => goTo(page?.afterId), Boolean(page?.afterId))
  return (
    <div className="page filled look-page">
      <PageHeader
        title={t('inspection.look.title', { name })}
        back={{ to: `/inspection/${id}`, label: t('inspection.look.leave') }}
      >
        <span className="number" role="status">
          {t('inspection.look.progress', { looked: number(lookedOf(counts)), size: number(counts.size) })}
        </span>
        <Button icon="back" shortcut="PageUp" disabled={!page?.beforeId} onClick={() => goTo(page?.beforeId)}>
          {t('inspection.look.before')}
        </Button>
        <Button
          icon="forward"
          shortcut="PageDown"
          disabled={!page?.afterId}
          onClick={() => goTo(page?.afterId)}
        >
          {t('inspection.look.after')}
        </Button>
        <Button
          icon="restore"
          shortcut="Ctrl+Z"
          disabled={look.last === undefined}
          onClick={() => void look.undo()}
        >
          {t('inspection.look.undo')}
        </Button>
      </PageHeader>
      {!isOpen && <Notice icon="pause" text={t(`inspection.look.shut.${state}`)} />}
      <Failure of={look.failure} />
      {look.isOver && (
        <EmptyState icon="check" text={t('inspection.look.over')}>
          <Link className="button primary" to={`/inspection/${id}`}>
            {t('inspection.look.toResults')}
          </Link>
        </EmptyState>
      )}
      {!look.isOver && page && (
        <div className="look-body">
          <LookView page={page} />
          <LookSide key={`${page.id}-${page.rev}`} page={page} look={look} isOpen={isOpen} />
        </div>
      )}
    </div>
  )
}
