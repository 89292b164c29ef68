import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

/** What will be here, and the one button that begins. */
export function EmptyState({ icon, text, children }: { icon: IconName; text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <p>{text}</p>
      {children && <div className="row">{children}</div>}
    </div>
  )
}
