import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { Hash } from '../ui/Hash.tsx'
import { PassphraseDialog } from './PassphraseDialog.tsx'
import { UnlockDialog } from './UnlockDialog.tsx'

type Props = {
  signingKey: Output<'sync.status'>['key']
  mayDeliver: boolean
  /** What is shown once outlives the card, which takes another place when the key is ready. */
  onMade: (made: Output<'sync.makeKey'>) => void
}

/** What the packages are signed with: made once, opened once on each PC. */
export function KeyCard({ signingKey: { state, fingerprint }, mayDeliver, onMade }: Props) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<'make' | 'replace' | 'change' | 'unlock' | null>(null)
  const close = () => setAsked(null)
  return (
    <section className="card">
      <h2>{t('sync.key.title')}</h2>
      <p>{t(`sync.key.${state}`)}</p>
      {fingerprint !== null && (
        <p className="soft small">
          {t('sync.key.fingerprint')}: <Hash value={fingerprint} />
        </p>
      )}
      {mayDeliver && (
        <div className="actions">
          {(state === 'none' || state === 'plain') && (
            <Button does="sync.makeKey" kind="primary" icon="key" onClick={() => setAsked('make')}>
              {t(state === 'none' ? 'sync.key.make' : 'sync.key.protect')}
            </Button>
          )}
          {state === 'locked' && (
            <Button does="sync.unlockKey" kind="primary" icon="key" onClick={() => setAsked('unlock')}>
              {t('sync.key.unlock')}
            </Button>
          )}
          {state === 'locked' && (
            <Button does="sync.makeKey" kind="quiet" onClick={() => setAsked('replace')}>
              {t('sync.key.replace')}
            </Button>
          )}
          {state === 'ready' && (
            <Button does="sync.changePassphrase" icon="key" onClick={() => setAsked('change')}>
              {t('sync.key.change')}
            </Button>
          )}
        </div>
      )}
      {asked === 'unlock' && <UnlockDialog onClose={close} />}
      {asked !== null && asked !== 'unlock' && (
        <PassphraseDialog
          act={asked}
          onClose={close}
          onMade={(given) => {
            close()
            onMade(given)
          }}
        />
      )}
    </section>
  )
}
