import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { ReturnDialog } from './ReturnDialog.tsx'
import { Starting } from './Starting.tsx'
import { useStartSetup } from './use-start-setup.ts'

type Returning = NonNullable<Output<'updates.status'>['returning']>

/** The way back, where the earlier Setup and data that it can read are still here. */
export function ReturnCard({ returning }: { returning: Returning }) {
  const { t } = useTranslation()
  const starting = useStartSetup()
  const [isAsking, setAsking] = useState(false)
  const { version, library } = returning
  return (
    <section className="card">
      <h2>{t('updates.return.title', { version })}</h2>
      <p>
        {library
          ? t('updates.return.library', {
              at: displayInstant(library.writtenAt),
              count: library.entriesSince,
            })
          : t('updates.return.programOnly')}
      </p>
      <Starting of={starting} />
      <div className="actions">
        <Button
          does={library ? 'updates.prepareReturn' : 'updates.verify'}
          icon="restore"
          disabled={starting.isRunning}
          onClick={() => (library ? setAsking(true) : void starting.start(version))}
        >
          {t('updates.return.begin')}
        </Button>
      </div>
      {isAsking && library && (
        <ReturnDialog
          version={version}
          entriesSince={library.entriesSince}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}
