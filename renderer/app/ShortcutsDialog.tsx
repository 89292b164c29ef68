import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/Dialog.tsx'
import { useCan } from './permissions.ts'
import { pageRoutes } from './routes.tsx'

const everywhere = [
  { key: 'F1', word: 'handbook' },
  { key: 'Ctrl+K', word: 'find' },
  { key: 'Ctrl+Z', word: 'undo' },
  { key: 'Ctrl+Enter', word: 'save' },
  { key: 'F4', word: 'preview' },
  { key: '/', word: 'search' },
  { key: 'Alt+L', word: 'filter' },
  { key: 'Enter', word: 'open' },
  { key: 'Space', word: 'choose' },
  { key: 'Shift+↑↓', word: 'chooseStretch' },
  { key: 'Ctrl+A', word: 'chooseAll' },
  { key: 'Esc', word: 'back' },
  { key: '?', word: 'help' },
] as const

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const actions = pageRoutes.filter((page) => page.action?.shortcut && can(page.can))
  return (
    <Dialog title={t('shell.shortcuts.title')} onClose={onClose}>
      <table className="plain-table">
        <tbody>
          {everywhere.map(({ key, word }) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{t(`shell.shortcuts.${word}`)}</td>
            </tr>
          ))}
          {actions.map((page) => (
            <tr key={page.path}>
              <th scope="row">
                <kbd>{page.action?.shortcut}</kbd>
              </th>
              <td>{t(page.textKey)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
