import { useState } from 'react'
import type { Input, Output } from '../app/operation-types.ts'
import { useJob } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'

type Result = Output<'interchange.export'>

/** A job that makes a file: the file is handed over, and what it says of its problems stays to be read. */
export function useExport() {
  const run = useJob('interchange.export')
  const [result, setResult] = useState<Result | null>(null)
  if (run.output !== null && run.output !== result) setResult(run.output)
  useSavedFile(run.output?.file, run.clear)
  return {
    run,
    result: run.isRunning ? null : result,
    start(input: Input<'interchange.export'>) {
      setResult(null)
      void run.start(input)
    },
  }
}
