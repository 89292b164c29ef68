import { useJob } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'

/** The old report itself, handed over when it is opened. */
export function EarlierProof({ reportId, name }: { reportId: number; name: string }) {
  const open = useJob('indicators.openEarlierProof')
  useSavedFile(open.output?.file, open.clear)
  return (
    <>
      <Button kind="quiet" icon="file" onClick={() => void open.start({ id: reportId })}>
        {name}
      </Button>
      <Failure of={open.failure} />
    </>
  )
}
