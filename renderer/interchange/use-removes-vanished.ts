import { useKept } from '../app/kept.ts'

/** Whether titles that their source has given up leave too; asked anew in each window. */
export function useRemovesVanished(runId: number): [boolean, (removes: boolean) => void] {
  return useKept(`importRun.${runId}.removesVanished`, false)
}
