import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { SupposeDialog } from './SupposeDialog.tsx'

/** A door to trying what the figures would be; beside a report that is not signed yet. */
export function SupposePart({ period }: { period: string }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="card stack no-print">
      <h2>{t('reports.suppose.title')}</h2>
      <div>
        <Button icon="chart" onClick={() => setOpen(true)}>
          {t('reports.suppose.open')}
        </Button>
      </div>
      {isOpen && <SupposeDialog period={period} onClose={() => setOpen(false)} />}
    </section>
  )
}
