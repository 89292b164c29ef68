import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/Notice.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'
import { RoadProblemText } from './RoadProblemText.tsx'

type Written = { fileName: string; bytes: number; problem: string | null }

/** Whether a file stands on the stick, read back, or what kept it from there. */
export function WrittenFile({ written: { fileName, bytes, problem } }: { written: Written }) {
  const { t, i18n } = useTranslation()
  if (problem !== null)
    return (
      <div className="notice bad" role="alert">
        <span className="text">
          <RoadProblemText problem={problem} />
        </span>
      </div>
    )
  const size = formatSize(bytes, numberStyle(i18n.language))
  return <Notice icon="check" text={t('sync.folder.done', { name: fileName, bytes: size })} />
}
