import { useNavigate } from 'react-router'
import { useShortcut } from '../ui/keys.ts'
import { useCan } from './permissions.ts'
import { pageRoutes } from './routes.tsx'

function ActionKey({ shortcut, to }: { shortcut: string; to: string }) {
  const navigate = useNavigate()
  useShortcut(shortcut, () => void navigate(to))
  return null
}

/** Shortcuts that work on every page, as the modules name them. */
export function ActionKeys() {
  const can = useCan()
  return pageRoutes
    .filter((route) => route.action?.shortcut && can(route.can))
    .map((route) => (
      <ActionKey key={route.path} shortcut={route.action?.shortcut ?? ''} to={`/${route.path}`} />
    ))
}
