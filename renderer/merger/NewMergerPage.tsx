import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useEngine } from '../app/engine.tsx'
import { useJob } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useShortcut } from '../ui/keys.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { MergerProgress } from './MergerProgress.tsx'

const kinds = ['backup', 'database', 'export'] as const

/** The file of the other library is chosen and read on trial: nothing of it is in the stock yet. */
export function NewMergerPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { door } = useEngine()
  const stage = useJob('merger.stage')
  const begun = useRef(false)
  const readId = stage.output?.mergerId
  const leave = useEffectEvent((id: number) => {
    if (!begun.current) return
    stage.clear()
    void navigate(`/merger/${id}`, { replace: true })
  })
  useEffect(() => {
    if (readId !== undefined) leave(readId)
  }, [readId])
  async function pick() {
    const file = await door.pickFile('.db,.zip')
    if (!file) return
    begun.current = true
    await stage.start({ file })
  }
  useShortcut('Escape', () => void navigate('/merger'))
  return (
    <div className="page">
      <PageHeader
        title={t('merger.new.title')}
        hint={t('merger.new.hint')}
        back={{ to: '/merger', label: t('merger.list.title') }}
      />
      {readId !== undefined && !begun.current && (
        <Notice icon="check" text={t('merger.new.done')}>
          <Link className="button" to={`/merger/${readId}`}>
            {t('merger.new.open')}
          </Link>
        </Notice>
      )}
      <section className="card">
        <div className="row">
          <h2>{t('merger.new.source')}</h2>
          <span className="spacer" />
          <Button kind="primary" icon="file" disabled={stage.isRunning} onClick={() => void pick()}>
            {t('merger.new.pick')}
          </Button>
        </div>
        <ul className="dotted">
          {kinds.map((kind) => (
            <li key={kind}>{t(`merger.new.files.${kind}`)}</li>
          ))}
        </ul>
        <p className="fact">
          <Icon name="shield" />
          <span>{t('merger.new.safe')}</span>
        </p>
      </section>
      <MergerProgress run={stage} />
    </div>
  )
}
