import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { policyValue, usePolicies } from '../app/about.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import type { Output } from '../app/operation-types.ts'
import { useCommand, useJob } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWhyNot } from '../ui/why-not.ts'
import { FetchOutcome } from './FetchOutcome.tsx'

/** New versions over the network: never by itself unless somebody said so, and at most once a day. */
export function AskingCard({ asking }: { asking: Output<'updates.status'>['asking'] }) {
  const { t } = useTranslation()
  const policies = usePolicies()
  const save = useCommand('updates.setAsking')
  const fetch = useJob('updates.fetch')
  const [typed, setTyped] = useState<string | null>(null)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const offered = (policies && policyValue(policies, 'updateAddress')) ?? ''
  const address = typed ?? (asking.address || offered)
  const isAutomatic = chosen ?? asking.isAutomatic
  const isSaved = address === asking.address && isAutomatic === asking.isAutomatic
  const isDim = useWhyNot()('updates.setAsking') !== null
  async function submit() {
    if (!(await save.run({ address, isAutomatic })).ok) return
    setTyped(null)
    setChosen(null)
  }
  return (
    <section className="card">
      <h2>{t('updates.asking.title')}</h2>
      <p className="soft">{t('updates.asking.hint')}</p>
      {!asking.isAllowedHere && <Notice icon="cloudOff" text={t('updates.problems.not_allowed_here')} />}
      <div className="stack">
        <TextField
          label={t('updates.asking.address')}
          hint={t(asking.isAddressFixed ? 'updates.asking.fixed' : 'updates.asking.addressHint')}
          value={address}
          disabled={asking.isAddressFixed || isDim}
          onChange={(event) => setTyped(event.target.value)}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={isAutomatic}
            disabled={isDim}
            onChange={(event) => setChosen(event.target.checked)}
          />
          <span>
            {t('updates.asking.automatic')}
            {asking.isMetered && <span className="soft small"> {t('updates.asking.metered')}</span>}
          </span>
        </label>
        <Failure of={save.failure} />
        <JobProgress run={fetch} label={t('updates.asking.running')} amount={() => ''} />
        {fetch.output && <FetchOutcome found={fetch.output} onFetch={() => void fetch.start({})} />}
        <div className="actions">
          <Button
            does="updates.setAsking"
            icon="save"
            disabled={isSaved || save.isRunning}
            onClick={() => void submit()}
          >
            {t('updates.asking.save')}
          </Button>
          <Button
            does="updates.fetch"
            icon="search"
            disabled={!isSaved || asking.address === '' || !asking.isAllowedHere || fetch.isRunning}
            onClick={() => void fetch.start({ isOnlyAsked: true })}
          >
            {t('updates.asking.ask')}
          </Button>
          {asking.askedAt && (
            <span className="soft small">
              {t('updates.asking.askedAt', { at: displayInstant(asking.askedAt) })}
            </span>
          )}
        </div>
      </div>
    </section>
  )
}
