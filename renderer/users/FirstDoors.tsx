import { useTranslation } from 'react-i18next'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { Stage } from '../ui/Stage.tsx'

const doors = [
  { key: 'import', icon: 'switch', to: '/interchange/new' },
  { key: 'opening', icon: 'stack', to: '/stock/opening' },
] as const
const sampleTitles = 5000

/** The library exists: where to begin. */
export function FirstDoors({ onFinish }: { onFinish: (to: string) => void }) {
  const { t } = useTranslation()
  const sample = useJob('demo.fill')
  return (
    <Stage isBroad icon="check" brand={t('users.firstRun.doors.done')}>
      <h1>{t('users.firstRun.doors.title')}</h1>
      <div className="tiles">
        {doors.map((door, at) => (
          <button
            key={door.key}
            type="button"
            className="tile"
            // The button that led here is gone, and with it the focus.
            autoFocus={at === 0}
            onClick={() => onFinish(door.to)}
          >
            <Icon name={door.icon} />
            <span className="text">
              <strong>{t(`users.firstRun.doors.${door.key}.title`)}</strong>
              <br />
              <span className="soft small">{t(`users.firstRun.doors.${door.key}.text`)}</span>
            </span>
          </button>
        ))}
        <button
          type="button"
          className="tile"
          disabled={sample.isRunning || sample.output !== null}
          onClick={() => void sample.start({ titles: sampleTitles, withDigitization: true })}
        >
          <Icon name="book" />
          <span className="text">
            <strong>{t('users.firstRun.doors.sample.title')}</strong>
            <br />
            <span className="soft small">{t('users.firstRun.doors.sample.text')}</span>
          </span>
        </button>
      </div>
      <JobProgress run={sample} />
      {sample.output && (
        <div className="actions">
          <Button kind="primary" onClick={() => onFinish('/')}>
            {t('users.firstRun.doors.sample.open')}
          </Button>
        </div>
      )}
    </Stage>
  )
}
