import type { Copy } from '../../shared/copies/contract.ts'
import { Chip } from '../ui/Chip.tsx'
import type { IconName } from '../ui/icons.tsx'
import { useWords } from './use-words.ts'

type Shown = Pick<Copy, 'status' | 'withdrawnOn' | 'cancelledOn'>

function lookOf({ status, withdrawnOn, cancelledOn }: Shown): ['plain' | 'good' | 'warn' | 'bad', IconName] {
  if (cancelledOn !== null) return ['plain', 'close']
  if (withdrawnOn !== null) return ['plain', 'signOut']
  if (status === 'available') return ['good', 'check']
  return status === 'missing' ? ['bad', 'warning'] : ['warn', 'switch']
}

export function StateChip({ copy }: { copy: Shown }) {
  const { stateOf } = useWords()
  const [tone, icon] = lookOf(copy)
  return (
    <Chip tone={tone} icon={icon}>
      {stateOf(copy)}
    </Chip>
  )
}
