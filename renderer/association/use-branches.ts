import type { Branch } from '../../shared/association/contract.ts'
import { useQuery } from '../app/operations.ts'

const indent = '\u2003'

/** Every unit in the order of the tree, and as choices that show where each stands. */
export function useBranches() {
  const { value, failure } = useQuery('association.branches', {})
  const branches = value ?? []
  return { branches, failure, isHere: value !== undefined, options: branches.map(asOption) }
}

function asOption({ id, name, depth }: Branch) {
  return { value: String(id), label: indent.repeat(depth) + name }
}
