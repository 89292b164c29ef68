import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../renderer/ui/Button.tsx'
import { DateField } from '../../renderer/ui/DateField.tsx'
import { Hash } from '../../renderer/ui/Hash.tsx'
import { PageHeader } from '../../renderer/ui/PageHeader.tsx'
import { TextArea, TextField } from '../../renderer/ui/TextField.tsx'
import { previousQuarter, quarterBounds, quarterOf, type IsoDate } from '../../shared/dates.ts'
import { AccountForm } from './AccountForm.tsx'
import { useAct } from './asking.ts'
import { DefinitionsForm } from './DefinitionsForm.tsx'
import { FormPart, useSaved } from './FormPart.tsx'
import { PasswordField } from './PasswordField.tsx'
import { useIsAdministrator, usePerson } from './person.ts'
import { asSignIn } from './sign-in-failure.ts'

/** Deadlines and what all libraries are told, who may sign in, and one's own password. */
export function SettingsPage() {
  const { t } = useTranslation()
  const isAdministrator = useIsAdministrator()
  return (
    <div className="page">
      <PageHeader title={t('ministry.settings.title')} />
      {isAdministrator && (
        <>
          <DeadlineForm />
          <DefinitionsForm />
          <EndpointForm />
          <AccountForm />
        </>
      )}
      <PasswordForm />
    </div>
  )
}

function DeadlineForm() {
  const { t } = useTranslation()
  const { today } = usePerson()
  const last = quarterBounds(previousQuarter(quarterOf(today)))
  const [from, setFrom] = useState<IsoDate | null>(last.from)
  const [to, setTo] = useState<IsoDate | null>(last.to)
  const [dueOn, setDueOn] = useState<IsoDate | null>(null)
  const [note, setNote] = useState('')
  const { run, failure, isRunning } = useAct()
  const saved = useSaved()
  async function save() {
    if (await run({ method: 'PUT', path: '/periods', body: { from, to, dueOn, note } })) saved()
  }
  const isReady = from !== null && to !== null && dueOn !== null && from <= to && to < dueOn
  return (
    <FormPart
      title={t('ministry.settings.deadline')}
      act={t('ministry.settings.tellDeadline')}
      {...{ isReady, isRunning, failure }}
      onSubmit={save}
    >
      <DateField label={t('ministry.settings.from')} value={from} onChange={setFrom} />
      <DateField label={t('ministry.settings.to')} value={to} onChange={setTo} />
      <DateField
        label={t('ministry.settings.dueOn')}
        hint={t('ministry.settings.dueHint')}
        value={dueOn}
        onChange={setDueOn}
      />
      <TextArea
        label={t('ministry.settings.note')}
        isWide
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormPart>
  )
}

function EndpointForm() {
  const { t } = useTranslation()
  const { receiver } = usePerson()
  const [url, setUrl] = useState('')
  const { run, failure, isRunning } = useAct()
  const saved = useSaved()
  async function tell() {
    if (await run({ method: 'POST', path: '/notices', body: { kind: 'endpoint', url } })) saved()
  }
  async function changeKey() {
    if (await run({ method: 'POST', path: '/key' })) saved()
  }
  return (
    <FormPart
      title={t('ministry.settings.endpoint')}
      act={t('ministry.settings.tellEndpoint')}
      isReady={URL.canParse(url)}
      {...{ isRunning, failure }}
      onSubmit={tell}
    >
      <TextField
        label={t('ministry.settings.url')}
        hint={t('ministry.settings.urlHint')}
        isWide
        value={url}
        onChange={(event) => setUrl(event.target.value)}
      />
      <div className="field wide">
        <span>
          {`${t('ministry.settings.key')} `}
          <Hash value={receiver.fingerprint} isWhole />
        </span>
        <div className="row">
          <Button icon="key" disabled={isRunning} onClick={() => void changeKey()}>
            {t('ministry.settings.changeKey')}
          </Button>
          <span className="hint">{t('ministry.settings.keyHint')}</span>
        </div>
      </div>
    </FormPart>
  )
}

function PasswordForm() {
  const { t } = useTranslation()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const { run, failure, isRunning } = useAct()
  async function change() {
    await run({ method: 'PUT', path: '/password', body: { current, next } })
  }
  return (
    <FormPart
      title={t('ministry.settings.password')}
      act={t('ministry.settings.changePassword')}
      isReady={current !== '' && next.length >= 10}
      isRunning={isRunning}
      failure={asSignIn(failure)}
      onSubmit={change}
    >
      <PasswordField label={t('ministry.settings.current')} value={current} onChange={setCurrent} />
      <PasswordField
        label={t('ministry.settings.next')}
        hint={t('ministry.settings.passwordHint')}
        isNew
        value={next}
        onChange={setNext}
      />
    </FormPart>
  )
}
