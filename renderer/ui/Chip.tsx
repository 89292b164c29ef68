import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

type Props = {
  tone?: 'plain' | 'good' | 'warn' | 'bad'
  icon?: IconName
  children: ReactNode
  onRemove?: () => void
  removeLabel?: string
}

/** A status with a shape and a word, or a filter that can be taken away. */
export function Chip({ tone = 'plain', icon, children, onRemove, removeLabel }: Props) {
  return (
    <span className={`chip ${tone}`}>
      {icon && <Icon name={icon} />}
      {children}
      {onRemove && (
        <button type="button" aria-label={removeLabel} onClick={onRemove}>
          <Icon name="close" />
        </button>
      )}
    </span>
  )
}
