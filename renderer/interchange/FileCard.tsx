import { useTranslation } from 'react-i18next'
import type { FileTicket } from '../../shared/door.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import type { FileChoice } from './use-file-choice.ts'
import { useRunWords } from './use-run-words.ts'

type Props = { files: FileTicket[]; choice: FileChoice }

const formats = ['marc', 'xml', 'text', 'table', 'packed'] as const

/** The files that are taken in together: picked, or dropped anywhere on the page. */
export function FileCard({ files, choice }: Props) {
  const { t } = useTranslation()
  const { size } = useRunWords()
  const { isTaking, problem, pick, remove } = choice
  const isEmpty = files.length === 0
  return (
    <section className="card file-drop" aria-label={t('interchange.files.title')}>
      <div className="row">
        <h2>{t('interchange.files.title')}</h2>
        <span className="spacer" />
        <Button
          kind={isEmpty ? 'primary' : 'plain'}
          icon="file"
          disabled={isTaking}
          onClick={() => void pick('files')}
        >
          {t(isEmpty ? 'interchange.files.pick' : 'interchange.files.pickMore')}
        </Button>
        <Button icon="panel" disabled={isTaking} onClick={() => void pick('folder')}>
          {t('interchange.files.pickFolder')}
        </Button>
      </div>
      {isEmpty && (
        <>
          <p className="soft">{t('interchange.files.drop')}</p>
          <ul className="dotted soft">
            {formats.map((format) => (
              <li key={format}>{t(`interchange.formats.${format}`)}</li>
            ))}
          </ul>
        </>
      )}
      {isTaking && <p aria-live="polite">{t('interchange.files.taking')}</p>}
      {problem && (
        <p className="fact warn" role="alert">
          <Icon name="warning" />
          <span>{problem}</span>
        </p>
      )}
      {!isEmpty && (
        <ul className="chosen-files">
          {files.map((file) => (
            <li key={file.token} className="row">
              <Icon name="file" />
              <span className="name">{file.name}</span>
              <span className="soft number">{size(file.size)}</span>
              <IconButton
                icon="remove"
                label={t('interchange.files.remove', { name: file.name })}
                onClick={() => remove(file)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
