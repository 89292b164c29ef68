import { profileEncodings } from '../../shared/interchange/contract.ts'
import type { Option } from '../ui/Select.tsx'
import { useRunWords } from './use-run-words.ts'

export function useEncodingOptions(): Option[] {
  const { encoding } = useRunWords()
  return profileEncodings.map((value) => ({ value, label: encoding(value) }))
}
