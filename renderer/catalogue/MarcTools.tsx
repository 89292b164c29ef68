import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import type { IconName } from '../ui/icons.tsx'

type Tool = 'add' | 'duplicate' | 'remove' | 'up' | 'down' | 'undo'
const tools: { name: Tool; shortcut: string; icon?: IconName }[] = [
  { name: 'add', shortcut: 'Enter', icon: 'add' },
  { name: 'duplicate', shortcut: 'Ctrl+D' },
  { name: 'remove', shortcut: 'Ctrl+Delete', icon: 'remove' },
  { name: 'up', shortcut: 'Alt+↑' },
  { name: 'down', shortcut: 'Alt+↓' },
  { name: 'undo', shortcut: 'Ctrl+Z', icon: 'restore' },
]

/** What can be done with the line under the cursor; the keys for it are in the tips. */
export function MarcTools({ tools: acts }: { tools: Record<Tool, () => unknown> }) {
  const { t } = useTranslation()
  return (
    <div className="row" role="toolbar" aria-label={t('catalogue.marc.tools.label')}>
      {tools.map(({ name, shortcut, icon }) => (
        <Button
          key={name}
          kind="quiet"
          title={shortcut}
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => acts[name]()}
          {...(icon && { icon })}
        >
          {t(`catalogue.marc.tools.${name}`)}
        </Button>
      ))}
    </div>
  )
}
