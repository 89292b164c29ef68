import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lowestPort, usualPort } from '../../shared/lan/rules.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { TextField } from '../ui/TextField.tsx'

/** Off until somebody wants it: what it is, what it takes, and the one button. */
export function BeginServing({ port }: { port: number }) {
  const { t } = useTranslation()
  const serve = useCommand('lan.serve')
  const [typed, setTyped] = useState(String(port))
  const wanted = /^\d{4,5}$/.test(typed.trim()) ? Number(typed) : 0
  const isPort = wanted >= lowestPort && wanted <= 65_535
  return (
    <section className="card lan-begin" aria-label={t('lan.page.serve')}>
      <Icon name="screens" />
      <div className="stack">
        <h2>{t('lan.states.shut')}</h2>
        <p>{t('lan.notes.shut')}</p>
        <p>{t('lan.begin.text')}</p>
        <p className="soft">{t('lan.begin.needs')}</p>
        <p className="soft">{t('lan.begin.firewall')}</p>
        <Failure of={serve.failure} />
        <div className="row">
          <TextField
            label={t('lan.page.port')}
            hint={t('lan.page.portHint', { port: String(usualPort) })}
            inputMode="numeric"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <div className="actions">
          <Button
            kind="primary"
            icon="screens"
            disabled={!isPort || serve.isRunning}
            onClick={() => void serve.run({ port: wanted })}
          >
            {t('lan.page.serve')}
          </Button>
        </div>
      </div>
    </section>
  )
}
