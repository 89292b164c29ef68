import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ImportRun } from '../../shared/interchange/contract.ts'
import { valueKey } from '../../shared/interchange/vocabulary.ts'
import { useCommand, useJob } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { RunProgress } from './RunProgress.tsx'
import { runPath } from './RunTabs.tsx'
import { useMeanings } from './use-meanings.ts'
import { useProfiles } from './use-profiles.ts'

type Props = { run: ImportRun; isBusy: boolean }
type Kind = ImportRun['counts']['unknownValues'][number]['kind']
/** What was said here, by `kind` and the word as maps keep it. */
type Said = Partial<Record<Kind, Record<string, string>>>

/** Words of the file that name no place or state known here; once they are explained the file is read again. */
export function UnknownWords({ run, isBusy }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const number = useNumberText()
  const meanings = useMeanings()
  const profiles = useProfiles()
  const stage = useJob('interchange.stage')
  const save = useCommand('interchange.saveProfile')
  const [said, setSaid] = useState<Said>({})
  const [keeps, setKeeps] = useState(true)
  const begun = useRef(false)
  const { options, counts } = run
  const own = profiles.own.find(({ profile }) => profile.name === options.profile.name)
  const isSaid = Object.values(said).some((map) => Object.keys(map).length > 0)
  const mayChange = run.state === 'staged' && run.hasFile

  const readId = stage.output?.runId
  const leave = useEffectEvent((id: number) => {
    if (begun.current) void navigate(runPath(id), { replace: true })
  })
  useEffect(() => {
    if (readId !== undefined) leave(readId)
  }, [readId])

  function set(kind: Kind, text: string, meaning: string) {
    const { [valueKey(text)]: _, ...others } = said[kind] ?? {}
    setSaid({ ...said, [kind]: meaning === '' ? others : { ...others, [valueKey(text)]: meaning } })
  }
  async function readAgain() {
    const { valueMaps } = options.profile
    const maps = Object.entries(said).reduce(
      (all, [kind, map]) => ({ ...all, [kind]: { ...valueMaps[kind as Kind], ...map } }),
      valueMaps,
    )
    const profile = { ...options.profile, valueMaps: maps }
    if (own && keeps) {
      const kept = await save.run({ id: own.id, profile: { ...own.profile, valueMaps: maps } })
      if (!kept.ok) return
    }
    begun.current = true
    await stage.start({ ...options, profile, files: [], againRunId: run.id })
  }
  return (
    <div className="stack words-panel">
      <p className="soft">{t('interchange.words.hint')}</p>
      <div className="scrolls" tabIndex={0} role="region" aria-label={t('interchange.run.tabs.words')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('interchange.words.kind')}</th>
              <th scope="col">{t('interchange.words.text')}</th>
              <th scope="col" className="end">
                {t('interchange.words.count')}
              </th>
              <th scope="col">{t('interchange.words.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {counts.unknownValues.map(({ kind, text, count }) => (
              <tr key={`${kind}/${text}`}>
                <td>{t(`interchange.targets.${kind}`)}</td>
                <td>
                  <strong>{text}</strong>
                </td>
                <td className="end number">{number(count)}</td>
                <td>
                  <select
                    className="input"
                    aria-label={t('interchange.words.means', { text })}
                    value={said[kind]?.[valueKey(text)] ?? ''}
                    disabled={!mayChange || isBusy}
                    onChange={(event) => set(kind, text, event.target.value)}
                  >
                    <option value="">{meanings.unsaid(kind, text)}</option>
                    {meanings.options(kind).map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayChange && (
        <>
          {own && (
            <label className="check">
              <input type="checkbox" checked={keeps} onChange={(event) => setKeeps(event.target.checked)} />
              {t('interchange.words.keep', { name: own.profile.name })}
            </label>
          )}
          <div className="actions">
            <Button
              kind="primary"
              icon="restore"
              disabled={!isSaid || isBusy}
              onClick={() => void readAgain()}
            >
              {t('interchange.words.again')}
            </Button>
            <span className="soft small">{t('interchange.words.againHint')}</span>
          </div>
        </>
      )}
      <RunProgress run={stage} unit="bytes" />
      <Failure of={save.failure ?? profiles.failure} />
    </div>
  )
}
