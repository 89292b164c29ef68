import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useSession } from './session-context.ts'
import { UserMenu } from './UserMenu.tsx'

type Props = {
  isFolded: boolean
  onFold: () => void
  onFind: () => void
  onShortcuts: () => void
  onHelp: () => void
}

export function TopBar({ isFolded, onFold, onFind, onShortcuts, onHelp }: Props) {
  const { t } = useTranslation()
  const { libraryName } = useSession()
  return (
    <header className="top-bar">
      <IconButton
        icon="menu"
        label={t(isFolded ? 'shell.unfold' : 'shell.fold')}
        aria-expanded={!isFolded}
        onClick={onFold}
      />
      <span className="brand hide-narrow">
        <Icon name="book" />
      </span>
      <span className="library" title={libraryName}>
        {libraryName}
      </span>
      <Button className="find" icon="search" onClick={onFind} aria-keyshortcuts="Control+K">
        <span>{t('shell.find.button')}</span>
        <kbd className="hide-narrow">Ctrl+K</kbd>
      </Button>
      <UserMenu onShortcuts={onShortcuts} onHelp={onHelp} />
    </header>
  )
}
