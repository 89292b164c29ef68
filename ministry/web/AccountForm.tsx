import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../renderer/ui/Button.tsx'
import { Failure } from '../../renderer/ui/Failure.tsx'
import { Select } from '../../renderer/ui/Select.tsx'
import { TextField } from '../../renderer/ui/TextField.tsx'
import { displayInstant } from '../../shared/dates.ts'
import type { AccountRow } from '../office/contract.ts'
import { useAct, useAsked } from './asking.ts'
import { FormPart, useSaved } from './FormPart.tsx'
import { PasswordField } from './PasswordField.tsx'
import { usePerson } from './person.ts'

/** Who may sign in; whoever may no longer is kept by name, since the journal names them. */
export function AccountForm() {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [role, setRole] = useState('reader')
  const [password, setPassword] = useState('')
  const { run, failure, isRunning } = useAct()
  const accounts = useAsked<AccountRow[]>('/accounts')
  const saved = useSaved()
  async function add() {
    if (!(await run({ method: 'POST', path: '/accounts', body: { name, role, password } }))) return
    setName('')
    setPassword('')
    saved()
  }
  return (
    <FormPart
      title={t('ministry.settings.accounts')}
      act={t('ministry.settings.addAccount')}
      isReady={name.trim() !== '' && password.length >= 10}
      isRunning={isRunning}
      failure={failure ?? accounts.failure}
      onSubmit={add}
    >
      <ul className="field wide stack">
        {(accounts.value ?? []).map((account) => (
          <AccountLine key={account.name} account={account} />
        ))}
      </ul>
      <TextField
        label={t('ministry.signIn.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        label={t('ministry.settings.role')}
        value={role}
        options={(['reader', 'administrator'] as const).map((value) => ({
          value,
          label: t(`ministry.roles.${value}`),
        }))}
        onChange={(event) => setRole(event.target.value)}
      />
      <PasswordField
        label={t('ministry.signIn.password')}
        hint={t('ministry.settings.passwordHint')}
        isNew
        value={password}
        onChange={setPassword}
      />
    </FormPart>
  )
}

function AccountLine({ account: { name, role, disabledAt } }: { account: AccountRow }) {
  const { t } = useTranslation()
  const { name: self } = usePerson()
  const { run, failure, isRunning } = useAct()
  const isDisabled = disabledAt !== null
  const path = `/accounts/${encodeURIComponent(name)}`
  return (
    <li className="row">
      <span className={isDisabled ? 'soft' : undefined}>
        {`${name} (${t(`ministry.roles.${role}`)})`}
        {isDisabled && ` · ${t('ministry.settings.disabledAt', { at: displayInstant(disabledAt) })}`}
      </span>
      {name !== self && (
        <Button
          disabled={isRunning}
          aria-label={t(isDisabled ? 'ministry.settings.enableOf' : 'ministry.settings.disableOf', { name })}
          onClick={() => void run({ method: 'PUT', path, body: { isDisabled: !isDisabled } })}
        >
          {t(isDisabled ? 'ministry.settings.enable' : 'ministry.settings.disable')}
        </Button>
      )}
      <Failure of={failure} />
    </li>
  )
}
