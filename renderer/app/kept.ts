import { useCallback, useState } from 'react'

const valueByName = new Map<string, unknown>()

/** State that outlives its page until the window is closed: which row was chosen, how a list was searched. */
export function useKept<Value>(name: string, initial: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() =>
    valueByName.has(name) ? (valueByName.get(name) as Value) : initial,
  )
  const keep = useCallback(
    (next: Value) => {
      valueByName.set(name, next)
      setValue(next)
    },
    [name],
  )
  return [value, keep]
}

/** The page shown keeps its state; opened again, it begins anew. */
export function forgetKept(name: string) {
  valueByName.delete(name)
}

/** A list's address with the search people left it with: where a record's way back leads. */
export function keptAddress(path: string): string {
  const search = valueByName.get(`address.${path}`)
  return typeof search === 'string' ? path + search : path
}

export function keepAddress(path: string, search: string) {
  valueByName.set(`address.${path}`, search)
}
