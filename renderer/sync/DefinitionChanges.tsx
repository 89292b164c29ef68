import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { useIndicatorTexts } from '../indicators/index.ts'

type Told = Extract<Output<'sync.messages'>['rows'][number], { kind: 'definitions' }>

/** What the receiver counts otherwise. It is only shown: figures change with the program, which a person brings up to date. */
export function DefinitionChanges({ message: { note, theirs, ours, changes } }: { message: Told }) {
  const { t } = useTranslation()
  const standing = theirs === ours ? 'same' : theirs > ours ? 'newer' : 'older'
  return (
    <>
      {note !== '' && <p className="message-text">{note}</p>}
      <p>{t(`sync.definitions.${standing}`, { theirs, ours })}</p>
      {changes === null && theirs !== ours && <p className="soft">{t('sync.definitions.untold')}</p>}
      {changes !== null && changes.length === 0 && <p className="soft">{t('sync.definitions.none')}</p>}
      {changes !== null && changes.length > 0 && (
        <details open={changes.length <= 5}>
          <summary>{t('sync.definitions.changes', { count: changes.length })}</summary>
          <ul className="dotted">
            {changes.map((change) => (
              <ChangeLine key={change.code} change={change} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function ChangeLine({ change: { code, ours, theirs } }: { change: NonNullable<Told['changes']>[number] }) {
  const { t } = useTranslation()
  const { name } = useIndicatorTexts()
  const words = { code, name: name(code), ours, theirs }
  if (ours === null) return <li>{t('sync.definitions.added', { code })}</li>
  return <li>{t(theirs === null ? 'sync.definitions.dropped' : 'sync.definitions.changed', words)}</li>
}
