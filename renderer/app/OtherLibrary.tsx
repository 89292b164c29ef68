import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { useAbout } from './about.ts'
import { useEngine } from './engine.tsx'
import { ServerDialog } from './ServerDialog.tsx'

type Props = {
  label: string
  address?: string
  /** Where this PC shows another one's library: the way back. */
  isElsewhere?: boolean
}

/** The library is on another PC. A browser goes there by itself, so only the installed program offers it. */
export function OtherLibrary({ label, address = '', isElsewhere = false }: Props) {
  const { t } = useTranslation()
  const { door } = useEngine()
  const about = useAbout()
  const [isOpen, setOpen] = useState(false)
  if (!about) return null
  return (
    <>
      <Button icon="screens" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isElsewhere && about.policies.fixed.server === undefined && (
        <Button onClick={() => void door.useServer(null)}>{t('shell.server.here')}</Button>
      )}
      {isOpen && <ServerDialog address={address} onClose={() => setOpen(false)} />}
    </>
  )
}
