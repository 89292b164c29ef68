import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/Notice.tsx'

type Licence = { name: string; version: string; licence: string; text: string }

/** Written beside the page when it is built, of what was bundled then. */
async function fetchLicences(): Promise<Licence[]> {
  const response = await fetch('./licences.json')
  if (!response.ok) throw new Error(`licences: ${response.status}`)
  const licences: Licence[] = await response.json()
  return licences
}

/** Others' work in this program, each under the words it is given by. */
export function LicenceList() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const licences = useQuery({ queryKey: ['licences'], queryFn: fetchLicences, enabled: isOpen })
  return (
    <section className="card">
      <h2>{t('settings.licences.title')}</h2>
      <p>{t('settings.licences.text')}</p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('settings.licences.show')}</summary>
        {licences.isError && <Notice icon="warning" text={t('settings.licences.missing')} />}
        {licences.data?.map(({ name, version, licence, text }) => (
          <details key={`${name}@${version}`}>
            <summary>{`${name} ${version} – ${licence}`}</summary>
            <pre className="typed">{text}</pre>
          </details>
        ))}
      </details>
    </section>
  )
}
