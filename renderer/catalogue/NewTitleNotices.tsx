import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import { normalIsbn } from '../../shared/catalogue/rules.ts'
import { useQuery } from '../app/operations.ts'
import { PoolOffer } from './PoolOffer.tsx'
import { TwinNotice, type Twin } from './TwinNotice.tsx'

type Props = {
  isbn: string
  /** What the form began with came from somewhere already. */
  isIsbnTyped: boolean
  isRunning: boolean
  onSaveBeside: () => void
  onUse: (record: MarcRecord) => void
}

/** What is known of an ISBN as soon as it is whole: a title here that has it, or else a record to take over. */
export function NewTitleNotices({ isbn, isIsbnTyped, isRunning, onSaveBeside, onUse }: Props) {
  const twin = useTwinByIsbn(isIsbnTyped ? isbn : '')
  if (twin) return <TwinNotice twin={twin} isRunning={isRunning} onSave={onSaveBeside} />
  return isIsbnTyped ? <PoolOffer isbn={isbn} onUse={onUse} /> : null
}

function useTwinByIsbn(typed: string): Twin | null {
  const isbn = normalIsbn(typed.split(';')[0] ?? '') ?? ''
  const found = useQuery('catalogue.twinOf', { isbn }, { isActive: isbn !== '' }).value
  return isbn !== '' && found ? found : null
}
