import type { ComponentProps } from 'react'
import { Icon } from './icons.tsx'

type Props = ComponentProps<'input'> & {
  label: string
  /** A copy's code scanned here opens the copy. */
  takesScans?: boolean
}

export function SearchBox({ label, takesScans = false, ...rest }: Props) {
  return (
    <div className="search-box" role="search">
      <Icon name="search" />
      <input
        {...rest}
        type="search"
        data-scans={takesScans || undefined}
        className="input"
        aria-label={label}
        placeholder={rest.placeholder ?? label}
        autoComplete="off"
        spellCheck={false}
      />
    </div>
  )
}
