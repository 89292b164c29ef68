import { useTranslation } from 'react-i18next'
import { useJob } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon, type IconName } from '../ui/icons.tsx'
import { Progress } from '../ui/Progress.tsx'

const doors: { key: string; icon: IconName; to: string }[] = [
  { key: 'catalogue', icon: 'edit', to: '/catalogue/new' },
  { key: 'settings', icon: 'settings', to: '/settings' },
]
const sampleTitles = 5000

/** The library exists: where to begin. */
export function FirstDoors({ onFinish }: { onFinish: (to: string) => void }) {
  const { t } = useTranslation()
  const sample = useJob('demo.fill')
  return (
    <main className="stage">
      <div className="card broad">
        <div className="brand">
          <Icon name="check" />
          {t('users.firstRun.doors.done')}
        </div>
        <h1>{t('users.firstRun.doors.title')}</h1>
        <div className="tiles">
          {doors.map((door) => (
            <button key={door.key} type="button" className="tile" onClick={() => onFinish(door.to)}>
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
            onClick={() => void sample.start({ titles: sampleTitles })}
          >
            <Icon name="book" />
            <span className="text">
              <strong>{t('users.firstRun.doors.sample.title')}</strong>
              <br />
              <span className="soft small">{t('users.firstRun.doors.sample.text')}</span>
            </span>
          </button>
        </div>
        <Failure of={sample.failure} />
        {sample.job && sample.isRunning && (
          <Progress
            label={t('users.firstRun.doors.sample.running')}
            done={sample.job.done}
            total={sample.job.total}
            startedAt={sample.job.startedAt}
            onCancel={() => void sample.cancel()}
          />
        )}
        {sample.output && (
          <div className="actions">
            <Button kind="primary" onClick={() => onFinish('/')}>
              {t('users.firstRun.doors.sample.open')}
            </Button>
          </div>
        )}
      </div>
    </main>
  )
}
