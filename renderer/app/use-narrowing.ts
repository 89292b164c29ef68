import { useSearchParams } from 'react-router'

/** What narrows a list stands in the address: nothing and an empty word leave it. */
export function useNarrowing() {
  const [search, setSearch] = useSearchParams()
  function narrow(change: object) {
    setSearch(
      (old) => {
        const next = new URLSearchParams(old)
        for (const [name, value] of Object.entries(change))
          if (value === null || value === '') next.delete(name)
          else next.set(name, String(value))
        return next
      },
      { replace: true },
    )
  }
  return { search, narrow, clear: () => setSearch('', { replace: true }) }
}
