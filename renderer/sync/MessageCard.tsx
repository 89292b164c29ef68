import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import { spanName } from '../../shared/period-text.ts'
import type { Output } from '../app/operation-types.ts'
import { Chip } from '../ui/Chip.tsx'
import { Hash } from '../ui/Hash.tsx'
import { DefinitionChanges } from './DefinitionChanges.tsx'
import { NotedButton } from './NotedButton.tsx'
import { QuestionPart } from './QuestionPart.tsx'

export type Message = Output<'sync.messages'>['rows'][number]
type Of<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>
type Props = { message: Message; mayDeliver: boolean }

/** One thing the receiver said: what it is about, in its words, with what there is to do. */
export function MessageCard({ message, mayDeliver }: Props) {
  const { t } = useTranslation()
  return (
    <li className="card message">
      <div className="message-head">
        <h2>
          {t(`sync.messages.kinds.${message.kind}`)}
          {'period' in message && (
            <>
              {' · '}
              <PeriodLink message={message} />
            </>
          )}
        </h2>
        <span className="soft small">
          {t('sync.messages.came', { number: message.number, at: displayInstant(message.sentAt) })}
        </span>
      </div>
      <MessageBody message={message} mayDeliver={mayDeliver} />
    </li>
  )
}

function PeriodLink({ message: { period, periodId } }: { message: Of<'question' | 'deadline'> }) {
  const { t } = useTranslation()
  const name = spanName(t, period.from, period.to)
  return periodId === null ? name : <Link to={`/reports/${periodId}`}>{name}</Link>
}

function MessageBody({ message, mayDeliver }: Props): ReactNode {
  switch (message.kind) {
    case 'question':
      return <QuestionPart question={message} mayDeliver={mayDeliver} />
    case 'deadline':
      return <DeadlinePart deadline={message} />
    case 'definitions':
      return (
        <>
          <DefinitionChanges message={message} />
          <NotedButton message={message} mayDeliver={mayDeliver} />
        </>
      )
    case 'endpoint':
    case 'key':
      return (
        <>
          <RoadPart message={message} />
          <NotedButton message={message} mayDeliver={mayDeliver} />
        </>
      )
  }
}

const tones = { open: 'warn', late: 'bad', handed_over: 'plain', received: 'good' } as const
const icons = { open: 'calendar', late: 'warning', handed_over: 'send', received: 'check' } as const

function DeadlinePart({ deadline: { dueOn, note, state, isReplaced } }: { deadline: Of<'deadline'> }) {
  const { t } = useTranslation()
  return (
    <>
      <div className="row">
        <span>{t('sync.messages.due', { on: displayDate(dueOn) })}</span>
        {isReplaced ? (
          <Chip>{t('sync.messages.replaced')}</Chip>
        ) : (
          <Chip tone={tones[state]} icon={icons[state]}>
            {t(`sync.messages.deadlines.${state}`)}
          </Chip>
        )}
      </div>
      {note !== '' && <p className="message-text">{note}</p>}
    </>
  )
}

/** Both were signed by the key that held before, and are used from then on; a person should know of it. */
function RoadPart({ message }: { message: Of<'endpoint' | 'key'> }) {
  const { t } = useTranslation()
  if (message.kind === 'key')
    return (
      <p>
        {t('sync.messages.newKey')} <Hash value={message.fingerprint} />
      </p>
    )
  return (
    <p>
      {t(message.isTaken ? 'sync.messages.newAddress' : 'sync.messages.openAddress', { url: message.url })}
    </p>
  )
}
