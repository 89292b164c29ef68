import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineEvent } from '../../shared/door.ts'
import { Stage } from '../ui/Stage.tsx'
import { useEngine } from './engine.tsx'

type Upgrading = Extract<EngineEvent, { type: 'upgrading' }>

/** Most openings are over before anybody could read a word. */
const patienceMs = 1000

/** While the data are opened: after an update of the program a large library takes minutes, and says so. */
export function OpeningPage() {
  const { t } = useTranslation()
  const { door } = useEngine()
  const [isSlow, setSlow] = useState(false)
  const [news, setNews] = useState<Upgrading | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => door.onEvent((event) => event.type === 'upgrading' && setNews(event)), [door])
  if (!isSlow) return null
  const { done, total } = news ?? { done: 0, total: null }
  const label = t(news ? `shell.openingNow.${news.stage}` : 'shell.openingNow.text')
  return (
    <Stage>
      <h1>{t(news ? 'shell.openingNow.upgrade' : 'shell.openingNow.title')}</h1>
      <p role="status">{label}</p>
      <div className="progress">
        <progress aria-label={label} {...(total ? { value: done, max: total } : {})} />
      </div>
      {news && <p className="small soft">{t('shell.openingNow.patience')}</p>}
    </Stage>
  )
}
