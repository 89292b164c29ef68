import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortestPassphrase } from '../../shared/sync/rules.ts'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { useFailureText } from '../ui/Failure.tsx'
import { TextField } from '../ui/TextField.tsx'

/** `make` gives a key its first passphrase, `replace` a new key, `change` another passphrase to the key there is. */
type Props = {
  act: 'make' | 'replace' | 'change'
  onMade: (made: Output<'sync.makeKey'>) => void
  onClose: () => void
}

const titles = { make: 'sync.key.make', replace: 'sync.key.replaceAct', change: 'sync.key.change' } as const

export function PassphraseDialog({ act, onMade, onClose }: Props) {
  const { t } = useTranslation()
  const text = useFailureText()
  const make = useCommand('sync.makeKey')
  const change = useCommand('sync.changePassphrase')
  const [values, setValues] = useState({ secret: '', passphrase: '', again: '' })
  const type = (name: keyof typeof values) => ({
    type: 'password',
    value: values[name],
    onChange: (event: { target: { value: string } }) =>
      setValues((before) => ({ ...before, [name]: event.target.value })),
  })
  const { secret, passphrase, again } = values
  const failure = act === 'change' ? change.failure : make.failure
  const isAtSecret = failure !== null && ['passphrase_wrong', 'recovery_code_wrong'].includes(failure.code)
  async function submit() {
    const answer =
      act === 'change'
        ? await change.run({ secret, passphrase })
        : await make.run({ passphrase, replaces: act === 'replace' })
    if (answer.ok) onMade(answer.value)
  }
  const differs = again !== '' && passphrase !== again
  const isLong = passphrase.normalize('NFC').length >= shortestPassphrase
  return (
    <ActDialog
      title={t(titles[act])}
      submit={t(titles[act])}
      icon="key"
      isReady={isLong && passphrase === again && (act !== 'change' || secret !== '')}
      isRunning={make.isRunning || change.isRunning}
      failure={isAtSecret ? null : failure}
      onSubmit={submit}
      onClose={onClose}
    >
      {act === 'replace' && <p>{t('sync.key.replaceText')}</p>}
      {act === 'change' && (
        <TextField
          label={t('sync.key.secret')}
          error={isAtSecret && failure ? text(failure) : undefined}
          isRequired
          {...type('secret')}
        />
      )}
      <TextField
        label={t(act === 'change' ? 'sync.key.newPassphrase' : 'sync.key.passphrase')}
        hint={t('sync.key.passphraseHint', { least: shortestPassphrase })}
        autoComplete="new-password"
        isRequired
        {...type('passphrase')}
      />
      <TextField
        label={t('sync.key.passphraseAgain')}
        error={differs ? t('sync.key.differs') : undefined}
        autoComplete="new-password"
        isRequired
        {...type('again')}
      />
    </ActDialog>
  )
}
