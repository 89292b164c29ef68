import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, usePages, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { AnswersDialog } from './AnswersDialog.tsx'
import { MessageCard } from './MessageCard.tsx'
import { ReceiptsDialog } from './ReceiptsDialog.tsx'
import { SendingOutcome } from './SendingOutcome.tsx'

const shown = ['all', 'open'] as const

/** What the receiver says, and what the library answers. */
export function MessagesPage() {
  const { t } = useTranslation()
  const can = useCan()
  const [search, setSearch] = useSearchParams()
  const [dialog, setDialog] = useState<'read' | 'answers' | null>(null)
  const isOpen = search.get('show') === 'open'
  const { rows, failure, hasMore, more, isStarting, isLoading } = usePages('sync.messages', { isOpen })
  const { value: status } = useQuery('sync.status', {})
  const send = useJob('sync.send')
  const mayDeliver = can('sync.deliver')
  const isEnrolled = status?.enrolment !== null
  const answered = status?.questions.answered ?? 0
  const close = () => setDialog(null)
  return (
    <div className="page">
      <PageHeader
        title={t('sync.messages.title')}
        hint={t('sync.messages.hint')}
        back={{ to: '/sync', label: t('sync.page.title') }}
      >
        {mayDeliver && isEnrolled && (
          <>
            <Button
              icon="forward"
              disabled={send.isRunning}
              onClick={() => void send.start({ periodId: null })}
            >
              {t('sync.messages.ask')}
            </Button>
            <Button does="sync.readReceipts" icon="file" onClick={() => setDialog('read')}>
              {t('sync.messages.read')}
            </Button>
          </>
        )}
      </PageHeader>
      <Failure of={failure} />
      <JobProgress run={send} />
      {send.output && <SendingOutcome sent={send.output} />}
      {mayDeliver && answered > 0 && (
        <Notice icon="send" text={t('sync.answers.waiting', { count: answered })}>
          <Button does="sync.writeAnswers" onClick={() => setDialog('answers')}>
            {t('sync.answers.toStick')}
          </Button>
        </Notice>
      )}
      <div className="row">
        <InlineSelect
          label={t('sync.messages.show')}
          value={isOpen ? 'open' : 'all'}
          options={shown.map((value) => ({ value, label: t(`sync.messages.shown.${value}`) }))}
          onChange={(value) => setSearch(value === 'open' ? { show: value } : {}, { replace: true })}
        />
      </div>
      {!isStarting && rows.length === 0 && (
        <EmptyState
          icon="info"
          text={t(
            isOpen
              ? 'sync.messages.noneOpen'
              : isEnrolled
                ? 'sync.messages.none'
                : 'sync.messages.notEnrolled',
          )}
        />
      )}
      <ul className="stack message-list" aria-label={t('sync.messages.title')}>
        {rows.map((message) => (
          <MessageCard key={message.id} message={message} mayDeliver={mayDeliver} />
        ))}
      </ul>
      {hasMore && (
        <div className="actions">
          <Button disabled={isLoading} onClick={more}>
            {t('sync.messages.more')}
          </Button>
        </div>
      )}
      {dialog === 'read' && <ReceiptsDialog start="" onClose={close} />}
      {dialog === 'answers' && <AnswersDialog onClose={close} />}
    </div>
  )
}
