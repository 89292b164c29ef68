import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

/** One quiet line above what it speaks of, with its buttons. */
export function Notice({
  icon = 'info',
  text,
  children,
}: {
  icon?: IconName
  text: string
  children?: ReactNode
}) {
  return (
    <div className="notice quiet" role="status">
      <Icon name={icon} />
      <span className="text">{text}</span>
      {children}
    </div>
  )
}
