import type { ComponentProps } from 'react'
import { Icon } from './icons.tsx'

export function SearchBox({ label, ...rest }: ComponentProps<'input'> & { label: string }) {
  return (
    <div className="search-box" role="search">
      <Icon name="search" />
      <input
        {...rest}
        type="search"
        className="input"
        aria-label={label}
        placeholder={rest.placeholder ?? label}
        autoComplete="off"
        spellCheck={false}
      />
    </div>
  )
}
