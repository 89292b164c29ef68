import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { keepAddress } from './kept.ts'
import { useAfterTyping } from './router-place.ts'

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
  const afterTyping = useAfterTyping()
  useEffect(
    () =>
      afterTyping(() => {
        if (text === written.current) return
        written.current = text
        setSearch((old) => withText(old, text), { replace: true })
      }),
    [text, setSearch, afterTyping],
  )
  return [text, setText]
}

function withText(params: URLSearchParams, text: string): URLSearchParams {
  const next = new URLSearchParams(params)
  if (text) next.set('text', text)
  else next.delete('text')
  return next
}
