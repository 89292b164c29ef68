import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { isoDateAt } from '../../shared/dates.ts'
import { ReaderFields, type ReaderRecord } from '../../shared/readers/contract.ts'
import { useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ModeOff } from './ModeOff.tsx'
import { ReaderForm } from './ReaderForm.tsx'
import { useReaderWords } from './use-reader-words.ts'

/** A person who comes for a card. */
export function ReaderAddPage() {
  const { t } = useTranslation()
  const [today] = useState(() => isoDateAt(Date.now()))
  const settings = useQuery('readers.settings', {})
  const { groups } = useReaderWords()
  const first = groups.find(({ code }) => code === 'adults') ?? groups[0]
  const failure = settings.failure
  if (settings.value?.mode === 'counters' || !first || failure)
    return (
      <div className="page">
        <PageHeader title={t('readers.form.add')} back={{ to: '/readers', label: t('readers.list.title') }} />
        <Failure of={failure} />
        {settings.value?.mode === 'counters' && <ModeOff text={t('readers.list.modeOff')} />}
      </div>
    )
  const consent = { isGiven: false, form: 'paper' as const, givenOn: today }
  return (
    <ReaderForm
      reader={null}
      formKey="readers.addReader"
      begin={{
        ...ReaderFields.parse({ name: '-', groupId: first.id }),
        name: '',
        cardNumber: '',
        consents: { reader: consent, guardian: consent },
      }}
    />
  )
}

export function ReaderEditPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value, failure } = useQuery('readers.reader', { id })
  if (value) return <EditForm key={id} newest={value} />
  return (
    <div className="page">
      <PageHeader title={t('readers.form.edit')} back={{ to: '/readers', label: t('readers.list.title') }} />
      <Failure of={failure} />
    </div>
  )
}

/** News of what others save must not pass for what the form began from. */
function EditForm({ newest }: { newest: ReaderRecord }) {
  const [reader] = useState(newest)
  const none = { isGiven: false, form: 'paper' as const, givenOn: null }
  return (
    <ReaderForm
      reader={reader}
      formKey={`readers.updateReader/${reader.id}`}
      begin={{ ...ReaderFields.parse(reader), cardNumber: '', consents: { reader: none, guardian: none } }}
    />
  )
}
