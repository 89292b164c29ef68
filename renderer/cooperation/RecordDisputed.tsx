import type { RecordKind } from '../../shared/cooperation/contract.ts'
import { Disputed } from '../app/Disputed.tsx'
import type { useRecordConflict } from './use-record-conflict.ts'
import { usePartWords } from './use-part-words.ts'

type Props = {
  of: RecordKind | 'partner'
  conflict: Pick<ReturnType<typeof useRecordConflict>, 'of' | 'names'>
}

/** Both versions of what two people changed, side by side. */
export function RecordDisputed({ of, conflict }: Props) {
  const { label, shown } = usePartWords(of, conflict.names)
  return <Disputed of={conflict.of} label={label} shown={shown} />
}
