import type { ComponentProps, ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

type ButtonProps = ComponentProps<'button'> & {
  kind?: 'plain' | 'primary' | 'danger' | 'quiet'
  icon?: IconName
  shortcut?: string
  children: ReactNode
}

export function Button({ kind = 'plain', icon, shortcut, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`button ${kind} ${rest.className ?? ''}`}
      title={rest.title ?? shortcut}
      aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: IconName
  label: string
  shortcut?: string
}

export function IconButton({ icon, label, shortcut, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`button quiet icon-only ${rest.className ?? ''}`}
      aria-label={label}
      aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}
      title={shortcut ? `${label} (${shortcut})` : label}
    >
      <Icon name={icon} />
    </button>
  )
}
