import type { ComponentProps, ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'
import { useToast } from './Toasts.tsx'
import { useWhyNot } from './why-not.ts'

type ButtonProps = ComponentProps<'button'> & {
  /** The act that it does or leads to, where that cannot be done everywhere: then it is dim, and says why. */
  does?: string
  kind?: 'plain' | 'primary' | 'danger' | 'quiet'
  icon?: IconName
  shortcut?: string
  children: ReactNode
}

export function Button({
  does,
  kind = 'plain',
  icon,
  shortcut,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const toast = useToast()
  const whyNot = useWhyNot()(does)
  // It keeps the focus it can have: whoever does not see it dimmed hears the reason, which is its title.
  const dim = whyNot !== null && {
    disabled: false,
    'aria-disabled': true,
    onClick: () => toast({ text: whyNot }),
  }
  return (
    <button
      {...rest}
      {...dim}
      type={dim ? 'button' : type}
      className={`button ${kind} ${rest.className ?? ''}`}
      title={whyNot ?? rest.title ?? shortcut}
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
