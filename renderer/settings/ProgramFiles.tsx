import { useTranslation } from 'react-i18next'
import type { SelfTest } from '../../shared/about.ts'
import { Notice } from '../ui/Notice.tsx'

/** Whether the program's own files are there as they were packed; what is not is named, with what to do. */
export function ProgramFiles({ found }: { found: SelfTest | null }) {
  const { t } = useTranslation()
  const problems = found?.problems ?? []
  return (
    <section className="card">
      <h2>{t('settings.program.files.title')}</h2>
      {found === null && <p className="soft">{t('settings.program.files.unpacked')}</p>}
      {found && problems.length === 0 && (
        <Notice icon="check" text={t('settings.program.files.whole', { count: found.checked })} />
      )}
      {problems.length > 0 && (
        <>
          <Notice icon="warning" text={t('settings.program.files.damaged', { count: problems.length })} />
          <ul className="dotted">
            {problems.map(({ path, problem }) => (
              <li key={path}>
                <code>{path}</code> – {t(`settings.program.files.problems.${problem}`)}
              </li>
            ))}
          </ul>
          <p>{t('settings.program.files.next')}</p>
        </>
      )}
    </section>
  )
}
