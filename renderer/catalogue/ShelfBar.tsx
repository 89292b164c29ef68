import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Search } from '../../shared/catalogue/contract.ts'
import { useCall } from '../app/operations.ts'
import { Failure, type OperationFailure } from '../ui/Failure.tsx'

/** The order of a Vietnamese dictionary, with the letters that only foreign names begin with. */
const letters = Array.from('AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ')
const mainClasses = Array.from({ length: 10 }, (_, at) => String(at * 100).padStart(3, '0'))

type Props = { order: Search['sort']; onGo: (index: number) => void }

/** Goes to a letter or a call number of the whole list, as along a shelf. */
export function ShelfBar({ order, onGo }: Props) {
  const { t } = useTranslation()
  const call = useCall()
  const [text, setText] = useState('')
  const [failure, setFailure] = useState<OperationFailure | null>(null)
  if (order !== 'title' && order !== 'author' && order !== 'call_number') return null

  async function go(from: string) {
    if (from.trim() === '' || (order !== 'title' && order !== 'author' && order !== 'call_number')) return
    const answer = await call('catalogue.placeInList', { sort: order, from })
    setFailure(answer.ok ? null : answer.error)
    if (answer.ok) onGo(answer.value.offset)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void go(text)
  }
  const label = t(order === 'call_number' ? 'catalogue.shelf.toCallNumber' : 'catalogue.shelf.toLetter')
  return (
    <div className="shelf-bar no-print" role="group" aria-label={label}>
      <form onSubmit={submit}>
        <input
          className="input"
          aria-label={label}
          placeholder={label}
          value={text}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
      </form>
      {(order === 'call_number' ? mainClasses : letters).map((from) => (
        <button key={from} type="button" className="button quiet" onClick={() => void go(from)}>
          {from}
        </button>
      ))}
      <Failure of={failure} />
    </div>
  )
}
