import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { keepAddress } from './kept.ts'

/**
 * The text of a list's search box, kept in the address so that going back finds it again.
 * The router applies addresses late, so the box itself holds what is typed. Whatever else the address says stays.
 */
export function useSearchText(): [string, (text: string) => void] {
  const [search, setSearch] = useSearchParams()
  const { pathname, search: query } = useLocation()
  useEffect(() => keepAddress(pathname, query), [pathname, query])
  const inAddress = search.get('text') ?? ''
  const [text, setText] = useState(inAddress)
  const written = useRef(inAddress)
  useEffect(() => {
    if (inAddress === written.current) return
    written.current = inAddress
    setText(inAddress)
  }, [inAddress])
  useEffect(() => {
    const timer = setTimeout(() => {
      if (text === written.current) return
      written.current = text
      setSearch((old) => withText(old, text), { replace: true })
    }, 300)
    return () => clearTimeout(timer)
  }, [text, setSearch])
  return [text, setText]
}

function withText(params: URLSearchParams, text: string): URLSearchParams {
  const next = new URLSearchParams(params)
  if (text) next.set('text', text)
  else next.delete('text')
  return next
}
