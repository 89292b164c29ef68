import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useNavigate, useNavigation } from 'react-router'
import { HelpContext } from '../ui/help.ts'
import { useShortcut } from '../ui/keys.ts'
import { Notice } from '../ui/Notice.tsx'
import { ActionKeys } from './ActionKeys.tsx'
import { useIsEngineLost } from './engine.tsx'
import { InstallationNotice } from './InstallationNotice.tsx'
import { Navigation } from './Navigation.tsx'
import { Palette } from './Palette.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { useStanding } from './standing.ts'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'
import { useLegacyPaste } from './use-legacy-paste.ts'
import { useOpenedFile } from './use-opened-file.ts'
import { useScanner } from './use-scanner.ts'

const narrowPx = 800

function isFoldedAtFirst(): boolean {
  return window.innerWidth <= narrowPx || localStorage.getItem('navigation') === 'folded'
}

/** The frame around every page: what there is on the left, who and find above, how things stand below. */
export function Shell() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const isEngineLost = useIsEngineLost()
  const standing = useStanding()
  const isWaiting = useNavigation().state === 'loading'
  const [isFolded, setFolded] = useState(isFoldedAtFirst)
  const [dialog, setDialog] = useState<'palette' | 'shortcuts' | null>(null)
  useEffect(() => {
    const narrow = window.matchMedia(`(width <= ${narrowPx}px)`)
    const follow = () => setFolded(isFoldedAtFirst())
    narrow.addEventListener('change', follow)
    return () => narrow.removeEventListener('change', follow)
  }, [])
  useShortcut('Ctrl+K', () => setDialog('palette'))
  useShortcut('?', () => setDialog('shortcuts'))
  const help = `/handbook?at=${encodeURIComponent(pathname)}`
  const openHelp = () => void navigate(help)
  useShortcut('F1', openHelp)
  useScanner()
  useLegacyPaste()
  useOpenedFile()

  function toggleNavigation() {
    localStorage.setItem('navigation', isFolded ? 'open' : 'folded')
    setFolded(!isFolded)
  }
  return (
    <div className="shell">
      <a
        className="skip-link"
        href="#content"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        {t('shell.skip')}
      </a>
      <TopBar
        isFolded={isFolded}
        onFold={toggleNavigation}
        onFind={() => setDialog('palette')}
        onShortcuts={() => setDialog('shortcuts')}
        onHelp={openHelp}
      />
      <Navigation isFolded={isFolded} />
      <main id="content" className="content" tabIndex={-1} key={pathname.split('/')[1]}>
        {isWaiting && <div className="busy-line" role="progressbar" aria-label={t('ui.list.loading')} />}
        {isEngineLost && <Notice icon="warning" text={t('common.errors.engine_lost')} />}
        {standing !== 'here' && <Notice icon="warning" text={t(`shell.standing.${standing}.text`)} />}
        <InstallationNotice />
        <Suspense>
          <HelpContext value={help}>
            <Outlet />
          </HelpContext>
        </Suspense>
      </main>
      <StatusBar />
      <ActionKeys />
      {dialog === 'palette' && <Palette onClose={() => setDialog(null)} />}
      {dialog === 'shortcuts' && <ShortcutsDialog onClose={() => setDialog(null)} />}
    </div>
  )
}
